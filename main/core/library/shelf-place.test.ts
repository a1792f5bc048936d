import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBefore } from './shelf-place.ts';

const standing = Int32Array.of(1, 2, 3, 4, 5);
const before = (moved: readonly number[], target: Parameters<typeof placeBefore>[2]): number | null =>
  placeBefore(standing, new Set(moved), target);

describe('the place on a shelf', () => {
  it('is one row further for each step, and the same at either end', () => {
    expect([before([3], 'up'), before([3], 'down'), before([3], 'top'), before([3], 'end')]).toEqual([2, 5, 1, null]);
    expect([before([1], 'up'), before([5], 'down'), before([1, 2], 'top')]).toEqual([2, null, 3]);
    expect([before([4], 'down'), before([2, 3], 'up'), before([2, 3], 'down')]).toEqual([null, 1, 5]);
  });

  it('is past those that are moved where they were let go over themselves', () => {
    expect([before([2, 3], 2), before([2, 3], 5), before([4, 5], 4), before([2], 99)]).toEqual([4, 5, null, null]);
  });

  it('is never before one that is moved itself', () => {
    const targets = fc.constantFrom<Parameters<typeof placeBefore>[2]>('top', 'up', 'down', 'end', 1, 2, 3, 4, 5, 6);
    const some = fc.subarray([...standing], { minLength: 1 });
    fc.assert(fc.property(some, targets, (moved, target) => !moved.includes(before(moved, target) ?? 0)));
  });
});
