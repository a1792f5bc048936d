import { describe, expect, it } from 'vitest';
import { qualityOf, type JudgedQuery } from './measures.ts';

function judged(relevant: Record<string, number>): JudgedQuery {
  return { text: '', misspelt: false, relevant: new Map(Object.entries(relevant)) };
}

describe('quality of a ranking', () => {
  it('is perfect for the judged documents in the order of their grades', () => {
    const query = judged({ a: 3, b: 2, c: 1 });
    expect(qualityOf([query], [['a', 'b', 'c', 'x']])).toEqual({ ndcg: 1, mrr: 1, recall: 1, success: 1 });
  });

  it('is nothing where nothing is found, and the mean over queries', () => {
    const queries = [judged({ a: 3 }), judged({ b: 3 })];
    expect(qualityOf(queries, [['a'], []])).toEqual({ ndcg: 0.5, mrr: 0.5, recall: 0.5, success: 0.5 });
  });

  it('discounts by the logarithm of the place, and seeks from grade 2 on', () => {
    const query = judged({ a: 3, b: 1 });
    const { ndcg, mrr, recall, success } = qualityOf([query], [['b', 'a']]);
    const ideal = 7 / Math.log2(2) + 1 / Math.log2(3);
    expect(ndcg).toBeCloseTo((1 / Math.log2(2) + 7 / Math.log2(3)) / ideal);
    expect({ mrr, recall, success }).toEqual({ mrr: 0.5, recall: 1, success: 0 });
  });

  it('looks at ten places and no further', () => {
    const ranking = [...Array.from({ length: 10 }, (_, place) => String(place)), 'a'];
    expect(qualityOf([judged({ a: 3 })], [ranking]).ndcg).toBe(0);
  });
});
