import { describe, expect, it } from 'vitest';
import { count, fileSize, minutesLeft } from './counts.ts';
import { formatDate, formatNewsDate } from './dates.ts';
import { charactersPerLine } from './reading-measure.ts';

describe('dates', () => {
  it('are printed as they were written, in whatever zone one reads', () => {
    expect(formatDate('2026-09-07', 'full')).toBe('Monday 7 September 2026');
    expect(formatDate('2026-09-07T23:59', 'day')).toBe('7 September 2026');
    expect(formatDate('2026-09-07T00:01:00+13:00', 'short')).toBe('7 Sept');
    expect(formatDate('1988-11-02', 'year')).toBe('1988');
  });

  it('refuse what is none', () => {
    expect(() => formatDate('yesterday', 'day')).toThrow('“yesterday” is not an ISO date');
  });

  it.each([
    ['2026-09-07T07:30', '07:30'],
    ['2026-09-07', 'Mon'],
    ['2026-09-06', 'Sun'],
    ['2026-09-01', 'Tue'],
    ['2026-08-31', '31 Aug'],
    ['2025-08-31', '31 Aug 2025'],
    ['2026-09-09', '9 Sept'],
  ])('of news beside an edition of 7 September 2026: %s is %s', (iso, expected) => {
    expect(formatNewsDate(iso, '2026-09-07')).toBe(expected);
  });
});

describe('numbers in sentences', () => {
  it('agree with what they count', () => {
    expect([count(0, 'story', 'stories'), count(1, 'story', 'stories'), count(1284, 'story', 'stories')]).toEqual([
      '0 stories',
      '1 story',
      '1,284 stories',
    ]);
  });

  it('leave at least a minute of a begun story', () => {
    expect([minutesLeft(18, 0.37), minutesLeft(4, 0.99)]).toEqual([11, 1]);
  });

  it('say sizes as a file manager does', () => {
    expect([fileSize(940), fileSize(640_400), fileSize(999_499), fileSize(2_100_000), fileSize(31e9)]).toEqual([
      '940 bytes',
      '640 kB',
      '999 kB',
      '2.1 MB',
      '31.0 GB',
    ]);
  });

  it('give the look’s 66 characters for its measure and size', () => {
    expect(charactersPerLine(38.5, 1.25)).toBe(66);
  });
});
