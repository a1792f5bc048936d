/** What the hits have in common and what sets them apart, counted over all of them. */
import { facetNames, type Facet } from '../../../contract/search-entities.ts';
import { fieldClause } from '../language/field-clause.ts';
import { printNode } from '../language/print-query.ts';
import type { QueryNode } from '../language/syntax.ts';
import { languageName, type FilterGround } from './filters.ts';
import { topOf } from './top.ts';

type FacetName = (typeof facetNames)[number];
type FacetValue = Facet['values'][number];
type Counted = Omit<FacetValue, 'isActive'>;

const mostValues = 12;

/** Names without a value are left out. */
export function facetsOf(documents: Uint32Array, clauses: readonly QueryNode[], ground: FilterGround): Facet[] {
  const active = new Set(clauses.map((clause) => printNode(clause).toLowerCase()));
  return facetNames.flatMap((name) => {
    const values = mostFrequent(countBy(name, documents, ground)).map((value) => ({
      ...value,
      isActive: active.has(value.clause.toLowerCase()),
    }));
    return values.length > 0 ? [{ name, values }] : [];
  });
}

function mostFrequent(counted: readonly Counted[]): Counted[] {
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, mostValues);
}

function countBy(name: FacetName, documents: Uint32Array, ground: FilterGround): Counted[] {
  switch (name) {
    case 'source':
      return countSources(documents, ground);
    case 'length':
      return countLengths(documents, ground);
    case 'status':
      return countStates(documents, ground);
    default:
      return countValues(name, documents, ground);
  }
}

function countSources(documents: Uint32Array, { tables }: FilterGround): Counted[] {
  const { values, countIn } = tables.table('source');
  const counts = countIn(documents);
  const countOf = (source: string): number => counts[values.indexOf(source)] ?? 0;
  return [
    { label: 'Collection', count: countOf('collection'), clause: 'in:collection' },
    { label: 'Your library', count: countOf('library'), clause: 'in:library' },
  ];
}

const lengths = [
  { label: 'Under 5 minutes', clause: 'minutes:<5', most: 4 },
  { label: '5 to 10 minutes', clause: 'minutes:5..10', most: 10 },
  { label: '11 to 20 minutes', clause: 'minutes:11..20', most: 20 },
  { label: 'Over 20 minutes', clause: 'minutes:>20', most: Infinity },
];

function countLengths(documents: Uint32Array, { tables }: FilterGround): Counted[] {
  const { values, countIn } = tables.table('minutes');
  const counts = countIn(documents);
  const sums = lengths.map(() => 0);
  values.forEach((minutes, number) => {
    const place = lengths.findIndex(({ most }) => Number(minutes) <= most);
    sums[place] = (sums[place] ?? 0) + (counts[number] ?? 0);
  });
  return lengths.map(({ label, clause }, place) => ({ label, clause, count: sums[place] ?? 0 }));
}

const states = ['read', 'started', 'bookmarked', 'recommended', 'favourite'] as const;

function countStates(documents: Uint32Array, { documentsIn }: FilterGround): Counted[] {
  const [read, started] = [documentsIn('read'), documentsIn('started')];
  let unread = 0;
  for (const document of documents) unread += 1 - ((read[document] ?? 0) | (started[document] ?? 0));
  const labelled = states.map((state) => {
    const held = documentsIn(state);
    let count = 0;
    for (const document of documents) count += held[document] ?? 0;
    return { label: capitalised(state), count, clause: `is:${state}` };
  });
  return [{ label: 'Unread', count: unread, clause: 'is:unread' }, ...labelled];
}

const fields = { author: 'author', section: 'section', tag: 'tag', site: 'site', language: 'lang' } as const;

function countValues(name: keyof typeof fields | 'year', documents: Uint32Array, { tables }: FilterGround): Counted[] {
  const { values, countIn } = tables.table(name);
  const counts = countIn(documents);
  const labelOf = (number: number): string => values[number] ?? '';
  const compare = (a: number, b: number): number =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || (labelOf(a) < labelOf(b) ? -1 : 1);
  return topOf(values.length, mostValues, compare).map((number) => {
    const value = labelOf(number);
    const count = counts[number] ?? 0;
    return name === 'year'
      ? { label: value, count, clause: `date:${value}` }
      : { label: name === 'language' ? languageName(value) : value, count, clause: fieldClause(fields[name], value) };
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
