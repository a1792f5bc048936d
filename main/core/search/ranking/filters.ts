/** The articles that a filter lets through, as a set for the index. */
import { fold } from '../fold.ts';
import type { IndexQuery, IndexSet } from '../index-set.ts';
import { periodOf } from '../language/dates.ts';
import type { TextField } from '../language/fields.ts';
import { rangeOf } from '../language/ranges.ts';
import type { FilterNode, TextNode } from '../language/syntax.ts';
import { analyse } from '../analysis.ts';
import { starTest } from '../star-pattern.ts';
import { readingMinutes } from '../../text/count-words.ts';
import type { TableName, ValueTables } from './value-tables.ts';

/** What the reader did with articles, and what they hold; asked of the library. */
export type ArticleState =
  | 'read'
  | 'started'
  | 'recommended'
  | 'bookmarked'
  | 'favourite'
  | 'highlighted'
  | 'noted'
  | 'illustrated'
  | 'archived'
  | 'fed'
  | 'trashed';

export interface FilterGround {
  readonly index: IndexSet;
  readonly tables: ValueTables;
  /** By document, 1 for those in a state. */
  readonly documentsIn: (state: ArticleState) => Uint8Array;
}

type SetQuery = Extract<IndexQuery, { kind: 'set' }>;
type Has = SetQuery['has'];

const stateOf: Readonly<Record<string, ArticleState>> = {
  'in:bookmarks': 'bookmarked',
  'in:highlights': 'highlighted',
  'in:archive': 'archived',
  'in:feeds': 'fed',
  'in:trash': 'trashed',
  'is:read': 'read',
  'is:started': 'started',
  'is:recommended': 'recommended',
  'is:bookmarked': 'bookmarked',
  'is:favourite': 'favourite',
  'has:highlight': 'highlighted',
  'has:note': 'noted',
  'has:image': 'illustrated',
};

export function filterSet({ name, value }: Pick<FilterNode, 'name' | 'value'>, ground: FilterGround): SetQuery {
  return { kind: 'set', has: filterTest(name, value, ground) };
}

function filterTest(name: FilterNode['name'], value: string, ground: FilterGround): Has {
  const { columns } = ground.index;
  switch (name) {
    case 'in':
    case 'is':
    case 'has':
      return stateTest(`${name}:${value}`, value, ground);
    case 'before':
    case 'after':
    case 'date':
      return dateTest(name, value, ground);
    case 'words':
    case 'minutes': {
      const { least, most } = rangeOf(value) ?? { least: 0, most: Infinity };
      const length = name === 'words' ? columns.words : (document: number) => readingMinutes(columns.words(document));
      return (document) => length(document) >= least && length(document) <= most;
    }
  }
}

function stateTest(clause: string, value: string, ground: FilterGround): Has {
  if (clause === 'in:collection' || clause === 'in:library') {
    return (document) => ground.index.columns.source(document) === value;
  }
  if (clause === 'is:unread') {
    const [read, started] = [ground.documentsIn('read'), ground.documentsIn('started')];
    return (document) => read[document] !== 1 && started[document] !== 1;
  }
  const state = stateOf[clause];
  if (state === undefined) return () => false;
  const held = ground.documentsIn(state);
  return (document) => held[document] === 1;
}

/** `before:` a month is before its first day, `after:` one from its first day on; from one to another is what it says. */
function dateTest(name: 'before' | 'after' | 'date', value: string, { index }: FilterGround): Has {
  const period = periodOf(value);
  const isRange = value.includes('..');
  const from = name === 'before' && !isRange ? null : (period?.from ?? null);
  const to = isRange || name === 'date' ? (period?.to ?? null) : name === 'before' ? (period?.from ?? 0) - 1 : null;
  return (document) => {
    const day = index.columns.published(document);
    return day !== null && (from === null || day >= from) && (to === null || day <= to);
  };
}

const tableOf: Readonly<Record<Exclude<TextField, 'title'>, TableName>> = {
  author: 'author',
  section: 'section',
  tag: 'tag',
  site: 'site',
  lang: 'language',
};

/** Articles whose author, section, tag, site or language is the value, or has it among its words. */
export function fieldSet(node: TextNode, field: Exclude<TextField, 'title'>, { tables }: FilterGround): SetQuery {
  const table = tables.table(tableOf[field]);
  const fits = valueTest(node, field, table.values);
  const wanted = Uint8Array.from(table.values, (value) => (fits(value) ? 1 : 0));
  return { kind: 'set', has: (document) => table.hasAny(document, wanted) };
}

function valueTest(
  node: TextNode,
  field: Exclude<TextField, 'title'>,
  values: readonly string[],
): (value: string) => boolean {
  if (node.kind === 'wildcard') {
    const fits = starTest(node.pattern.split('*').map(fold).join('*'));
    return (value) => fits(fold(value)) || wordsOf(value).some(fits);
  }
  const sought = fold(node.text);
  const isOpen = node.kind !== 'fuzzy' && node.isOpen;
  if (field === 'site') return (value) => isSite(fold(value), sought.replace(/^www\./, ''), isOpen);
  if (field === 'lang') return (value) => isLanguage(value, sought, isOpen);
  // A whole name means those of that name; anything else means its words.
  const isWhole = (node.kind === 'phrase' || field === 'tag') && !isOpen;
  if (isWhole && values.some((value) => fold(value) === sought)) return (value) => fold(value) === sought;
  const words = wordsOf(node.text);
  return (value) => holdsRow(wordsOf(value), words, isOpen) || (isOpen && fold(value).startsWith(sought));
}

/** A site is found by its name, by that of the domain above it, and by any part of its name. */
function isSite(site: string, sought: string, isOpen: boolean): boolean {
  return (
    site === sought ||
    site.endsWith(`.${sought}`) ||
    site.split('.').some((part) => part === sought || (isOpen && site.startsWith(sought)))
  );
}

function isLanguage(language: string, sought: string, isOpen: boolean): boolean {
  const tag = language.toLowerCase();
  if (tag === sought || tag.startsWith(`${sought}-`)) return true;
  const name = languageName(language);
  return fold(name)
    .split(/[^\p{L}]+/u)
    .some((word) => word === sought || (isOpen && sought.length > 2 && word.startsWith(sought)));
}

/** "British English" for en-GB; the tag itself for one that has no name. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' }).of(language) ?? language;
  } catch {
    return language; // what a page declared may be no language tag at all
  }
}

function wordsOf(text: string): string[] {
  return analyse(text)
    .filter(({ isWord }) => isWord)
    .map(({ exact }) => exact);
}

function holdsRow(words: readonly string[], row: readonly string[], isOpen: boolean): boolean {
  if (row.length === 0) return false;
  return words.some((_, at) =>
    row.every((word, offset) => {
      const other = words[at + offset] ?? '';
      return other === word || (isOpen && offset === row.length - 1 && other.startsWith(word));
    }),
  );
}
