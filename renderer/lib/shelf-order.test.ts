import { describe, expect, it } from 'vitest';
import type { Shelf } from '../../main/contract/organise-entities.ts';
import { gapAt, inOwnOrder, movedWords, shelfOrder } from './shelf-order.ts';

const byHand: Shelf = { id: 1, parent: null, name: 'Coast', count: 3, query: null };
const smart: Shelf = { ...byHand, id: 2, query: 'sea' };
const outer: Shelf = { ...byHand, id: 3, count: 0 };
const order = (view: Parameters<typeof shelfOrder>[0]): ReturnType<typeof shelfOrder> =>
  shelfOrder(view, [byHand, smart, outer]);

describe('the own order of a shelf', () => {
  it('lets rows be moved where the whole of it shows from its beginning', () => {
    expect(order({ shelf: 1, order: 'shelf' })).toBe('movable');
    expect(order({ shelf: 1, order: 'shelf', descending: false })).toBe('movable');
    expect(order({ shelf: 1 })).toBe('order');
    expect(order({ shelf: 1, order: 'shelf', descending: true })).toBe('direction');
    expect(order({ shelf: 1, order: 'shelf', tags: ['sea'], descending: true })).toBe('filters');
    expect(order({ shelf: 1, order: 'shelf', state: 'inbox' })).toBe('filters');
    for (const view of [{}, { shelf: 2 }, { shelf: 3 }, { shelf: 9 }])
      expect(order({ ...view, order: 'shelf' })).toBe(null);
  });

  it('is a step away from every other view of the shelf', () => {
    expect(inOwnOrder({ shelf: 1, text: 'sea', order: 'title', descending: true })).toEqual({
      shelf: 1,
      order: 'shelf',
    });
  });

  it('says where what was moved stands', () => {
    expect(movedWords(1, 2, 12)).toBe('1 article moved to place 3 of 12');
    expect(movedWords(3, 0, 1200)).toBe('3 articles moved to place 1 and after of 1,200');
    expect(movedWords(0, 0, 12)).toBe('Nothing moved: the place is 1 of 12 already.');
  });
});

describe('what is held over a list', () => {
  it('falls into the nearest gap, within the list', () => {
    expect([gapAt(0, 0, 50, 9), gapAt(24, 0, 50, 9), gapAt(26, 0, 50, 9), gapAt(10, 4.5, 50, 9)]).toEqual([0, 0, 1, 5]);
    expect([gapAt(-80, 0, 50, 9), gapAt(900, 4, 50, 9)]).toEqual([0, 9]);
  });
});
