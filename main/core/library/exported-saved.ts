/** A saved article as the exporters take it: its site stands where a story has its publication. */
import { linkTo, type ExportedArticle } from '../exporters/exported-article.ts';
import { htmlToMarkdown } from '../exporters/html-to-markdown.ts';
import type { SavedArticle } from '../store/library-store.ts';
import { bodyHtml } from './article-tree.ts';
import { shownBody } from './hidden-blocks.ts';
import type { Library } from './library.ts';
import { savedSummary } from './saved-summary.ts';

export function exportedSaved(library: Library, article: SavedArticle): ExportedArticle {
  const { saved: _, ...summary } = savedSummary(article, library.rows.tagsOf(article.key));
  const body = shownBody(library.body(article));
  const html = bodyHtml(body);
  return {
    summary,
    body: {
      html,
      blocks: body.blocks.filter((block) => block !== ''),
      markdown: htmlToMarkdown(html),
      hero: null,
      sources: [],
      headings: [...body.headings],
      imageCount: article.imagesKept,
    },
    publication: { name: article.site, language: article.language, edition: '', issued: article.savedAt.slice(0, 10) },
    link: linkTo(article),
  };
}
