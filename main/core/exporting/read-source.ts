/** The library on its way out, the oldest first; one article in memory at a time. */
import type { Assets } from '../collection/assets.ts';
import type { ArticleToExport, ExportSource, StoryToExport } from '../exporters/export-source.ts';
import { shownBody } from '../library/hidden-blocks.ts';
import type { ArticleBody, LibraryCursor, LibraryQuery, LibraryReader, SavedArticle } from '../store/library-store.ts';
import type { Store } from '../store/store.ts';

export interface SourceOptions {
  readonly store: Store;
  readonly assets: Assets;
  /** Null for all. */
  readonly ids: readonly string[] | null;
  /** With all, what lies in the trash too. */
  readonly withTrash: boolean;
  /** Null if the collection has no such story. */
  readonly titleOfStory: (id: string) => string | null;
  readonly now: string;
  /** Told how many articles have been given. */
  readonly progress?: (articles: number) => void;
}

export function readSource(options: SourceOptions): ExportSource {
  const { store, assets, now } = options;
  return { articles: articlesOf(options), stories: storiesOf(store, options.titleOfStory), assets, now };
}

function* articlesOf({ store, ids, withTrash, progress }: SourceOptions): Generator<ArticleToExport> {
  const { library } = store;
  const chosen = ids === null ? allArticles(store, withTrash) : named(store, ids);
  let given = 0;
  for (const article of chosen) {
    yield {
      article,
      body: shownIn(library, article.key),
      mark: store.mark(article.id),
      answer: store.recommendation(article.id),
      files: library.filesOf(article.key),
      ...library.belongings(article),
    };
    given += 1;
    progress?.(given);
  }
}

const pageSize = 500;

function* allArticles({ library }: Store, withTrash: boolean): Generator<SavedArticle> {
  const queries: LibraryQuery[] = withTrash ? [{}, { state: 'trash' }] : [{}];
  for (const query of queries) {
    let after: LibraryCursor | null = null;
    for (;;) {
      const page = library.list({ query, order: 'oldest', after, limit: pageSize });
      for (const { article } of page) yield article;
      const last = page.at(-1);
      if (last === undefined) break;
      after = { at: last.at, id: last.article.id };
    }
  }
}

/** What is gone by now is passed over. */
function* named({ library }: Store, ids: readonly string[]): Generator<SavedArticle> {
  for (const id of new Set(ids)) {
    const article = library.article(id);
    if (article !== null) yield article;
  }
}

function* storiesOf(store: Store, titleOf: (id: string) => string | null): Generator<StoryToExport> {
  for (const { id } of store.library.storyMarks()) {
    yield { id, title: titleOf(id), mark: store.mark(id), answer: store.recommendation(id) };
  }
}

/** Without what the reader has hidden. */
function shownIn(library: LibraryReader, key: number): ArticleBody | null {
  const stored = library.body(key);
  return stored === null ? null : shownBody(stored);
}
