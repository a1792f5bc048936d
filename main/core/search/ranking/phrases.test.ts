import { describe, expect, it } from 'vitest';
import { withPhrases } from './phrases.ts';

/** 4,000 hits, the last the best; every other one holds the phrase. */
const hits = {
  total: 4000,
  documents: Uint32Array.from({ length: 4000 }, (_, at) => at),
  scores: Float32Array.from({ length: 4000 }, (_, at) => at),
  met: new Uint32Array(4000),
};

describe('hits that hold a phrase', () => {
  it('are all looked into once the phrase is there', () => {
    let asked = 0;
    const has = (document: number): boolean => {
      asked += 1;
      return document % 2 === 0;
    };
    const held = withPhrases(hits, [{ has, isOpen: false }]);
    expect([held.total, held.documents.length, asked]).toEqual([2000, 2000, 4000]);
    expect([held.documents[3], held.scores[3]]).toEqual([6, 6]);
  });

  it('are the best of them while it is being typed', () => {
    let asked = 0;
    const has = (document: number): boolean => {
      asked += 1;
      return document % 2 === 0;
    };
    const held = withPhrases(hits, [{ has, isOpen: true }]);
    expect(asked).toBeLessThan(2000);
    expect(held.documents).toContain(3998);
    expect(Math.min(...held.documents)).toBeGreaterThan(2000);
  });
});
