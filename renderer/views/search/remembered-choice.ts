/** Which story was chosen among the results, kept in the window's history so that "Back" finds it chosen again. */

const key = 'lectern-chosen';

export function rememberChoice(articleId: string): void {
  const state: unknown = window.history.state;
  const others = typeof state === 'object' && state !== null ? state : {};
  window.history.replaceState({ ...others, [key]: articleId }, '');
}

export function recallChoice(): string | null {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !(key in state)) return null;
  const value: unknown = state[key];
  return typeof value === 'string' ? value : null;
}
