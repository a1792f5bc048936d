import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnfinishedDate, periodOf, yearOf } from './dates.ts';
import { isUnfinishedRange, rangeOf } from './ranges.ts';

const iso = (day: number | null): string | null =>
  day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
const days = (text: string): unknown => {
  const period = periodOf(text);
  return period === null ? null : [iso(period.from), iso(period.to)];
};

describe('dates in a query', () => {
  it.each([
    ['2001', ['2001-01-01', '2001-12-31']],
    ['2001-09', ['2001-09-01', '2001-09-30']],
    ['2001-12', ['2001-12-01', '2001-12-31']],
    ['2000-02', ['2000-02-01', '2000-02-29']],
    ['2001-9-1', ['2001-09-01', '2001-09-01']],
    ['2001..2003', ['2001-01-01', '2003-12-31']],
    ['2001-09..2001-10-05', ['2001-09-01', '2001-10-05']],
    ['..2003', [null, '2003-12-31']],
    ['2001..', ['2001-01-01', null]],
    ['0050', ['0050-01-01', '0050-12-31']],
  ])('reads %s as a period', (text, period) => {
    expect(days(text)).toEqual(period);
  });

  it.each([
    '',
    'soon',
    '..',
    '20',
    '2001-13',
    '2001-02-29',
    '2001-00',
    '2001...2003',
    '2001..2002..2003',
    '2001-09-18x',
  ])('reads no date in %j', (text) => {
    expect(periodOf(text)).toBeNull();
  });

  it('knows of every beginning of a date that it may become one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2001', '2001-09', '2001-09-18', '2001..2003', '2001-09..2003-10'),
        fc.nat(16),
        (date, length) => {
          const typed = date.slice(0, length);
          expect(isUnfinishedDate(typed) || periodOf(typed) !== null).toBe(true);
        },
      ),
    );
    expect([isUnfinishedDate('soon'), isUnfinishedDate('20-')]).toEqual([false, false]);
  });

  it('knows the year of a day', () => {
    expect([yearOf(0), yearOf(-1), yearOf(11_322)]).toEqual([1970, 1969, 2000]);
  });
});

describe('numbers in a query', () => {
  it.each([
    ['500', 500, 500],
    ['>500', 501, Infinity],
    ['>=500', 500, Infinity],
    ['<10', 0, 9],
    ['<=10', 0, 10],
    ['200..800', 200, 800],
    ['200..', 200, Infinity],
    ['..800', 0, 800],
  ])('reads %s', (text, least, most) => {
    expect(rangeOf(text)).toEqual({ least, most });
  });

  it('reads nothing in what is no number, and waits for what may become one', () => {
    expect(['', '..', 'many', '-1', '1.5', '>'].map(rangeOf)).toEqual(Array(6).fill(null));
    expect(['', '>', '<=', '200.', '.'].every(isUnfinishedRange)).toBe(true);
  });
});
