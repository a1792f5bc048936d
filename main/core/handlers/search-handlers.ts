/** Full-text search over all articles. The index is opened at the first question, not at the start. */
import type { ArticleSummary } from '../../contract/entities.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import { remember } from '../remember.ts';
import type { IndexSet } from '../search/index-set.ts';
import { createSearch, type SearchPorts as ArticlePorts } from '../search/search.ts';

type SearchHandlers = Pick<CoreHandlers, 'search.find' | 'search.places' | 'search.explain' | 'search.complete'>;

interface SearchPorts {
  readonly searchable: Omit<ArticlePorts, 'index'> & {
    /** Throws `AppError` if there is nothing to search in. */
    index(): IndexSet;
  };
  readonly summaries: {
    /** Throws `not-found`. */
    one(id: string): ArticleSummary;
    /** In the order of `ids`. */
    many(ids: readonly string[]): ArticleSummary[];
  };
}

const pageSize = 20;

export function createSearchHandlers({ searchable, summaries }: SearchPorts): SearchHandlers {
  const search = remember(() =>
    createSearch({
      index: searchable.index(),
      textOf: (id) => searchable.textOf(id),
      textRevision: () => searchable.textRevision(),
      idsIn: (state) => searchable.idsIn(state),
    }),
  );
  return {
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
    'search.places': ({ id, query }) => {
      summaries.one(id);
      const { total, blockCount, blocks } = search().places(id, query);
      return { total, blockCount, blocks: [...blocks] };
    },
    'search.explain': ({ id, query }) => {
      summaries.one(id);
      return search().explain(id, query);
    },
    'search.complete': ({ query, caret }) => ({ items: search().complete(query, caret) }),
  };
}
