/** A clock that stands still until it is put forward. */
import type { Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  /** Runs what is due by then, in its order. */
  advance(milliseconds: number): void;
  /** Until the next thing to do; null if there is none. */
  untilNext(): number | null;
}

export function fakeClock(start = 0): FakeClock {
  let time = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => time,
    after: (milliseconds, run) => {
      const timer = { at: time + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance: (milliseconds) => {
      time += milliseconds;
      const due = timers.filter(({ at }) => at <= time).toSorted((one, other) => one.at - other.at);
      timers = timers.filter(({ at }) => at > time);
      for (const { run } of due) run();
    },
    untilNext: () => (timers.length === 0 ? null : Math.min(...timers.map(({ at }) => at)) - time),
  };
}
