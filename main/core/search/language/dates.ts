/** Dates as one types them, in days since 1970-01-01: a year, a month, a day, or from one to another. */

/** From the first day to the last, both included; `null` for no end on that side. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const millisecondsPerDay = 86_400_000;

/** The days of `2001`, `2001-09`, `2001-09-18`, `2001..2003`, `..2003` or `2001..`; null for anything else. */
export function periodOf(text: string): Period | null {
  const [first = '', last, ...more] = text.split('..');
  if (last === undefined) return onePeriod(first);
  if (more.length > 0 || (first === '' && last === '')) return null;
  const start = first === '' ? { from: null, to: null } : onePeriod(first);
  const end = last === '' ? { from: null, to: null } : onePeriod(last);
  return start === null || end === null ? null : { from: start.from, to: end.to };
}

function onePeriod(text: string): Period | null {
  const [, year, month, day] = date.exec(text) ?? [];
  if (year === undefined) return null;
  const first = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (first === null) return null;
  const next =
    day !== undefined
      ? first + 1
      : month !== undefined
        ? dayOf(Number(year) + (month === '12' ? 1 : 0), (Number(month) % 12) + 1, 1)
        : dayOf(Number(year) + 1, 1, 1);
  return { from: first, to: (next ?? first + 1) - 1 };
}

/** Null for a day that no calendar has. */
function dayOf(year: number, month: number, day: number): number | null {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  const isDay = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isDay ? Math.round(time.getTime() / millisecondsPerDay) : null;
}

/** The year of a day. */
export function yearOf(days: number): number {
  return new Date(days * millisecondsPerDay).getUTCFullYear();
}

export function isDateRange(text: string): boolean {
  return periodOf(text) !== null;
}

/** `20`, `2001-`, `2001.` and `2001..20` may become a date; `2001` is one. */
export function isUnfinishedDate(text: string): boolean {
  return /^(?:(?:\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?)?\.\.?)?(?:\d{0,4}|\d{4}-|\d{4}-\d{1,2}-?|\d{4}-\d{1,2}-\d{1,2}\.?|\d{4}(?:-\d{1,2})?\.)$/.test(
    text,
  );
}
