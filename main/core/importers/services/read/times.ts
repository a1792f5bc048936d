/** When something was saved, marked or published, as services write it. */
import { isoTime } from '../../iso-time.ts';

/** Whole numbers from these on are milliseconds, and microseconds: as seconds they would be the year 5138 and later. */
const firstMilliseconds = 1e11;
const firstMicroseconds = 1e14;
const lastMicroseconds = 1e16;

/** Nobody saved a link before there was a web. */
const earliest = '1990';
const latest = '2100';

/** ISO 8601, or null for what is no time or cannot be the time at which a link was saved. */
export function savedTime(value: unknown): string | null {
  const time = anyTime(value);
  return time !== null && time >= earliest && time < latest ? time : null;
}

/** Any year: what was written long before. */
export function anyTime(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : value;
  if (typeof text === 'number' || (typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text)))
    return isoTime(milliseconds(Number(text)));
  // What has no year is guessed at by `Date.parse`.
  if (typeof text !== 'string' || !/\d{4}|\d \w{3} \d{2}\b/.test(text)) return null;
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d+))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (parts === null) return isoTime(withZone(text));
  const [, day = '', hour = '', fraction = '0', zone = 'Z'] = parts;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
  return isoTime(`${day}T${hour.length === 5 ? `${hour}:00` : hour}.${fraction.slice(0, 3)}${offset}`);
}

/** Text in which a time is that has no zone is taken for UTC, so that a file means the same everywhere. */
function withZone(text: string): string {
  return /\d:\d{2}$/.test(text) && !/[+-]\d{2}:\d{2}$/.test(text) ? `${text} UTC` : text;
}

/** NaN for what is no count of anything since 1970. */
function milliseconds(count: number): number {
  if (count <= 0 || count >= lastMicroseconds) return Number.NaN;
  if (count >= firstMicroseconds) return Math.floor(count / 1000);
  return count >= firstMilliseconds ? count : count * 1000;
}
