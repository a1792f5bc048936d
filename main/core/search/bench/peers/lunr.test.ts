import { expect, it } from 'vitest';
import { lunrPeer } from './lunr.ts';

/** Digits of random number and value, the same each time. */
function digits(count: number): string[] {
  let state = 7;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(8) }, () => next(10)).join(''));
}

it('finds every number, of which lunr as it is published loses some', () => {
  const numbers = [...new Set(digits(10_000))];
  const peer = lunrPeer.create({ directory: '', weights: { title: 1 } });
  void peer.build(numbers.map((number) => ({ id: number, fields: { title: number } })));
  const lost = numbers.filter((text) => peer.search({ mode: 'any', words: [{ text, as: 'word' }] }, 1)[0] !== text);
  expect(lost).toEqual([]);
});
