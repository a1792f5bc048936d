import { describe, expect, it } from 'vitest';
import { cleanedWords, proposalWords, stretches } from './storage-words.ts';

describe('the bar', () => {
  it('is filled by its parts, each where the one before ended', () => {
    const [first, second] = stretches([75, 25]);
    expect([first!.from, second!.from]).toEqual([0, 0.75]);
    expect(second!.from + second!.length).toBeLessThanOrEqual(1);
    expect(stretches([1, 1e9])[0]!.length).toBeGreaterThan(0);
    expect(stretches([])).toEqual([]);
  });
});

describe('the words', () => {
  it('say of each proposal how many, why and what then', () => {
    const { title, then } = proposalWords({ kind: 'duplicates', articles: 1 });
    expect(title).toBe('1 article whose text is here twice');
    expect(then).toContain('you can take that back');
    expect(proposalWords({ kind: 'trash', articles: 1200 }).title).toBe(
      '1,200 articles in the trash for more than a month',
    );
  });

  it('claim free room only for what is gone', () => {
    expect(cleanedWords(2, 2_000_000, false)).toBe('2 articles put in order: 2.0 MB are free.');
    expect(cleanedWords(2, 2_000_000, true)).toBe('2 articles put in order.');
  });
});
