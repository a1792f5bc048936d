import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../main/contract/organise-entities.ts';
import { isWithin, shelfRows, stepShelf } from './shelf-tree.ts';

const shelf = (id: number, parent: number | null): Shelf => ({ id, parent, name: `${id}`, count: 0, query: null });
const shelves = [shelf(1, null), shelf(2, null), shelf(3, 1), shelf(4, 1), shelf(5, 3), shelf(6, null)];
const [first = shelf(1, null), second = shelf(2, null)] = shelves;

describe('shelves within shelves', () => {
  it('are read from the outermost inwards, folded ones without what they hold', () => {
    expect(shelfRows(shelves).map((row) => [row.shelf.id, row.depth])).toEqual([
      [1, 0],
      [3, 1],
      [5, 2],
      [4, 1],
      [2, 0],
      [6, 0],
    ]);
    expect(shelfRows(shelves, new Set([1])).map((row) => [row.shelf.id, row.hasInner])).toEqual([
      [1, true],
      [2, false],
      [6, false],
    ]);
  });

  it('never go into themselves', () => {
    expect([isWithin(shelves, 5, 1), isWithin(shelves, 1, 1), isWithin(shelves, 1, 5)]).toEqual([true, true, false]);
  });

  it('step past the next sibling, and stay at the ends', () => {
    expect(stepShelf(shelves, first, 1)).toEqual({ parent: null, before: 6 });
    expect(stepShelf(shelves, second, 1)).toEqual({ parent: null, before: null });
    expect(stepShelf(shelves, second, -1)).toEqual({ parent: null, before: 1 });
    expect(stepShelf(shelves, first, -1)).toBeNull();
  });
});
