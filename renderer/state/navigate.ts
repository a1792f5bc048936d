/** Moves the window to another address. `href` comes from state/route.ts. */
export function navigate(href: string): void {
  window.location.hash = href;
}

/** The same without a new step in the history: for a query as it is typed. */
export function replaceAddress(href: string): void {
  window.history.replaceState(window.history.state, '', href);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
