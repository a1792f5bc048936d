import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailures, freshFor, longest, nextInterval, nextTime, shortest } from './schedule.ts';

const now = new Date('2026-11-27T08:30:00.000Z');

describe('when a feed is asked next', () => {
  it('is sooner after news, later after none, and never beyond the bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 1000 }),
        (before, news, failures) => {
          for (const minutes of [nextInterval(before, news), afterFailures(failures)]) {
            expect(minutes).toBeGreaterThanOrEqual(shortest);
            expect(minutes).toBeLessThanOrEqual(longest);
          }
        },
      ),
    );
    expect([nextInterval(120, true), nextInterval(120, false), afterFailures(1), afterFailures(3)]).toEqual([
      60, 180, 60, 240,
    ]);
  });

  it('is never in an hour or on a day that the feed skips, unless it skips all of them', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 23 });
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(hours, days, fc.integer({ min: 30, max: 1440 }), (skipHours, skipDays, interval) => {
        const pace = { minutes: null, skipHours, skipDays };
        const at = nextTime(now, interval, { askedFor: 0, pace, chance: 0.5 });
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        expect(skipHours).not.toContain(at.getUTCHours());
        expect(skipDays).not.toContain(at.getUTCDay());
      }),
    );
    const all = { minutes: null, skipHours: [], skipDays: [0, 1, 2, 3, 4, 5, 6] };
    expect(nextTime(now, 30, { askedFor: 0, pace: all, chance: 0 }).toISOString()).toBe('2026-11-27T09:00:00.000Z');
  });

  it('is put off as its server asks, at most a week', () => {
    expect(freshFor('public, max-age=600')).toBe(600_000);
    expect(freshFor('no-cache, max-age=600')).toBe(0);
    const year = 365 * 86_400_000;
    const pace = { minutes: null, skipHours: [], skipDays: [] };
    expect(nextTime(now, 30, { askedFor: year, pace, chance: 0 }).toISOString()).toBe('2026-12-04T08:30:00.000Z');
  });
});
