import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQueries } from './find-query.ts';

describe('words typed into a story’s own field', () => {
  it('are looked for as they follow each other, and else each by itself', () => {
    expect(findQueries('worm')).toEqual(['worm']);
    expect(findQueries(' code  red ')).toEqual(['"code red', 'code red']);
    expect(findQueries('')).toEqual([]);
  });

  it('are never syntax', () => {
    expect(findQueries('-green')).toEqual(['"-green"']);
    expect(findQueries('title:worm')).toEqual(['"title:worm"']);
    expect(findQueries('he said "no or yes')).toEqual(['"he said no or yes', 'he said no "or" yes']);
    expect(findQueries('C++')).toEqual(['"C++"']);
  });

  it('leave nothing open but a phrase, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const queries = findQueries(typed);
        expect(queries.at(-1)?.split('"').length ?? 1).toSatisfy((parts: number) => parts % 2 === 1);
        if (queries.length > 1) expect(queries[0]?.lastIndexOf('"')).toBe(0);
      }),
    );
  });
});
