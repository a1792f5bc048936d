/** An article's safe HTML as Markdown with tables, for articles that were never Markdown. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';

/** The extensions that write tables and strikethrough; a processor is asked for them and does nothing else. */
function extensions(): Options[] {
  // Its type for this key comes with remark-stringify, which nothing here needs.
  const data = unified().use(remarkGfm).freeze().data() as { readonly toMarkdownExtensions?: Options[] };
  return data.toMarkdownExtensions ?? [];
}

export function htmlToMarkdown(html: string): string {
  const tree = toMdast(fromHtml(html, { fragment: true }));
  return toMarkdown(tree, { extensions: extensions(), bullet: '-', emphasis: '*' });
}
