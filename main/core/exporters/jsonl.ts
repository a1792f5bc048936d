/**
 * JSON Lines: an article a line, with everything that importers/jsonl.ts reads. Plain paragraphs go as `text`, anything
 * richer as `html`. The bytes of pictures are not in it.
 */
import type { ArticleBelongings, ArticleBody, SavedArticle } from '../store/library-store.ts';
import type { StoredMark } from '../store/store.ts';

export interface ArticleToExport extends ArticleBelongings {
  readonly article: SavedArticle;
  /** Null for a link alone. */
  readonly body: ArticleBody | null;
  readonly mark: StoredMark;
}

/** With its line end. Fields that say nothing are left out. */
export function toJsonLine({ article, body, mark, tags, shelves, highlights }: ArticleToExport): string {
  const fields = {
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
    highlights: highlights.map((highlight) => withoutEmpty({ ...highlight })),
    ...textFields(body),
  };
  return `${JSON.stringify(withoutEmpty(fields))}\n`;
}

function textFields(body: ArticleBody | null): { readonly text?: string; readonly html?: string } {
  if (body === null) return {};
  return body.html === null ? { text: body.blocks.filter((block) => block !== '').join('\n\n') } : { html: body.html };
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    [undefined, null, '', false, 0].some((empty) => empty === value) || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}
