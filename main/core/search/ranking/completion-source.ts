/** Values and words to complete with, as they are in the index. */
import type { IndexSet } from '../index-set.ts';
import type { CompletionSource, FieldValue } from '../language/completion.ts';
import { languageName } from './filters.ts';
import type { TableName, ValueTables } from './value-tables.ts';

const tableOf: Readonly<Record<'author' | 'section' | 'tag' | 'site' | 'lang' | 'date', TableName>> = {
  author: 'author',
  section: 'section',
  tag: 'tag',
  site: 'site',
  lang: 'language',
  date: 'year',
};

export function createCompletionSource(index: IndexSet, tables: ValueTables): CompletionSource {
  let generation = -1;
  const kept = new Map<string, readonly FieldValue[]>();

  const collect = (field: keyof typeof tableOf): FieldValue[] => {
    const table = tables.table(tableOf[field]);
    return table.values
      .map((value, number) => ({
        value,
        label: field === 'lang' ? languageName(value) : value,
        count: table.counts[number] ?? 0,
      }))
      .sort((a, b) =>
        field === 'date' ? Number(b.value) - Number(a.value) : b.count - a.count || (a.label < b.label ? -1 : 1),
      );
  };

  return {
    values: (field) => {
      if (generation !== index.generation) {
        generation = index.generation;
        kept.clear();
      }
      const values = kept.get(field) ?? collect(field);
      kept.set(field, values);
      return values;
    },
    words: (beginning, limit) => index.vocabulary.completions(beginning, limit),
  };
}
