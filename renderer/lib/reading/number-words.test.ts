import { describe, expect, it } from 'vitest';
import { gapText, numberWord } from './number-words.ts';

describe('numberWord', () => {
  it('writes small numbers as words and others with grouped figures', () => {
    expect([1, 3, 12, 13, 1284].map(numberWord)).toEqual(['one', 'three', 'twelve', '13', '1,284']);
  });
});

describe('gapText', () => {
  it('says how many paragraphs are left out, as the beginning of a sentence', () => {
    expect(gapText(1)).toBe('One paragraph without a match');
    expect(gapText(3)).toBe('Three paragraphs without a match');
    expect(gapText(24)).toBe('24 paragraphs without a match');
  });
});
