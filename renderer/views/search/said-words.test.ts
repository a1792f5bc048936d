import { expect, it } from 'vitest';
import { listOfWords, percentDone } from './said-words.ts';

it('never says that an index is complete while it is being built', () => {
  const index = { state: 'building', documents: 0 } as const;
  expect(percentDone({ ...index, done: 999, total: 1000 })).toBe(99);
  expect(percentDone({ ...index, done: 0, total: 0 })).toBe(0);
});

it('lists words as one says them', () => {
  expect(listOfWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
