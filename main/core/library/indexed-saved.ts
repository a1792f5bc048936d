/** What of a saved article goes into the index: the present text, without what is hidden. */
import type { IndexedArticle } from '../search/index-set.ts';
import type { LibraryReader, SavedArticle } from '../store/library-store.ts';
import { shownBody } from './hidden-blocks.ts';

export function indexedSaved(rows: LibraryReader, article: SavedArticle): IndexedArticle {
  const stored = rows.body(article.key);
  const body = stored === null ? null : shownBody(stored);
  // What the reader marked and wrote finds the article too, whether or not the text is kept.
  const own = rows.highlightsOf(article.id).flatMap(({ quote, note }) => [quote, note]);
  return {
    id: article.id,
    language: article.language,
    title: article.title,
    standfirst: article.standfirst,
    tags: rows.tagsOf(article.key),
    author: article.author,
    section: '',
    headings: body?.headings.map(({ text }) => text) ?? [],
    blocks: [...(body?.blocks ?? []), ...[article.note, ...own].filter((text) => text !== '')],
    site: article.site,
    source: 'library',
    published: article.published ?? article.savedAt,
    words: article.words,
  };
}
