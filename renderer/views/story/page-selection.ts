/** Where the reader is in the page: what has the focus, what is selected. */

const longest = 80;

/** The element itself, not the host whose shadow it stands in. */
export function focusedElement(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** What is selected, if it is a few words to look for; otherwise empty. Soft hyphens are the page's, not the text's. */
export function selectedWords(): string {
  const words = (window.getSelection()?.toString() ?? '').replaceAll('\u00AD', '').trim();
  return words.length > longest || words.includes('\n') ? '' : words;
}
