/** For tests: articles or a collection, indexed and searched as the core does. */
import type { Collection } from '../collection/collection.ts';
import type { IndexedArticle } from './index-set.ts';
import type { ArticleState } from './ranking/filters.ts';
import { createSearch, type Search } from './search.ts';
import { buildSegment } from './segment/build-segment.ts';
import { openIndexSet } from './set/open-index-set.ts';

export type ArticleFixture = Pick<IndexedArticle, 'id' | 'title' | 'blocks'> & Partial<IndexedArticle>;

/** `states` are the ids of the articles in each. */
export function searchOver(
  articles: readonly ArticleFixture[],
  states: Partial<Record<ArticleState, readonly string[]>> = {},
): Search {
  const indexed = articles.map((article): IndexedArticle => ({ ...plain, ...article }));
  const byId = new Map(indexed.map((article) => [article.id, article]));
  return createSearch({
    index: openIndexSet({ bundled: buildSegment(indexed), directory: null }),
    textsOf: (ids) =>
      ids.map((id) => {
        const article = byId.get(id);
        if (article === undefined) throw new RangeError(`no article ${id}`);
        return article;
      }),
    textRevision: () => 0,
    idsIn: (state) => new Set(states[state]),
  });
}

export function searchCollection(collection: Collection): Search {
  return createSearch({
    index: openIndexSet({ bundled: collection.searchSegment(), directory: null }),
    textsOf: (ids) => ids.map((id) => ({ ...collection.summary(id), blocks: collection.body(id).blocks })),
    textRevision: () => 0,
    idsIn: () => new Set(),
  });
}

const plain: Omit<IndexedArticle, 'id' | 'title' | 'blocks'> = {
  language: 'en',
  standfirst: '',
  tags: [],
  author: '',
  section: '',
  headings: [],
  site: '',
  source: 'collection',
  published: null,
  words: 100,
};
