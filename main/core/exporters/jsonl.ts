/**
 * JSON Lines: an article a line, with everything that importers/jsonl.ts reads. Plain paragraphs go as `text`, anything
 * richer as `html`. The bytes of pictures are not in it.
 */
import type { ArticleBody } from '../store/library-store.ts';
import { articleFields, markFields } from './article-fields.ts';
import type { ArticleToExport, Exporter } from './export-source.ts';

export const jsonLinesExporter: Exporter = {
  kind: 'text',
  *text({ articles }) {
    for (const article of articles) yield toJsonLine(article);
  },
};

/** With its line end. */
export function toJsonLine(exported: ArticleToExport): string {
  const { article, mark, answer, body } = exported;
  const marks = markFields(mark, answer, article.deletedAt);
  return `${JSON.stringify({ ...articleFields(exported), ...marks, ...textFields(body) })}\n`;
}

function textFields(body: ArticleBody | null): { readonly text?: string; readonly html?: string } {
  if (body === null) return {};
  return body.html === null ? { text: body.blocks.filter((block) => block !== '').join('\n\n') } : { html: body.html };
}
