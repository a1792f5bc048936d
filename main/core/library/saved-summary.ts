/** A saved article as lists show it. */
import type { ArticleSummary } from '../../contract/entities.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { readingMinutes } from '../text/count-words.ts';

export function savedSummary(article: SavedArticle, tags: readonly string[]): Omit<ArticleSummary, 'marks'> {
  const { id, title, standfirst, author, published, words, language, direction, url } = article;
  return {
    id,
    source: 'library',
    title,
    standfirst,
    section: null,
    kind: null,
    kicker: null,
    // A saved article knows its author by name alone.
    author: author === '' ? null : { id: author, name: author },
    published,
    updated: null,
    words,
    minutes: readingMinutes(words),
    tags: [...tags],
    language,
    direction,
    spot: null,
    url,
    saved: {
      savedAt: article.savedAt,
      site: article.site,
      state: article.deletedAt === null ? article.state : 'trash',
      favourite: article.favourite,
      isLink: !article.hasContent,
      imagesWanted: article.imagesWanted,
      imagesKept: article.imagesKept,
    },
  };
}
