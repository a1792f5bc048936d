/** For tests: a small collection of articles with their index, searched as the bundled one is. */
import type { PlainSummary, StoryBody } from '../collection/collection.ts';
import { buildLunrIndex, createLunrSearch } from './lunr-engine.ts';
import type { Search } from './search.ts';

export interface ArticleFixture {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly string[];
  readonly tags?: readonly string[];
  readonly author?: string;
  readonly section?: string;
  readonly language?: string;
}

export function indexOf(articles: readonly ArticleFixture[]): object {
  const index = buildLunrIndex(
    articles.map(({ id, title, blocks, tags = [], author = '', section = '', language = 'en' }) => ({
      id,
      language,
      title,
      standfirst: '',
      tags,
      author,
      section,
      headings: [],
      blocks,
    })),
  );
  // As it comes from the bundle.
  return JSON.parse(JSON.stringify(index)) as object; // an object went in
}

export function searchOver(articles: readonly ArticleFixture[]): Search {
  const find = (id: string): ArticleFixture => {
    const article = articles.find((one) => one.id === id);
    if (article === undefined) throw new RangeError(`no article ${id}`);
    return article;
  };
  const summary = (id: string): PlainSummary => ({ ...emptySummary, ...pick(find(id)) });
  const body = (id: string): StoryBody => ({ ...emptyBody, blocks: find(id).blocks });
  return createLunrSearch({
    searchIndex: () => indexOf(articles),
    summaries: articles.map(({ id }) => summary(id)),
    summary,
    body,
  });
}

function pick({ id, title, language = 'en' }: ArticleFixture): Pick<PlainSummary, 'id' | 'title' | 'language'> {
  return { id, title, language };
}

const emptySummary = {
  source: 'collection',
  standfirst: '',
  section: null,
  kind: null,
  kicker: null,
  author: null,
  published: null,
  updated: null,
  words: 0,
  minutes: 1,
  tags: [],
  direction: 'ltr',
  spot: null,
  url: null,
} as const satisfies Omit<PlainSummary, 'id' | 'title' | 'language'>;

const emptyBody: Omit<StoryBody, 'blocks'> = {
  html: '',
  markdown: '',
  hero: null,
  sources: [],
  headings: [],
  imageCount: 0,
};
