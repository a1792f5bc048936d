/** Dates as we print them. Input is an ISO date, or one with a local time; times are shown as they were written. */

type Style = 'full' | 'day' | 'short' | 'year';

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

const weekday: Intl.DateTimeFormatOptions = { weekday: 'short' };

export function formatDate(iso: string, style: Style, language = 'en-GB'): string {
  // British English sets a comma after the weekday only in newer Unicode tables; we never do.
  return formatterOf(language, styles[style])
    .formatToParts(asUtc(iso))
    .map((part) => (part.type === 'literal' && part.value === ', ' ? ' ' : part.value))
    .join('');
}

/**
 * How a piece of news is dated beside the edition of the day: its hour on that day, the weekday within the week before,
 * else day and month, with the year where that differs.
 */
export function formatNewsDate(iso: string, issued: string, language = 'en-GB'): string {
  const date = asUtc(iso);
  const edition = asUtc(issued.slice(0, 10));
  const days = Math.round((edition.getTime() - asUtc(iso.slice(0, 10)).getTime()) / 86_400_000);
  if (days === 0 && iso.includes('T')) return iso.slice(11, 16);
  if (days >= 0 && days < 7) return formatterOf(language, weekday).format(date);
  const short = formatDate(iso, 'short', language);
  return date.getUTCFullYear() === edition.getUTCFullYear() ? short : `${short} ${date.getUTCFullYear()}`;
}

/** Made once each: making one takes longer than all it will ever format of a list. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter;
}

/** The wall-clock reading of `iso`, held in UTC so that no zone of the reader's moves it to another day. */
function asUtc(iso: string): Date {
  const wall = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(iso);
  if (wall === null) throw new RangeError(`“${iso}” is not an ISO date`);
  const [, year, month, day, hour = 0, minute = 0] = wall;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)));
}
