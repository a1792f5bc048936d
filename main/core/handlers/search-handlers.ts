/** Full-text search over the collection. The index is read at the first question, not at the start. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Collection } from '../collection/collection.ts';
import { rememberFor } from '../remember.ts';
import { createLunrSearch } from '../search/lunr-engine.ts';
import type { Summaries } from './summaries.ts';

type SearchHandlers = Pick<CoreHandlers, 'search.find' | 'search.places'>;

interface SearchPorts {
  readonly bundle: () => Collection;
  readonly summaries: Summaries;
}

const pageSize = 20;

export function createSearchHandlers({ bundle, summaries }: SearchPorts): SearchHandlers {
  const search = rememberFor(bundle, createLunrSearch);
  return {
    'search.find': ({ query, limit = pageSize, offset = 0 }) => {
      const begun = performance.now();
      const { total, understood, hits } = search().find(query, { limit, offset });
      const articles = summaries.many(hits.map((hit) => hit.id));
      return {
        total,
        tookMs: performance.now() - begun,
        understood,
        hits: hits.flatMap((hit, index) => {
          const article = articles[index];
          return article === undefined
            ? []
            : [{ article, score: hit.score, passage: hit.passage, places: hit.places, missing: [] }];
        }),
        facets: [],
      };
    },
    'search.places': ({ id, query }) => {
      bundle().summary(id);
      const { total, blockCount, blocks } = search().places(id, query);
      return { total, blockCount, blocks: [...blocks] };
    },
  };
}
