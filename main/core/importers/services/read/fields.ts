/** Fields of JSON, read with patience: a number for a text, a text for a number, nothing for what makes no sense. */

export type Fields = Readonly<Record<string, unknown>>;

/** Null for what is no object. */
export function fieldsOf(value: unknown): Fields | null {
  // Any object may be asked for a field.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Of the first of these fields that is a text or a number and not blank; else empty. */
export function textIn(fields: Fields, ...names: readonly string[]): string {
  for (const name of names) {
    const value = fields[name];
    const text = typeof value === 'string' ? value.toWellFormed() : typeof value === 'number' ? String(value) : '';
    if (text.trim() !== '') return text;
  }
  return '';
}

/** Whether it is set, as JSON or as text has it: true, 1, "1", "true", "yes". */
export function isSet(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^\s*(?:1|true|yes)\s*$/i.test(value));
}

/** Null for what is no number. */
export function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Of a share of 0 to `whole`: 0 to 1. */
export function progressOf(value: unknown, whole: number): number | null {
  const number = numberIn(value);
  return number === null ? null : Math.min(1, Math.max(0, number / whole));
}
