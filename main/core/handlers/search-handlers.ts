/** Full-text search over all articles. The index is opened at the first question, not at the start. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Search } from '../search/search.ts';
import type { Summaries } from './summaries.ts';
import type { Searchable } from '../library/searchable.ts';

type SearchHandlers = Pick<
  CoreHandlers,
  'search.find' | 'search.places' | 'search.explain' | 'search.complete' | 'search.index'
>;

interface SearchPorts {
  readonly searchable: Pick<Searchable, 'status'>;
  readonly search: () => Search;
  readonly summaries: Summaries;
}

const pageSize = 20;

export function createSearchHandlers({ searchable, search, summaries }: SearchPorts): SearchHandlers {
  return {
    'search.index': () => searchable.status(),
    'search.find': ({ query, limit = pageSize, offset = 0, order, exactly, facets }) => {
      const begun = performance.now();
      const found = search().find(query, { limit, offset, order, exactly, facets });
      const tookMs = performance.now() - begun;
      const articles = summaries.many(found.hits.map(({ id }) => id));
      return {
        total: found.total,
        tookMs,
        understood: found.understood,
        hits: found.hits.flatMap(({ score, passage, places, missing }, at) => {
          const article = articles[at];
          return article === undefined ? [] : [{ article, score, passage, places, missing: [...missing] }];
        }),
        facets: [...found.facets],
      };
    },
    'search.places': ({ id, query, exactly }) => {
      summaries.one(id);
      const { total, blockCount, blocks } = search().places(id, query, exactly);
      return { total, blockCount, blocks: [...blocks] };
    },
    'search.explain': ({ id, query }) => {
      summaries.one(id);
      return search().explain(id, query);
    },
    'search.complete': ({ query, caret }) => ({ items: search().complete(query, caret) }),
  };
}
