/** How long to wait before the next attempt: twice as long each time, with some chance in it so that not all come at once. */

interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** `attempt` is from 1; `chance` from 0 to 1. Between half of the time and all of it. */
export function backoffMs({ firstMs, longestMs }: Backoff, attempt: number, chance: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(whole * (0.5 + chance / 2));
}

export const pageBackoff: Backoff = { firstMs: 60_000, longestMs: 6 * 60 * 60 * 1000 };
export const offlineBackoff: Backoff = { firstMs: 15_000, longestMs: 10 * 60 * 1000 };
