/** When a feed is asked next. Pure: the clock and chance are given. */
import type { FeedPace } from '../store/feed-store.ts';

/** In minutes. Nobody is asked more often by itself, and nobody is forgotten. */
export const shortest = 30;
export const longest = 1440;

/** By so much at most an appointment is put off, so that a hundred feeds are not all asked in one minute. */
const jitter = 0.1;

const minute = 60_000;
const hour = 60 * minute;

/** A feed that brought something is asked sooner, one that did not later. */
export function nextInterval(before: number, broughtNews: boolean): number {
  return bounded(broughtNews ? before / 2 : before * 1.5);
}

/** After failures in a row: twice as long each time. */
export function afterFailures(failures: number): number {
  return bounded(shortest * 2 ** Math.min(failures, 10));
}

/** `askedFor` is what the feed or its server wants to be left alone for, in milliseconds; it may be longer than a day. */
export function nextTime(
  now: Date,
  intervalMinutes: number,
  { askedFor, pace, chance }: { readonly askedFor: number; readonly pace: FeedPace | null; readonly chance: number },
): Date {
  const wanted = Math.min(Math.max(askedFor, (pace?.minutes ?? 0) * minute), 7 * longest * minute);
  const wait = Math.max(intervalMinutes * minute * (1 + jitter * chance), wanted);
  return outOfSkipped(new Date(now.getTime() + wait), pace);
}

/** `max-age` in milliseconds; 0 if the header asks for nothing. */
export function freshFor(cacheControl: string | null): number {
  if (cacheControl === null || /\bno-(?:cache|store)\b/i.test(cacheControl)) return 0;
  return Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1] ?? 0) * 1000;
}

/** To the first hour that the feed does not want to be left alone in. One that skips everything is not believed. */
function outOfSkipped(time: Date, pace: FeedPace | null): Date {
  if (pace === null) return time;
  const { skipHours, skipDays } = pace;
  const isSkipped = (at: Date) => skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay());
  let at = time;
  for (let step = 0; step < 24 * 7; step += 1) {
    if (!isSkipped(at)) return at;
    at = new Date(Math.floor(at.getTime() / hour) * hour + hour);
  }
  return time;
}

function bounded(minutes: number): number {
  return Math.round(Math.min(longest, Math.max(shortest, minutes)));
}
