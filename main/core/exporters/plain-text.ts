/** A story as plain text: headline, standfirst, byline, then a paragraph a block. */
import { byline, type ExportedArticle } from './exported-article.ts';

export function toPlainText(exported: ExportedArticle): string {
  const { summary, body } = exported;
  return `${[summary.title, summary.standfirst, byline(exported), ...body.blocks].join('\n\n')}\n`;
}
