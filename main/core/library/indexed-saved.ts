/** What of a saved article goes into the index. */
import type { IndexedArticle } from '../search/index-set.ts';
import type { LibraryReader, SavedArticle } from '../store/library-store.ts';

export function indexedSaved(rows: LibraryReader, article: SavedArticle): IndexedArticle {
  const body = rows.body(article.key);
  return {
    id: article.id,
    language: article.language,
    title: article.title,
    standfirst: article.standfirst,
    tags: rows.tagsOf(article.key),
    author: article.author,
    section: '',
    headings: body?.headings.map(({ text }) => text) ?? [],
    blocks: body?.blocks ?? [],
    site: article.site,
    source: 'library',
    published: article.published ?? article.savedAt,
    words: article.words,
  };
}
