import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const bySegmenter = (text: string) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;

describe('counting words', () => {
  it('counts what Unicode’s boundaries make, the quick way or not', () => {
    const signs = 'aBé1_.\':,; -"’‘–—…«\u00A0\n×'.split(/(?:)/u);
    const latin = fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(latin, fc.string({ unit: 'grapheme' })), (text) => {
        expect(countWords(text, 'en')).toBe(bySegmenter(text));
      }),
      { numRuns: 5000 },
    );
  });
});
