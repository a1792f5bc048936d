/** What could stand where the caret is: names of fields, their values, and words that occur. */
import type { Completion } from '../../../contract/search-entities.ts';
import { analyse } from '../analysis.ts';
import { fold } from '../fold.ts';
import { fieldClause } from './field-clause.ts';
import { filterNames, isTextField, textFields, valuesOf, type FieldName, type TextField } from './fields.ts';
import { filterLabel } from './sentence.ts';
import { tokenise, type QueryToken } from './tokens.ts';

export interface CompletionSource {
  /** Values of a field with the number of their articles. */
  values(field: Exclude<TextField, 'title'> | 'date'): readonly FieldValue[];
  /** Words that begin so, the most frequent first. */
  words(beginning: string, limit: number): readonly { readonly form: string; readonly documents: number }[];
}

export interface FieldValue {
  /** As it is written in a query. */
  readonly value: string;
  /** As people call it. */
  readonly label: string;
  readonly count: number;
}

const mostItems = 8;

const abouts: Readonly<Record<FieldName, string>> = {
  title: 'words of the headline',
  author: 'who wrote it',
  section: 'part of the collection',
  tag: 'subject',
  site: 'where it was saved from',
  lang: 'language',
  in: 'collection, library, bookmarks, highlights, archive or trash',
  is: 'read, unread, started, recommended, bookmarked or favourite',
  has: 'highlight, note or image',
  before: 'published before a date',
  after: 'published from a date on',
  date: 'a year, a month, a day, or from one to another',
  words: 'length in words: >500, <10, 200..800',
  minutes: 'time to read it: >10, <5, 5..10',
};

const lengths: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  words: ['<500', '500..1500', '>1500'],
  minutes: ['<5', '5..10', '>10'],
};

/** Best first; empty if nothing fits. */
export function complete(query: string, caret: number, source: CompletionSource): Completion[] {
  const before = tokenise(query.slice(0, caret));
  const last = before.at(-1);
  const typed = last?.to === caret && isTyped(last) ? last : null;
  const from = typed?.from ?? caret;
  const to = Math.max(caret, tokenise(query).find((token) => token.from === from && isTyped(token))?.to ?? caret);
  const field = fieldAt(before, typed);
  if (field !== null) return valueItems(field, textOf(typed), source).map((item) => ({ ...item, from, to }));
  if (typed?.kind === 'phrase') return [];
  const names = nameItems(textOf(typed));
  const words = typed === null ? [] : wordItems(typed.text, source);
  return [...names, ...words].slice(0, mostItems).map((item) => ({ ...item, from, to }));
}

type Item = Omit<Completion, 'from' | 'to'>;

/** A word, or a phrase whose end is not yet there. */
function isTyped({ kind, isClosed }: QueryToken): boolean {
  return kind === 'word' || kind === 'or' || (kind === 'phrase' && !isClosed);
}

function textOf(token: QueryToken | null): string {
  return token?.text.trim() ?? '';
}

/** The field whose value is being typed: just before it, or before the group that it stands in. */
function fieldAt(before: readonly QueryToken[], typed: QueryToken | null): FieldName | null {
  const rest = typed === null ? before : before.slice(0, -1);
  const start = typed?.from ?? Infinity;
  const last = rest.at(-1);
  if (last?.kind === 'field' && (typed === null || last.to === start)) return last.field;
  let depth = 0;
  for (let at = rest.length - 1; at >= 0; at -= 1) {
    const token = rest[at];
    if (token?.kind === 'close') depth += 1;
    if (token?.kind !== 'open') continue;
    const named = rest[at - 1];
    if (depth === 0) return named?.kind === 'field' && named.to === token.from ? named.field : null;
    depth -= 1;
  }
  return null;
}

function nameItems(typed: string): Item[] {
  return [...textFields, ...filterNames]
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({ insert: `${name}:`, label: `${name}:`, detail: abouts[name], kind: 'field' }));
}

function wordItems(typed: string, source: CompletionSource): Item[] {
  const words = analyse(typed).filter(({ isWord }) => isWord);
  const [word] = words;
  if (word === undefined || words.length > 1) return [];
  return source
    .words(word.exact, mostItems + 1)
    .filter(({ form }) => form !== word.exact)
    .map(({ form, documents }) => ({ insert: `${form} `, label: form, detail: articles(documents), kind: 'word' }));
}

function valueItems(field: FieldName, typed: string, source: CompletionSource): Item[] {
  const sought = fold(typed);
  if (field === 'title') return typed === '' ? [] : wordItems(typed, source);
  if (isTextField(field)) {
    return source
      .values(field)
      .filter(({ value, label }) => [value, label].some((text) => beginsAWord(fold(text), sought)))
      .slice(0, mostItems)
      .map(({ value, label, count }) =>
        valueItem(fieldClause(field, value).slice(field.length + 1), label, articles(count)),
      );
  }
  if (field === 'before' || field === 'after' || field === 'date') {
    return source
      .values('date')
      .filter(({ value }) => value.startsWith(sought))
      .slice(0, mostItems)
      .map(({ value, label, count }) => valueItem(value, label, articles(count)));
  }
  return [...valuesOf(field), ...(lengths[field] ?? [])]
    .filter((value) => value.startsWith(sought))
    .map((value) => valueItem(value, value, filterLabel({ name: field, value })));
}

function valueItem(value: string, label: string, detail: string): Item {
  return { insert: `${value} `, label, detail, kind: 'value' };
}

function beginsAWord(text: string, sought: string): boolean {
  if (text.startsWith(sought)) return true;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function articles(count: number): string {
  return count === 1 ? '1 article' : `${count.toLocaleString('en-GB')} articles`;
}
