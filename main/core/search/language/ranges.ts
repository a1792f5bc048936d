/** Numbers as one types them: `500`, `>500`, `>=500`, `<10`, `<=10`, `200..800`, `200..`, `..800`. */

/** Both included; Infinity for no upper end. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

const number = String.raw`\d{1,9}`;
const compared = new RegExp(`^([<>]=?)(${number})$`);
const between = new RegExp(`^(${number})?\\.\\.(${number})?$`);
const alone = new RegExp(`^${number}$`);

/** Null for anything else. */
export function rangeOf(text: string): Range | null {
  if (alone.test(text)) return { least: Number(text), most: Number(text) };
  const [, sign, bound] = compared.exec(text) ?? [];
  if (sign !== undefined) return comparison(sign, Number(bound));
  const parts = between.exec(text);
  if (parts === null || text === '..') return null;
  const [, least, most] = parts;
  return { least: Number(least ?? 0), most: most === undefined ? Infinity : Number(most) };
}

function comparison(sign: string, bound: number): Range {
  if (sign === '>') return { least: bound + 1, most: Infinity };
  if (sign === '>=') return { least: bound, most: Infinity };
  return { least: 0, most: sign === '<' ? bound - 1 : bound };
}

export function isRange(text: string): boolean {
  return rangeOf(text) !== null;
}

export function isUnfinishedRange(text: string): boolean {
  return /^(?:[<>]?=?|\d{1,9}\.|\.{1,2})$/.test(text);
}
