/** Says back how a query was read: one sentence for people, and a label for each of its clauses. */
import { yearOf, periodOf } from './dates.ts';
import type { TextField } from './fields.ts';
import { rangeOf } from './ranges.ts';
import type { FilterNode, QueryNode, TextNode } from './syntax.ts';

export interface Reading {
  readonly clauses: readonly QueryNode[];
  /** Words that occur in no article. */
  readonly unknown: readonly TextNode[];
  readonly corrections: readonly { readonly node: TextNode; readonly to: readonly string[] }[];
  readonly isHopeless: boolean;
}

/** "Stories with worm, by The Desk, without green; “recieve” read as receive". */
export function sentenceOf({ clauses, unknown, corrections, isHopeless }: Reading): string {
  if (clauses.length === 0) return 'Nothing to search for';
  const left = clauses.filter((clause) => !unknown.some((node) => node === clause));
  const plain = left.filter(isPlain).map(wording);
  const others = left.filter((clause) => clause.kind !== 'not' && !isPlain(clause)).map(labelOf);
  const excluded = left.flatMap((clause) => (clause.kind === 'not' ? [clause.of] : []));
  const parts = [
    plain.length > 0 ? `with ${list(plain, 'and')}` : '',
    ...others,
    excluded.length > 0 ? `without ${list(excluded.map(wording), 'or')}` : '',
  ].filter((part) => part !== '');
  const stories = parts.length > 0 && !isHopeless ? `Stories ${parts.join(', ')}` : '';
  const read = corrections.map(({ node, to }) => `“${shown(node)}” read as ${list(to, 'or')}`);
  const absent = unknown.map((node) => `“${plainly(node)}”`);
  const missing = absent.length > 0 ? `${stories === '' ? 'No' : 'no'} story has ${list(absent, 'or')}` : '';
  const said = [stories, ...read, missing].filter((part) => part !== '');
  return said.length > 0 ? said.join('; ') : `No story can be ${list(parts, 'and')}`;
}

/** For a chip: "worm", "by The Desk", "before 2001", "without green". */
export function labelOf(node: QueryNode): string {
  if (node.kind === 'not') return `without ${wording(node.of)}`;
  if (node.kind === 'filter') return filterLabel(node);
  if (node.kind === 'all' || node.kind === 'any') return wording(node);
  return node.field === null ? shown(node) : fieldLabels[node.field](shown(node));
}

function wording(node: QueryNode): string {
  switch (node.kind) {
    case 'not':
      return `not ${wording(node.of)}`;
    case 'all':
      return `(${list(node.of.map(wording), 'and')})`;
    case 'any':
      return list(node.of.map(wording), 'or');
    default:
      return labelOf(node);
  }
}

const fieldLabels: Readonly<Record<TextField, (text: string) => string>> = {
  title: (text) => `with ${text} in the title`,
  author: (text) => `by ${unquoted(text)}`,
  section: (text) => `in the section ${unquoted(text)}`,
  tag: (text) => `tagged ${unquoted(text)}`,
  site: (text) => `from ${unquoted(text)}`,
  lang: (text) => `in the language ${unquoted(text)}`,
};

const listLabels: Readonly<Record<string, string>> = {
  'in:collection': 'in the collection',
  'in:library': 'in your library',
  'in:bookmarks': 'in your bookmarks',
  'in:highlights': 'in your highlights',
  'in:archive': 'in the archive',
  'in:feeds': 'from your feeds',
  'in:trash': 'in the trash',
  'is:read': 'read',
  'is:unread': 'unread',
  'is:started': 'started',
  'is:recommended': 'recommended',
  'is:bookmarked': 'bookmarked',
  'is:favourite': 'favourite',
  'has:highlight': 'with highlights',
  'has:note': 'with notes',
  'has:image': 'with pictures',
};

export function filterLabel({ name, value }: Pick<FilterNode, 'name' | 'value'>): string {
  switch (name) {
    case 'in':
    case 'is':
    case 'has':
      return listLabels[`${name}:${value}`] ?? value;
    case 'words':
    case 'minutes':
      return `of ${rangeLabel(value)} ${name}`;
    case 'before':
    case 'after':
    case 'date':
      return dateLabel(name, value);
  }
}

function rangeLabel(value: string): string {
  const { least, most } = rangeOf(value) ?? { least: 0, most: Infinity };
  if (most === Infinity) return `at least ${least.toLocaleString('en-GB')}`;
  if (least === 0) return `at most ${Math.max(0, most).toLocaleString('en-GB')}`;
  if (least === most) return least.toLocaleString('en-GB');
  return `${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}`;
}

function dateLabel(name: 'before' | 'after' | 'date', value: string): string {
  const [first = '', last] = value.split('..');
  if (last !== undefined) {
    if (first === '') return `until ${dateWords(last)}`;
    return last === '' ? `from ${dateWords(first)} on` : `from ${dateWords(first)} to ${dateWords(last)}`;
  }
  if (name === 'date') return `of ${dateWords(value)}`;
  return name === 'before' ? `before ${dateWords(value)}` : `from ${dateWords(value)} on`;
}

/** "2001", "September 2001", "18 September 2001". */
function dateWords(value: string): string {
  const { from } = periodOf(value) ?? { from: null };
  if (from === null) return value;
  const parts = value.split('-').length;
  if (parts === 1) return String(yearOf(from));
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(parts === 3 ? { day: 'numeric' } : {}),
  });
  return format.format(new Date(from * 86_400_000));
}

function isPlain(node: QueryNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.of.every(isPlain);
  return node.kind !== 'not' && node.kind !== 'filter' && node.field === null;
}

function shown(node: TextNode): string {
  switch (node.kind) {
    case 'word':
      return node.text;
    case 'wildcard':
      return node.pattern;
    case 'fuzzy':
      return `about ${node.text}`;
    case 'phrase':
      return node.slack === null ? `“${node.text}”` : `“${node.text}” within ${node.slack} words`;
  }
}

/** Without quotation marks of its own. */
function plainly(node: TextNode): string {
  return node.kind === 'phrase' ? node.text : shown(node);
}

function unquoted(text: string): string {
  return text.replace(/^“|”$/g, '');
}

const lists = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

function list(items: readonly string[], link: 'and' | 'or'): string {
  return lists[link].format(items);
}
