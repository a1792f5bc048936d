import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { starTest } from './star-pattern.ts';

describe('a pattern with stars', () => {
  it('matches what a regular expression with any run in the place of each star does', () => {
    const letters = (units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 8 });
    fc.assert(
      fc.property(letters(['a', 'b', 'é', '*']), letters(['a', 'b', 'é', '𝒳']), (pattern, text) => {
        expect(starTest(pattern)(text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'su').test(text));
      }),
    );
  });

  // A matcher that goes back to every star would not come to an end within the time of a test.
  it('comes to an end, however many stars do not fit', () => {
    expect(starTest(`${'*a'.repeat(30)}*b`)('a'.repeat(2000))).toBe(false);
  });
});
