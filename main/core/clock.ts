/** The time, and what is to be done at a later one: so that a test need not wait for it. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  /** Runs it once, later. Returns the way not to. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The longest that a timer of the system takes. */
const longestMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(longestMs, milliseconds));
    return () => {
      clearTimeout(timer);
    };
  },
};
