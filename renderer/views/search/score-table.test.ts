import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreTable } from './score-table.ts';

const part = (points: number) => ({ what: 'worm', how: 'in the text', points });

it('rounds the points so that the column adds up', () => {
  const { rows, sum } = scoreTable({ articleId: 'a', score: 1, parts: [part(1 / 3), part(1 / 3), part(1 / 3)] });
  expect(rows.map(({ points }) => points)).toEqual(['0.34', '0.33', '0.33']);
  expect(sum).toBe('1.00');
});

it('adds up for any points, negative ones too', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 }), (points) => {
      const score = points.reduce((total, one) => total + one, 0);
      const { rows, sum } = scoreTable({ articleId: 'a', score, parts: points.map(part) });
      const read = (text: string): number => Math.round(Number(text.replace('−', '-')) * 100);
      expect(rows.reduce((total, row) => total + read(row.points), 0)).toBe(read(sum));
    }),
  );
});
