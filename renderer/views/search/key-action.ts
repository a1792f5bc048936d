/** Which key does what on the search page, beyond the commands that stand in the contract. Pure. */

export type KeyAction =
  | 'completion-next'
  | 'completion-previous'
  | 'completion-take'
  | 'completion-close'
  | 'completion-open'
  | 'hint-take'
  | 'place-next'
  | 'place-previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'to-list'
  | 'to-field'
  | 'clear';

export interface KeyState {
  readonly place: 'field' | 'list';
  /** Where the caret of the field is; both in an empty one. */
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
  readonly hasHits: boolean;
  readonly hasOpenCompletions: boolean;
  readonly hasChosenCompletion: boolean;
  readonly hasHint: boolean;
  /** Whether the preview has taken the place of the list. */
  readonly isPreviewAlone: boolean;
  readonly isEmpty: boolean;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Null leaves the key to the field, or to the window. */
export function keyAction(pressed: Pressed, state: KeyState): KeyAction | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = pressed;
  const isPlain = !ctrlKey && !altKey && !metaKey && !shiftKey;
  if (state.place === 'field') {
    const opens = (altKey && key === 'ArrowDown') || (ctrlKey && key === ' ');
    if (opens && !state.hasOpenCompletions) return 'completion-open';
    const completing = isPlain ? completionAction(key, state) : null;
    if (completing !== null) return completing;
  }
  if (!isPlain) return null;
  if (key === 'Escape') return escapeAction(state);
  return state.hasHits ? hitAction(key, state) : null;
}

function completionAction(key: string, state: KeyState): KeyAction | null {
  if (!state.hasOpenCompletions) return key === 'Tab' && state.hasHint ? 'hint-take' : null;
  if (key === 'ArrowDown') return 'completion-next';
  if (key === 'ArrowUp') return 'completion-previous';
  if (key === 'Escape') return 'completion-close';
  if (key === 'Tab' || (key === 'Enter' && state.hasChosenCompletion)) return 'completion-take';
  return null;
}

/** One step back at a time. */
function escapeAction({ place, isPreviewAlone, isEmpty }: KeyState): KeyAction | null {
  if (isPreviewAlone) return 'to-list';
  if (place === 'list') return 'to-field';
  return isEmpty ? null : 'clear';
}

/** In the field a key moves among the hits only where it could not move the caret. */
function hitAction(key: string, { place, isAtStart, isAtEnd }: KeyState): KeyAction | null {
  const inList = place === 'list';
  if (key === 'PageDown') return 'page-down';
  if (key === 'PageUp') return 'page-up';
  if (key === 'ArrowRight' && (inList || isAtEnd)) return 'place-next';
  if (key === 'ArrowLeft' && inList) return 'place-previous';
  if (key === 'Home' && (inList || isAtStart)) return 'first';
  if (key === 'End' && (inList || isAtEnd)) return 'last';
  return null;
}
