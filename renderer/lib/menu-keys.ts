/** Keys in a menu, whose buttons are its `.entry`: its element listens with what stands here, and draws the rest. */

/** For `toggle`: a menu that opens has the focus where something is chosen, or at its first entry. */
export function focusEntry(event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  const entries = entriesOf(menuOf(event));
  (entries.find((entry) => entry.ariaChecked === 'true') ?? entries[0])?.focus();
}

/** For `keydown`. */
export function moveFocus(event: KeyboardEvent, isByLetter = false): void {
  const menu = menuOf(event);
  if (event.key === 'Tab') menu.hidePopover();
  const entries = entriesOf(menu);
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  const labels = entries.map((entry) => (isByLetter ? entry.innerText.trim() : ''));
  const to = entryFor(event.key, at, labels);
  if (to === null) return;
  event.preventDefault();
  entries[to]?.focus();
}

/** The entry to which a key leads from `at`, -1 for none; round and round. Null for a key that leads nowhere. */
export function entryFor(key: string, at: number, labels: readonly string[]): number | null {
  const { length } = labels;
  if (length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return at <= 0 ? length - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return key.length === 1 && key !== ' ' ? nextWith(key, at, labels) : null;
  }
}

function nextWith(letter: string, at: number, labels: readonly string[]): number | null {
  const order = labels.map((_, index) => (at + 1 + index) % labels.length);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}

function menuOf({ currentTarget }: Event): HTMLElement {
  if (currentTarget instanceof HTMLElement) return currentTarget;
  throw new Error('the keys of a menu are heard by its element');
}

function entriesOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.entry')];
}
