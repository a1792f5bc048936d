import { expect, it } from 'vitest';
import { ledgerWords } from './ledger-words.ts';

it('says of a saved article what is here of it and what is not', () => {
  expect(ledgerWords(0, 0)).toBe('Kept whole on this device');
  expect(ledgerWords(1, 1)).toBe('Kept whole on this device, with 1 picture');
  expect(ledgerWords(4, 3)).toBe('The text is kept whole, with 3 of 4 pictures');
  expect(ledgerWords(2, 0)).toBe('The text is kept whole, with none of 2 pictures');
});
