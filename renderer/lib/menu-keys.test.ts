import { expect, it } from 'vitest';
import { entryFor } from './menu-keys.ts';

const labels = ['Newest first', 'Oldest first', 'Élan', 'Shortest first', 'Site', ''];

it('goes from entry to entry and round the ends, wherever the focus was', () => {
  const from = (key: string) => [-1, 0, 3, 5].map((at) => entryFor(key, at, labels));
  expect({ down: from('ArrowDown'), up: from('ArrowUp'), home: from('Home'), end: from('End') }).toEqual({
    down: [0, 1, 4, 0],
    up: [5, 5, 2, 4],
    home: [0, 0, 0, 0],
    end: [5, 5, 5, 5],
  });
});

it('goes to the next entry that begins with a letter, in either case, and round again', () => {
  expect([entryFor('s', -1, labels), entryFor('S', 3, labels), entryFor('s', 4, labels)]).toEqual([3, 4, 3]);
  expect([entryFor('n', 0, labels), entryFor('é', 0, labels)]).toEqual([0, 2]);
});

it('leads nowhere by other keys, by a letter that none begins with, or in a menu without entries', () => {
  for (const key of ['Enter', ' ', 'Tab', 'Escape', 'PageDown', 'x']) expect(entryFor(key, 1, labels)).toBeNull();
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'n']) expect(entryFor(key, -1, [])).toBeNull();
});
