/**
 * The columns of the index as numbered values, so that counting and filtering fifty thousand articles compares numbers and
 * not strings. Made when they are first asked for, and again when the set has changed.
 */
import { readingMinutes } from '../../text/count-words.ts';
import type { DocumentNumber, IndexSet } from '../index-set.ts';
import { yearOf } from '../language/dates.ts';

export type TableName = 'source' | 'author' | 'section' | 'language' | 'site' | 'tag' | 'year' | 'minutes';

export interface ValueTable {
  /** As they are written; an article without one has none. */
  readonly values: readonly string[];
  /** In how many articles each value stands. */
  readonly counts: Uint32Array;
  /** The same of these articles alone. */
  countIn(documents: Uint32Array): Uint32Array;
  /** Whether one of the article's values is among those of `wanted`, 1 for each that is. */
  hasAny(document: DocumentNumber, wanted: Uint8Array): boolean;
}

export interface ValueTables {
  table(name: TableName): ValueTable;
  /** Every article of the set. */
  documents(): Uint32Array;
}

export function createValueTables(index: IndexSet): ValueTables {
  let generation = -1;
  let documents: Uint32Array | null = null;
  const tables = new Map<TableName, ValueTable>();

  const refresh = (): void => {
    if (generation === index.generation) return;
    generation = index.generation;
    documents = null;
    tables.clear();
  };
  const every = (): Uint32Array => {
    refresh();
    documents ??= index
      .search({ wanted: [], required: [{ kind: 'set', has: () => true }], excluded: [] })
      .documents.toSorted();
    return documents;
  };

  return {
    documents: every,
    table: (name) => {
      refresh();
      const made = tables.get(name) ?? makeTable(index, name, every());
      tables.set(name, made);
      return made;
    },
  };
}

/** `documents` in ascending order. */
function makeTable(index: IndexSet, name: TableName, documents: Uint32Array): ValueTable {
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const starts = new Uint32Array(index.capacity + 1);
  const valuesOf = reader(index, name);
  let next = 0;
  for (const document of documents) {
    starts.fill(held.length, next, document + 1);
    next = document + 1;
    for (const value of valuesOf(document)) {
      if (value === '') continue;
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      held.push(number);
    }
  }
  starts.fill(held.length, next);
  const places = Uint32Array.from(held);

  const countIn = (some: Uint32Array): Uint32Array => {
    const counts = new Uint32Array(numbers.size);
    for (const document of some) {
      const end = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < end; at += 1) {
        const number = places[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
    return counts;
  };
  return {
    values: [...numbers.keys()],
    counts: countIn(documents),
    countIn,
    hasAny: (document, wanted) => {
      const end = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < end; at += 1) if (wanted[places[at] ?? 0] === 1) return true;
      return false;
    },
  };
}

function reader({ columns }: IndexSet, name: TableName): (document: DocumentNumber) => Iterable<string> {
  switch (name) {
    case 'tag':
      return (document) => new Set(columns.tags(document));
    case 'year':
      return (document) => {
        const day = columns.published(document);
        return day === null ? [] : [String(yearOf(day))];
      };
    case 'minutes':
      return (document) => [String(readingMinutes(columns.words(document)))];
    default:
      return (document) => [columns[name](document)];
  }
}
