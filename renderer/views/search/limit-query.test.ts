import { describe, expect, it } from 'vitest';
import { limitMessage, limitQuery, queryLimit } from './limit-query.ts';

describe('limitQuery', () => {
  it('leaves a query of the usual length alone, but for line breaks', () => {
    expect(limitQuery('code red -green')).toBe('code red -green');
    expect(limitQuery('code\r\nred\tworm')).toBe('code red worm');
  });

  it('cuts ten thousand characters between two words', () => {
    const query = limitQuery('worm '.repeat(2000));
    expect(query.length).toBeLessThanOrEqual(queryLimit);
    expect(query.endsWith('worm')).toBe(true);
  });

  it('cuts a text without spaces where it is, and never inside a character', () => {
    expect(limitQuery('a'.repeat(10_000))).toHaveLength(queryLimit);
    expect(limitQuery(`a${'😀'.repeat(5000)}`)).toBe(`a${'😀'.repeat(499)}`);
  });
});

describe('limitMessage', () => {
  it('says what was left out, and nothing otherwise', () => {
    expect(limitMessage('worm')).toBeNull();
    expect(limitMessage('a'.repeat(10_000))).toBe(
      'These are 10,000 characters. Search takes 1,000, so only the beginning is searched for.',
    );
  });
});
