import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNarrowed, parseView, placeOf, printView, toggleOnly, type LibraryView } from './library-view.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const tag = text.filter((name) => name.trim() === name && name !== '');
const view: fc.Arbitrary<LibraryView> = fc.record(
  {
    state: fc.constantFrom('inbox', 'archive', 'trash'),
    shelf: fc.integer({ min: 1 }),
    tags: fc.array(tag, { minLength: 1, maxLength: 20 }),
    author: text,
    site: text,
    language: fc.constantFrom('en', 'ar', 'zh-Hant'),
    only: fc.uniqueArray(fc.constantFrom('unread', 'favourite', 'links', 'untagged'), { minLength: 1 }),
    text,
    order: fc.constantFrom('saved', 'title', 'shelf', 'progress'),
    descending: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('views of the library in an address', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parseView(printView(given))).toEqual(given);
      }),
    );
  });

  it('leave out what is no part of a view, and keep the rest', () => {
    expect(parseView('in=attic&order=title&shelf=none&only=unread')).toEqual({ order: 'title', only: ['unread'] });
  });

  it('know the place apart from what narrows it', () => {
    const given: LibraryView = { state: 'inbox', only: ['unread'], tags: ['maps'], order: 'title' };
    expect([placeOf(given), isNarrowed(given), isNarrowed(placeOf(given))]).toEqual([{ state: 'inbox' }, true, false]);
    expect(toggleOnly(given, 'unread')).toEqual({ state: 'inbox', tags: ['maps'], order: 'title' });
  });
});
