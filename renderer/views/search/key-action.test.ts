import { describe, expect, it } from 'vitest';
import { keyAction, type KeyState } from './key-action.ts';

const none = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
const field: KeyState = {
  ...{ place: 'field', isAtStart: false, isAtEnd: true, hasHits: true, hasOpenCompletions: false },
  ...{ hasChosenCompletion: false, hasHint: false, isPreviewAlone: false, isEmpty: false },
};
const list: KeyState = { ...field, place: 'list' };
const press = (key: string, state: KeyState, held = {}) => keyAction({ ...none, ...held, key }, state);

describe('keys on the search page', () => {
  it('move among hits and places from the field only where the caret cannot move', () => {
    expect(press('ArrowRight', field)).toBe('place-next');
    expect(press('ArrowRight', { ...field, isAtEnd: false })).toBe(null);
    expect(press('Home', field)).toBe(null);
    expect(press('Home', { ...field, isAtStart: true })).toBe('first');
    expect(press('End', field)).toBe('last');
    expect(press('ArrowLeft', field)).toBe(null);
    expect(press('ArrowLeft', list)).toBe('place-previous');
    expect(press('PageDown', field)).toBe('page-down');
    expect(press('ArrowRight', field, { shiftKey: true })).toBe(null);
    expect(press('ArrowRight', { ...field, hasHits: false })).toBe(null);
  });

  it('never take Enter for a completion that was not chosen', () => {
    const open = { ...field, hasOpenCompletions: true };
    expect(press('Enter', open)).toBe(null);
    expect(press('Enter', { ...open, hasChosenCompletion: true })).toBe('completion-take');
    expect(press('ArrowDown', open)).toBe('completion-next');
    expect(press('Tab', open)).toBe('completion-take');
  });

  it('let Tab go on to the next control where nothing is hinted at', () => {
    expect(press('Tab', field)).toBe(null);
    expect(press('Tab', { ...field, hasHint: true })).toBe('hint-take');
    expect(press('Tab', { ...field, hasHint: true }, { shiftKey: true })).toBe(null);
  });

  it('step back one thing at a time with Escape', () => {
    expect(press('Escape', { ...field, hasOpenCompletions: true })).toBe('completion-close');
    expect(press('Escape', { ...field, isPreviewAlone: true })).toBe('to-list');
    expect(press('Escape', list)).toBe('to-field');
    expect(press('Escape', field)).toBe('clear');
    expect(press('Escape', { ...field, isEmpty: true })).toBe(null);
  });

  it('open the completions on demand', () => {
    expect(press('ArrowDown', field, { altKey: true })).toBe('completion-open');
    expect(press(' ', field, { ctrlKey: true })).toBe('completion-open');
  });
});
