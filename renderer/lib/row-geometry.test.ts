import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTop, rowsAround, rowsAt, scrollTopToShow, sizeOf, tallest, type RowSpace } from './row-geometry.ts';

const space: fc.Arbitrary<RowSpace> = fc.record({
  count: fc.integer({ min: 1, max: 2_000_000 }),
  rowHeight: fc.constantFrom(32, 56, 96),
  viewport: fc.integer({ min: 200, max: 2000 }),
});
const place = fc.record({ space, at: fc.double({ min: 0, max: 1, noNaN: true }) });
const scrolled = ({ space: of, at }: { space: RowSpace; at: number }): number =>
  Math.max(0, sizeOf(of) - of.viewport) * at;

describe('the rows of a long list', () => {
  it('fill the viewport wherever one scrolls', () => {
    fc.assert(
      fc.property(place, (given) => {
        const top = scrolled(given);
        const { first, end } = rowsAt(given.space, top);
        const { count, rowHeight, viewport } = given.space;
        const begins = blockTop(given.space, top, first);
        expect(begins).toBeLessThanOrEqual(top + 0.01);
        if (end < count) expect(begins + (end - first) * rowHeight).toBeGreaterThanOrEqual(top + viewport - 0.01);
      }),
    );
  });

  it('reach the first at the top and the last at the bottom, scaled or not', () => {
    fc.assert(
      fc.property(space, (of) => {
        expect(sizeOf(of)).toBeLessThanOrEqual(tallest);
        expect(rowsAt(of, 0).first).toBe(0);
        expect(rowsAt(of, scrolled({ space: of, at: 1 })).end).toBe(of.count);
      }),
    );
  });

  it('are of one number around the viewport, with those in sight among them', () => {
    fc.assert(
      fc.property(place, (given) => {
        const top = scrolled(given);
        const seen = rowsAt(given.space, top);
        const { first, end } = rowsAround(given.space, top);
        expect([first <= seen.first, end >= seen.end]).toEqual([true, true]);
        const atTop = rowsAround(given.space, 0);
        expect(end - first).toBe(atTop.end - atTop.first);
      }),
    );
  });

  it('come wholly into sight when they are to be shown', () => {
    fc.assert(
      fc.property(place, fc.nat(), (given, number) => {
        const index = number % given.space.count;
        const top = scrollTopToShow(given.space, scrolled(given), index);
        const at = blockTop(given.space, top, index);
        expect(at).toBeGreaterThanOrEqual(top - 0.01);
        expect(at + given.space.rowHeight).toBeLessThanOrEqual(top + given.space.viewport + 0.01);
      }),
    );
  });
});
