import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn, matchText, previewWords } from './feed-words.ts';

describe('rules as text', () => {
  it('say where each line is looked for, and are read as they were written', () => {
    expect(matchesIn('football\n\nAuthor:  Ada Lovelace \ncategory:sport\nurl: x')).toEqual([
      { field: 'any', words: 'football' },
      { field: 'author', words: 'Ada Lovelace' },
      { field: 'category', words: 'sport' },
      { field: 'any', words: 'url: x' },
    ]);
    const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/);
    const match = fc.record({ field: fc.constantFrom('any', 'title', 'author', 'category'), words: word });
    fc.assert(
      fc.property(fc.array(match), (matches) => {
        expect(matchesIn(matchText(matches))).toEqual(matches);
      }),
    );
  });

  it('are previewed in numbers', () => {
    expect(previewWords({ total: 30, taken: 12, markedRead: 0 })).toBe(
      'Of the 30 items offered so far, 12 would be taken.',
    );
    expect(previewWords({ total: 1, taken: 1, markedRead: 1 })).toContain('1 item offered so far, 1 would be taken, 1');
  });
});
