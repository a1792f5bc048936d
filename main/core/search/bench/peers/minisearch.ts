/** MiniSearch 7. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch, { type Options, type Query } from 'minisearch';
import type { BenchDocument, BenchWord, PeerKind } from '../peer.ts';
import { queryWord, termsOf } from '../terms.ts';

export const miniSearchPeer: PeerKind = {
  name: 'MiniSearch',
  settings: 'MiniSearch 7.2.0: our words and stems, no stored fields, JSON',
  weighing: 'even',
  cannot: {},
  create: ({ directory, weights }) => {
    const file = join(directory, 'minisearch.json');
    const options: Options<BenchDocument> = {
      fields: Object.keys(weights),
      extractField: (document, field) => (field === 'id' ? document.id : (document.fields[field] ?? '')),
      tokenize: termsOf,
      processTerm: (term) => term,
      searchOptions: { boost: { ...weights }, tokenize: (term) => [term], processTerm: (term) => term },
    };
    let index = new MiniSearch(options);
    return {
      build: (documents) => index.addAll(documents),
      add: (document) => index.add(document),
      save: () => writeFileSync(file, JSON.stringify(index)),
      load: () => {
        index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options);
      },
      search: ({ words, mode }, limit) =>
        index
          .search({ combineWith: mode === 'all' ? 'AND' : 'OR', queries: words.map(clauseOf) })
          .slice(0, limit)
          .map(({ id }) => String(id)),
      close: () => undefined,
    };
  },
};

function clauseOf({ text, as }: BenchWord): Query {
  const { stem, typed } = queryWord(text);
  if (as === 'fuzzy') return { combineWith: 'OR', fuzzy: 1, queries: [stem] };
  if (as === 'word') return stem;
  const begun: Query = { combineWith: 'OR', prefix: true, queries: [typed] };
  return stem.startsWith(typed) ? begun : { combineWith: 'OR', queries: [begun, stem] };
}
