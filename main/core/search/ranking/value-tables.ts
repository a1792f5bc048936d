/**
 * The columns of the index as numbered values, so that counting and filtering fifty thousand articles compares numbers and
 * not strings. Made when they are first asked for, and again when the set has changed.
 */
import type { DocumentNumber, IndexSet } from '../index-set.ts';

export const tableNames = ['author', 'section', 'language', 'site', 'tag'] as const;
export type TableName = (typeof tableNames)[number];

export interface ValueTable {
  /** As they are written; an article without one has none. */
  readonly values: readonly string[];
  /** In how many articles each value stands. */
  readonly counts: readonly number[];
  /** The numbers of the values of one article. */
  of(document: DocumentNumber): Iterable<number>;
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
      .documents.slice();
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

function makeTable(index: IndexSet, name: TableName, documents: Uint32Array): ValueTable {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const starts = new Uint32Array(index.capacity + 1);
  const held: number[] = [];
  const numberOf = (value: string): number => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  };

  const sorted = documents.toSorted();
  let next = 0;
  for (let document = 0; document < index.capacity; document += 1) {
    starts[document] = held.length;
    if (sorted[next] !== document) continue;
    next += 1;
    for (const value of valuesOf(index, name, document)) if (value !== '') held.push(numberOf(value));
  }
  starts[index.capacity] = held.length;
  const values = Uint32Array.from(held);
  return {
    values: [...numbers.keys()],
    counts,
    of: (document) => values.subarray(starts[document], starts[document + 1]),
  };
}

function valuesOf({ columns }: IndexSet, name: TableName, document: DocumentNumber): Iterable<string> {
  if (name === 'tag') return new Set(columns.tags(document));
  return [columns[name](document)];
}
