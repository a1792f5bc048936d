import { describe, expect, it } from 'vitest';
import { actsIn, toggleIn, toggleOf } from './library-acts.ts';

const marks = { bookmarked: false, progress: 0, block: 0, finished: false, recommended: null, readAt: null };
const saved = (state: 'inbox' | 'archive' | 'trash', favourite = false) => ({
  marks,
  saved: { savedAt: '2026-01-02', site: '', state, favourite, isLink: false, imagesWanted: 0, imagesKept: 0 },
});

describe('the key of an act', () => {
  it('does to an article what it is not yet', () => {
    expect(toggleOf('archive', saved('inbox'))).toBe('archive');
    expect(toggleOf('archive', saved('archive'))).toBe('inbox');
    expect(toggleOf('trash', saved('trash'))).toBe('restore');
    expect(toggleOf('favourite', saved('inbox', true))).toBe('unfavourite');
    expect(toggleOf('read', { ...saved('inbox'), marks: { ...marks, finished: true } })).toBe('unread');
  });

  it('follows the view for a selection', () => {
    expect(toggleIn('archive', { state: 'archive' })).toBe('inbox');
    expect(toggleIn('favourite', { only: ['favourite'] })).toBe('unfavourite');
  });

  it('is one of those on the bar, and its opposite is in the menu where it makes sense', () => {
    expect(actsIn({}).first).toContain('archive');
    expect(actsIn({}).more).toEqual(['inbox', 'unfavourite', 'unread']);
    expect(actsIn({ state: 'inbox' }).more).not.toContain('inbox');
    expect(actsIn({ state: 'trash' }).first).toEqual(['restore', 'purge']);
  });
});
