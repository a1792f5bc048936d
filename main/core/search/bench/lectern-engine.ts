/** Lectern as its users ask it: `search.find` of the core over a bundle, or the same search over texts in memory. */
import { createCore } from '../../core.ts';
import type { PlainSummary, StoryBody } from '../../collection/collection.ts';
import type { IndexedArticle } from '../index-set.ts';
import { buildLunrIndex, createLunrSearch } from '../lunr-engine.ts';
import type { JudgedSet } from './judged-sets.ts';
import type { AskedEngine } from './relevance-engines.ts';

export function openLectern({ bundle, articles }: JudgedSet): AskedEngine {
  return bundle === null ? openOverTexts(articles) : openOverBundle(bundle);
}

function openOverBundle(collectionDirectory: string): AskedEngine {
  const core = createCore({
    collectionDirectory,
    dataDirectory: null,
    version: '0',
    now: () => new Date(),
    report: (_method, error) => {
      throw error;
    },
  });
  return {
    name: 'Lectern',
    ask: async (query, limit) => {
      const reply = await core.dispatch('search.find', { query, limit });
      if (!reply.ok) throw new Error(reply.message);
      const { hits } = reply.value as { hits: readonly { article: { id: string } }[] }; // the contract's output
      return hits.map(({ article }) => article.id);
    },
    close: () => {
      core.close();
      return Promise.resolve();
    },
  };
}

function openOverTexts(articles: readonly IndexedArticle[]): AskedEngine {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const find = (id: string): IndexedArticle => {
    const article = byId.get(id);
    if (article === undefined) throw new RangeError(`no article ${id}`);
    return article;
  };
  const index: unknown = JSON.parse(JSON.stringify(buildLunrIndex(articles)));
  const search = createLunrSearch({
    searchIndex: () => index as object,
    // Of a collection the search reads what an indexed article has too.
    summaries: articles as unknown as PlainSummary[],
    summary: (id) => find(id) as unknown as PlainSummary,
    body: (id) => find(id) as unknown as StoryBody,
  });
  return {
    name: 'Lectern',
    ask: (query, limit) => Promise.resolve(search.find(query, { limit, offset: 0 }).hits.map(({ id }) => id)),
    close: () => Promise.resolve(),
  };
}
