/** What the hits have in common and what sets them apart, counted over all of them. */
import { facetNames, type Facet } from '../../../contract/search-entities.ts';
import { readingMinutes } from '../../text/count-words.ts';
import { fieldClause } from '../language/field-clause.ts';
import { yearOf } from '../language/dates.ts';
import { printNode } from '../language/print-query.ts';
import type { QueryNode } from '../language/syntax.ts';
import { documentsIn, languageName, type FilterGround } from './filters.ts';
import type { TableName } from './value-tables.ts';

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

function mostFrequent<Value extends Pick<Counted, 'label' | 'count'>>(counted: readonly Value[]): Value[] {
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, mostValues);
}

function countBy(name: FacetName, documents: Uint32Array, ground: FilterGround): Counted[] {
  switch (name) {
    case 'source':
      return countSources(documents, ground);
    case 'year':
      return countYears(documents, ground);
    case 'length':
      return countLengths(documents, ground);
    case 'status':
      return countStates(documents, ground);
    default:
      return countValues(name, documents, ground);
  }
}

function countSources(documents: Uint32Array, { index: { columns } }: FilterGround): Counted[] {
  let own = 0;
  for (const document of documents) if (columns.source(document) === 'library') own += 1;
  return [
    { label: 'Collection', count: documents.length - own, clause: 'in:collection' },
    { label: 'Your library', count: own, clause: 'in:library' },
  ];
}

function countYears(documents: Uint32Array, { index: { columns } }: FilterGround): Counted[] {
  const days = new Map<number, number>();
  for (const document of documents) {
    const day = columns.published(document);
    if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
  }
  const years = new Map<number, number>();
  for (const [day, count] of days) years.set(yearOf(day), (years.get(yearOf(day)) ?? 0) + count);
  return [...years].map(([year, count]) => ({ label: String(year), count, clause: `date:${year}` }));
}

const lengths = [
  { label: 'Under 5 minutes', clause: 'minutes:<5', most: 4 },
  { label: '5 to 10 minutes', clause: 'minutes:5..10', most: 10 },
  { label: '11 to 20 minutes', clause: 'minutes:11..20', most: 20 },
  { label: 'Over 20 minutes', clause: 'minutes:>20', most: Infinity },
];

function countLengths(documents: Uint32Array, { index: { columns } }: FilterGround): Counted[] {
  const counts = lengths.map(() => 0);
  for (const document of documents) {
    const minutes = readingMinutes(columns.words(document));
    const place = lengths.findIndex(({ most }) => minutes <= most);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return lengths.map(({ label, clause }, place) => ({ label, clause, count: counts[place] ?? 0 }));
}

function countStates(documents: Uint32Array, ground: FilterGround): Counted[] {
  const states = (['read', 'started', 'bookmarked', 'recommended', 'favourite'] as const).map((state) => ({
    state,
    held: documentsIn(state, ground),
    count: 0,
  }));
  const begun = states.filter(({ state }) => state === 'read' || state === 'started');
  let unread = 0;
  for (const document of documents) {
    if (begun.every(({ held }) => !held.has(document))) unread += 1;
    for (const one of states) if (one.held.has(document)) one.count += 1;
  }
  const labelled = states.map(({ state, count }) => ({ label: capitalised(state), count, clause: `is:${state}` }));
  return [{ label: 'Unread', count: unread, clause: 'is:unread' }, ...labelled];
}

const fields = { author: 'author', section: 'section', tag: 'tag', site: 'site', language: 'lang' } as const;

function countValues(name: TableName, documents: Uint32Array, { tables }: FilterGround): Counted[] {
  const table = tables.table(name);
  const counts = new Uint32Array(table.values.length);
  for (const document of documents) for (const number of table.of(document)) counts[number] = (counts[number] ?? 0) + 1;
  const counted = table.values.map((label, number) => ({ label, count: counts[number] ?? 0 }));
  return mostFrequent(counted).map(({ label, count }) => ({
    label: name === 'language' ? languageName(label) : label,
    count,
    clause: fieldClause(fields[name], label),
  }));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
