import { describe, expect, it } from 'vitest';
import { withPhrases } from './phrases.ts';

const hits = (count: number) => ({
  total: count,
  documents: Uint32Array.from({ length: count }, (_, at) => at),
  scores: Float32Array.from({ length: count }, (_, at) => at),
  met: new Uint32Array(count),
});

describe('hits that hold a phrase', () => {
  it('are all looked at, the best first, as long as that is quick', () => {
    const found = withPhrases(hits(300), [{ has: (document) => document % 2 === 0, isOpen: false }], () => 0);
    expect([found.total, found.documents[0], found.looked]).toEqual([150, 298, null]);
  });

  it('are looked for in the best articles only when the words stand everywhere, and that is said', () => {
    let time = 0;
    const slow = (document: number): boolean => {
      time += 10;
      return document % 2 === 0;
    };
    const { looked, total, documents } = withPhrases(hits(5000), [{ has: slow, isOpen: false }], () => time);
    expect([looked, total, documents[0]]).toEqual([64, 32, 4998]);
  });
});
