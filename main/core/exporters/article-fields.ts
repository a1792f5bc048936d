/**
 * All that is known of an article but its text, by the names that importers/jsonl-fields.ts reads: a line of JSON Lines, and
 * what pages and chapters carry along so that they can come back.
 */
import type { Recommendation } from '../../contract/entities.ts';
import type { StoredMark } from '../store/store.ts';
import type { ArticleToExport } from './export-source.ts';

/** What says nothing is left out. */
export function articleFields(exported: ArticleToExport): Record<string, unknown> {
  const { article, mark, tags, shelves, highlights } = exported;
  return filled({
    id: article.id,
    title: article.title,
    standfirst: article.standfirst,
    author: article.author,
    site: article.site,
    url: article.url,
    publishedAt: article.published,
    savedAt: article.savedAt,
    language: article.language,
    state: article.state,
    favourite: article.favourite,
    tags,
    shelves,
    progress: mark.progress,
    readAt: mark.readAt,
    note: article.note,
    highlights: highlights.map((highlight) => filled({ ...highlight })),
  });
}

/** Bookmarks, answers and the trash: what Lectern alone knows. */
export function markFields(mark: StoredMark, answer: Recommendation | null, trashedAt: string | null) {
  return filled({
    bookmarkedAt: mark.bookmarkedAt,
    block: mark.block,
    finished: mark.finished,
    answer: answer === null ? null : filled({ ...answer, articleId: null }),
    trashedAt,
  });
}

export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    [undefined, null, '', false, 0].some((empty) => empty === value) || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}
