/** Dates as pages write them. What is left out of a date is not made up: a day without a time stays a day. */

/** ISO 8601 in UTC, or a plain date; null for what is no date between 1900 and the end of 2100. */
export function readDate(written: string): string | null {
  const text = written.trim();
  if (text === '' || text.length > 80) return null;
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (day !== null) return plainDay(Number(day[1]), Number(day[2]), Number(day[3]));
  if (/^\d{9,13}$/.test(text)) return instant(Number(text) * (text.length > 11 ? 1 : 1000));
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i.exec(
    text,
  );
  if (iso !== null) return instant(Date.parse(`${iso[1] ?? ''}T${iso[2] ?? ''}${zone(iso[3])}`));
  // Words: "12 March 2024", "March 12, 2024", "Tue, 12 Mar 2024 10:00:00 GMT". Without a year it is no date.
  if (!/[a-z]{3}/i.test(text) || !/(?:19|20)\d{2}/.test(text)) return null;
  const plain = text
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/^[a-z]+day,?\s*/i, '')
    .replace(/\bat\b/gi, ' ');
  const hasTime = /\d:\d\d/.test(plain);
  const hasZone = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)\)?$/i.test(plain);
  const milliseconds = Date.parse(hasTime && hasZone ? plain : `${plain} UTC`);
  if (hasTime || Number.isNaN(milliseconds)) return instant(milliseconds);
  return instant(milliseconds)?.slice(0, 10) ?? null;
}

function zone(written: string | undefined): string {
  if (written === undefined || /^z$/i.test(written)) return 'Z';
  const digits = written.replace(':', '');
  return `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
}

function plainDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? (instant(date.getTime())?.slice(0, 10) ?? null) : null;
}

function instant(milliseconds: number): string | null {
  if (Number.isNaN(milliseconds)) return null;
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1900 && year <= 2100 ? date.toISOString() : null;
}
