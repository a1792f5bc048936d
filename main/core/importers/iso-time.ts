/** Times as files write them, to the two forms that we keep: a plain date, or an instant in UTC. */

/** Seconds below this, milliseconds from it on: the one would be the year 2286, the other 1970. */
const firstMilliseconds = 1e10;

/** Null for what is no time, or none between the years 1 and 9999. */
export function isoTime(value: unknown): string | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\s*\d{9,13}\s*$/.test(value))) {
    const number = Number(value);
    return instant(number < firstMilliseconds ? number * 1000 : number);
  }
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return instant(Date.parse(text)) === null ? null : text;
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  // What names no zone is taken for UTC, so that the same file means the same everywhere.
  const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text)
    ? `${text.replace(' ', 'T')}Z`
    : text;
  return instant(Date.parse(zoned));
}

function instant(milliseconds: number): string | null {
  if (!Number.isFinite(milliseconds)) return null;
  const time = new Date(milliseconds);
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999 ? time.toISOString() : null;
}
