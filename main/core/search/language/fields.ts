/** The names that may stand before a colon, and the values that filters take. */
import { isRange, isUnfinishedRange } from './ranges.ts';
import { isDateRange, isUnfinishedDate } from './dates.ts';

/** Fields whose values are words of the articles. */
export const textFields = ['title', 'author', 'section', 'tag', 'site', 'lang'] as const;
export type TextField = (typeof textFields)[number];

/** Fields whose values come from a list, or are dates or numbers. */
export const filterNames = ['in', 'is', 'has', 'before', 'after', 'date', 'words', 'minutes'] as const;
export type FilterName = (typeof filterNames)[number];

export type FieldName = TextField | FilterName;

const places = ['collection', 'library', 'bookmarks', 'highlights', 'archive', 'feeds', 'trash'] as const;
const states = ['read', 'unread', 'started', 'recommended', 'bookmarked', 'favourite'] as const;
const belongings = ['highlight', 'note', 'image'] as const;

/** Values that filters of a list take; the first of each pair is the one that is printed. */
const listed: Readonly<Partial<Record<FilterName, readonly string[]>>> = { in: places, is: states, has: belongings };

/** Other names and values that readers try. */
const otherNames: Readonly<Record<string, FieldName>> = {
  tags: 'tag',
  by: 'author',
  language: 'lang',
  year: 'date',
  published: 'date',
};
const otherValues: Readonly<Record<string, string>> = {
  bookmark: 'bookmarks',
  bookmarked: 'bookmarks',
  highlight: 'highlights',
  highlighted: 'highlights',
  archived: 'archive',
  feed: 'feeds',
  trashed: 'trash',
  finished: 'read',
  favorite: 'favourite',
  highlights: 'highlight',
  notes: 'note',
  images: 'image',
  picture: 'image',
  pictures: 'image',
};

export function fieldNamed(name: string): FieldName | null {
  const lower = name.toLowerCase();
  return (
    [...textFields, ...filterNames].find((known) => known === lower) ??
    (Object.hasOwn(otherNames, lower) ? (otherNames[lower] ?? null) : null)
  );
}

export function isTextField(name: FieldName): name is TextField {
  return textFields.some((field) => field === name);
}

/** The value in the form that is printed; null for one that the filter does not take. */
export function filterValue(name: FilterName, typed: string): string | null {
  const value = typed.trim().toLowerCase();
  const values = listed[name];
  if (values !== undefined) return values.includes(value) ? value : otherValue(value, values);
  if (name === 'words' || name === 'minutes') return isRange(value) ? value : null;
  return isDateRange(value) ? value : null;
}

function otherValue(value: string, values: readonly string[]): string | null {
  const other = Object.hasOwn(otherValues, value) ? otherValues[value] : undefined;
  return other !== undefined && values.includes(other) ? other : null;
}

/** Whether more typing could make it a value: `is:unr`, `before:200`, `words:>`. */
export function isUnfinishedValue(name: FilterName, typed: string): boolean {
  const value = typed.trim().toLowerCase();
  const values = listed[name];
  if (values !== undefined) return values.some((one) => one.startsWith(value));
  return name === 'words' || name === 'minutes' ? isUnfinishedRange(value) : isUnfinishedDate(value);
}

/** Why a value was not taken. */
export function refusal(name: FilterName, typed: string): string {
  const said = `“${name}:${typed}”`;
  const values = listed[name];
  if (values !== undefined) {
    const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values);
    return `${said} is unknown; after “${name}:” stands ${names}`;
  }
  if (name === 'words' || name === 'minutes') return `${said} names no length, such as >500, <10 or 200..800`;
  return `${said} names no date, such as 2001, 2001-09 or 2001-09-18`;
}

export function valuesOf(name: FilterName): readonly string[] {
  return listed[name] ?? [];
}
