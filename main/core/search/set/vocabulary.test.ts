import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTerm } from '../analysis.ts';
import { buildSegment } from '../segment/build-segment.ts';
import { openSegment } from '../segment/segment.ts';
import { article } from '../test-helpers/lunr-oracle.ts';
import { createVocabulary } from './vocabulary.ts';

const over = (...texts: string[]) =>
  createVocabulary(texts.map((text, index) => openSegment(buildSegment([article(`a${index}`, { blocks: [text] })]))));

/** Damerau's distance (neighbours swapped once), by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) => [row, ...Array<number>(b.length).fill(0)]);
  for (let column = 0; column <= b.length; column += 1) rows[0]![column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      let cost = Math.min(
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, rows[row - 2]![column - 2]! + 1);
      rows[row]![column] = cost;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('the vocabulary', () => {
  it('says how often a word occurs, over all segments', () => {
    const words = over('worm patch', 'worm', 'worms');
    expect([words.frequency(exactTerm('worm')), words.frequency('worm'), words.has('=patch'), words.has('=x')]).toEqual(
      [2, 3, true, false],
    );
  });

  it('completes a word by the most frequent that begin so', () => {
    const words = over('patch patchwork', 'patchwork patched', 'patchwork pat', 'patch');
    expect(words.completions('patch', 2)).toEqual([
      { form: 'patchwork', documents: 3 },
      { form: 'patched', documents: 1 },
    ]);
  });

  it('finds the nearest words, the likeliest first', () => {
    const words = over('receive deceive', 'receive recipe', 'relieve');
    expect(words.nearest('recieve', 3).map(({ form }) => form)).toEqual(['receive', 'relieve']);
    expect(words.nearest('ercipe', 3).map(({ form }) => form)).toEqual(['recipe']);
    expect(words.nearest('zzzzzz', 3)).toEqual([]);
    expect(words.nearest('rec', 3)).toEqual([]);
  });

  it('finds exactly the words within the distance, whatever the words are', () => {
    const word = fc.stringMatching(/^[abc]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), word, (list, sought) => {
        const most = sought.length < 4 ? 0 : sought.length < 8 ? 1 : 2;
        const inReach = list.filter(
          (one) => one.startsWith(sought.charAt(0)) && distance(one, sought) <= most && one !== sought,
        );
        if (list.includes(sought) || inReach.length === 0) return;
        const least = Math.min(...inReach.map((one) => distance(one, sought)));
        const expected = new Set(inReach.filter((one) => distance(one, sought) <= least));
        expect(
          new Set(
            over(list.join(' '))
              .nearest(sought, 100)
              .map(({ form }) => form),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
