/**
 * Our own index set, without the language, the closeness and the passages that stand around it, asked as the search asks
 * it: the exact form of a word over its stem.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { exactTerm } from '../../analysis.ts';
import type { IndexedArticle, IndexHits, IndexQuery } from '../../index-set.ts';
import { openIndexSet, type OpenedIndexSet } from '../../set/open-index-set.ts';
import type { BenchDocument, BenchWord, PeerKind } from '../peer.ts';
import { queryWord } from '../terms.ts';

const weights = { exact: 1, stem: 0.8, beginning: 0.35 } as const;

export const lecternPeer: PeerKind = {
  name: 'Lectern',
  settings: 'Lectern: the index set alone, with the weights of its fields as they are in the product',
  weighing: 'even',
  cannot: {},
  create: ({ directory }) => {
    let set: OpenedIndexSet | undefined;
    const opened = (): OpenedIndexSet => (set ??= openIndexSet({ bundled: null, directory }));
    return {
      build: async (documents) => {
        // As many at a time as an import brings together, and merged in between as there.
        for (let from = 0; from < documents.length; from += 2500) {
          opened().add(documents.slice(from, from + 2500).map(articleOf));
          await pause(0);
        }
        await opened().merged();
      },
      add: (document) => {
        opened().add([articleOf(document)]);
      },
      save: () => opened().flush(),
      load: () => void opened(),
      search: ({ words, mode }, limit) => {
        const index = opened();
        const queries = words.map((word) => queryOf(word, index));
        const [wanted, required] = mode === 'all' ? [[], queries] : [queries, []];
        const hits = index.search({ wanted, required, excluded: [] });
        return firstOf(hits, limit).map((document) => index.idOf(document));
      },
      close: () => opened().close(),
    };
  },
};

/** The best by score, kept in order as the hits go by: most are worse than the last of them. */
function firstOf({ total, documents, scores }: IndexHits, limit: number): number[] {
  const best: { document: number; score: number }[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < total; index += 1) {
    const score = scores[index] ?? 0;
    if (best.length === limit && score <= least) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place -= 1;
    best.splice(place, 0, { document: documents[index] ?? 0, score });
    if (best.length > limit) best.pop();
    least = best.at(-1)?.score ?? least;
  }
  return best.map(({ document }) => document);
}

function queryOf({ text, as }: BenchWord, { vocabulary }: OpenedIndexSet): IndexQuery {
  const { typed, stem } = queryWord(text);
  const whole: IndexQuery = {
    kind: 'terms',
    fields: null,
    terms: [
      { term: exactTerm(typed), boost: weights.exact },
      { term: stem, boost: weights.stem },
    ],
  };
  if (as === 'word') return whole;
  if (as === 'prefix') {
    return { kind: 'any', of: [whole, { kind: 'prefix', prefix: typed, boost: weights.beginning, fields: null }] };
  }
  const near = vocabulary.nearest(typed, 3).map(({ form }) => ({ term: exactTerm(form), boost: 1 }));
  return near.length === 0 ? whole : { kind: 'terms', fields: null, terms: near };
}

function articleOf({ id, fields }: BenchDocument): IndexedArticle {
  const body = fields['body'] ?? '';
  return {
    id,
    language: 'en',
    title: fields['title'] ?? '',
    standfirst: fields['standfirst'] ?? '',
    tags: (fields['tags'] ?? '').split(' '),
    author: fields['author'] ?? '',
    section: fields['section'] ?? '',
    headings: (fields['headings'] ?? '').split('\n'),
    blocks: body.split('\n'),
    site: '',
    source: 'library',
    published: null,
    words: body.length / 6,
  };
}
