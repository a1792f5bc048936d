/** Stories and saved articles as one kind of thing, with the reader's marks on them. */
import type { ArticleSummary, Marks } from '../../contract/entities.ts';
import type { Collection, PlainSummary } from '../collection/collection.ts';
import type { Library } from '../library/library.ts';
import { savedSummary } from '../library/saved-summary.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { noMark, type Store, type StoredMark } from '../store/store.ts';

export interface Summaries {
  /** Throws `not-found` for what is neither a story nor saved. */
  one(id: string): ArticleSummary;
  /** In the order of `ids`. Throws as `one` does. */
  many(ids: readonly string[]): ArticleSummary[];
  /** A saved article that is no story; null for anything else. */
  saved(id: string): SavedArticle | null;
  has(id: string): boolean;
  marksOf(ids: readonly string[]): ReadonlyMap<string, StoredMark>;
  ofStory(plain: PlainSummary, mark: StoredMark | undefined): ArticleSummary;
  ofSaved(article: SavedArticle): ArticleSummary;
  /** In their order, with the marks of all read at once. */
  ofAllSaved(articles: readonly SavedArticle[]): ArticleSummary[];
}

export function createSummaries(bundle: () => Collection, library: Library, store: Store): Summaries {
  const ofStory = (plain: PlainSummary, mark: StoredMark = noMark): ArticleSummary => ({
    ...plain,
    saved: null,
    marks: plainMarks(mark),
  });
  const ofSaved = (article: SavedArticle): ArticleSummary => ({
    ...savedSummary(article, library.rows.tagsOf(article.key)),
    marks: plainMarks(store.mark(article.id)),
  });
  const ofAllSaved = (articles: readonly SavedArticle[]): ArticleSummary[] => {
    const marks = store.marksOf(articles.map(({ id }) => id));
    const tags = library.rows.tagsOfAll(articles.map(({ key }) => key));
    return articles.map((article) => ({
      ...savedSummary(article, tags.get(article.key) ?? []),
      marks: plainMarks(marks.get(article.id) ?? noMark),
    }));
  };
  const saved = (id: string): SavedArticle | null => {
    const article = library.rows.article(id);
    return article === null || library.isStory(id) ? null : article;
  };
  const one = (id: string): ArticleSummary => {
    const article = saved(id);
    return article === null ? ofStory(bundle().summary(id), store.mark(id)) : ofSaved(article);
  };
  return {
    one,
    many: (ids) => {
      const own = ofAllSaved(library.rows.articles(ids.filter((id) => !library.isStory(id))));
      const found = new Map(own.map((summary) => [summary.id, summary]));
      const marks = store.marksOf(ids.filter((id) => !found.has(id)));
      return ids.map((id) => found.get(id) ?? ofStory(bundle().summary(id), marks.get(id)));
    },
    saved,
    has: (id) => saved(id) !== null || bundle().has(id),
    marksOf: (ids) => store.marksOf(ids),
    ofStory,
    ofSaved,
    ofAllSaved,
  };
}

function plainMarks({ bookmarkedAt: _, ...marks }: StoredMark): Marks {
  return marks;
}
