/** A story's Markdown as a safe article: the order of the steps, each of which has its own file. */
import type { Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { sanitizeArticle } from '../../../main/core/text/article-schema.ts';
import { nameHeadings } from '../../../main/core/text/name-headings.ts';
import { numberBlocks, type NumberedHeading } from '../../../main/core/text/number-blocks.ts';
import { headRows, markEnd, markOpening, settleListItems } from './article-structure.ts';
import { makeDefinitionLists } from './definition-lists.ts';
import { joinTexts, resolveDirectives } from './directives.ts';
import { makeFigures } from './figures.ts';
import { placeFootnotes } from './footnotes.ts';
import { hyphenate } from './hyphenate.ts';
import { resolveLinks } from './links.ts';
import { renderMaths } from './maths.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { checkProse } from './prose.ts';
import type { StoryContext } from './story-context.ts';
import { typesetTree } from './typeset.ts';

interface ArticleText {
  readonly html: string;
  readonly blocks: readonly string[];
  readonly headings: readonly NumberedHeading[];
  readonly pictures: number;
}

/** Faults go to the context's list; the article of a faulty text is not fit to print. */
export function toArticle(context: StoryContext): ArticleText {
  const markdown = parseMarkdown(context.source);
  checkProse(markdown, context);
  resolveDirectives(markdown, context);
  joinTexts(markdown);
  makeDefinitionLists(markdown, context);
  const { pictures } = makeFigures(markdown, context);
  renderMaths(markdown, context);
  typesetTree(markdown, context.language);
  placeFootnotes(markdown, context);

  const tree: HtmlRoot = unified().use(remarkRehype).runSync(markdown);
  resolveLinks(tree, context);
  settleListItems(tree);
  headRows(tree);
  nameHeadings(tree);
  markOpening(tree);
  markEnd(tree);

  const safe = sanitizeArticle(tree);
  const { blocks, headings } = numberBlocks(safe);
  hyphenate(safe, context.language);
  return { html: toHtml(safe), blocks, headings, pictures };
}
