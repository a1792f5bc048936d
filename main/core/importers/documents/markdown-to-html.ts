/**
 * Markdown to HTML, as its writers mean it: CommonMark with GitHub's tables and footnotes, formulas between dollars, and
 * Obsidian's links, embeds, callouts and highlights. Raw HTML in it stays; the pipeline makes it safe as it does a page's.
 */
import { toHtml } from 'hast-util-to-html';
import type { Blockquote, InlineMath, PhrasingContent, Root, Text } from './markdown-nodes.ts';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Null for a text that is nested deeper than anyone writes. */
export function markdownToHtml(markdown: string): string | null {
  if (/^(?:[ \t]*[>*+-][ \t]*){60}/m.test(markdown) || /[[*_]{500}/.test(markdown)) return null;
  try {
    const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMath);
    const tree: Root = processor.parse(markdown);
    settleAddresses(tree);
    settleDollars(tree, markdown);
    readObsidian(tree, markdown);
    const html = unified().use(remarkRehype, { allowDangerousHtml: true }).runSync(tree);
    return toHtml(html, { allowDangerousHtml: true });
  } catch (error) {
    if (error instanceof RangeError) return null; // the stack
    throw error;
  }
}

/**
 * An address that stands bare is a link, but one with a backslash in it means its letters: what the parser made a link of
 * only afterwards, without looking at the source, has no place in it.
 */
function settleAddresses(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    if (link.position !== undefined || parent === undefined || index === undefined) return undefined;
    (parent.children as PhrasingContent[]).splice(index, 1, ...link.children); // where a link stands, phrases may
    return [SKIP, index];
  });
}

/** "From $5 to $6" is no formula: one begins and ends with a letter, and no digit follows. */
function settleDollars(tree: Root, source: string): void {
  visit(tree, 'inlineMath', (node: InlineMath, index, parent) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (parent === undefined || index === undefined || start === undefined || end === undefined) return undefined;
    const written = source.slice(start, end);
    if (written.startsWith('$$') || (/^\$\S(?:[^]*\S)?\$$/.test(written) && !/\d/.test(source[end] ?? '')))
      return undefined;
    parent.children.splice(index, 1, { type: 'text', value: written });
    return [SKIP, index + 1];
  });
}

const marks = /!?\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]|==([^=\n]{1,500})==|%%[^%]{0,2000}%%/g;

function readObsidian(tree: Root, source: string): void {
  visit(tree, 'text', (node: Text, index, parent) => {
    if (parent === undefined || index === undefined || !/\[\[|==|%%/.test(node.value)) return undefined;
    // What has a backslash before it means itself.
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(marks)) {
      if (!written.includes(match[0])) continue;
      parts.push({ type: 'text', value: node.value.slice(from, match.index) }, ...markOf(match));
      from = match.index + match[0].length;
    }
    if (from === 0) return undefined;
    parts.push({ type: 'text', value: node.value.slice(from) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts); // where text stands, phrases may
    return [SKIP, index + parts.length];
  });
  visit(tree, 'blockquote', (quote: Blockquote) => {
    readCallout(quote, source);
  });
}

function markOf([whole, target = '', label, highlighted]: RegExpExecArray): PhrasingContent[] {
  if (highlighted !== undefined)
    return [{ type: 'emphasis', data: { hName: 'mark' }, children: [{ type: 'text', value: highlighted }] }];
  if (whole.startsWith('%%')) return [];
  const isPicture = whole.startsWith('!') && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(target.trim());
  const isSize = /^\d+(?:x\d+)?$/.test(label ?? '');
  if (isPicture) return [{ type: 'image', url: encodeURI(target.trim()), alt: isSize ? '' : (label ?? '') }];
  return [{ type: 'text', value: label ?? target.replace(/^.*#/, '') }];
}

/** `> [!warning] Title` is a note with a title. */
function readCallout(quote: Blockquote, source: string): void {
  const [first] = quote.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return;
  const match = /^\[!([\w-]+)\][+-]?[ \t]*([^\n]*)\n?/.exec(opening.value);
  if (match === null || !source.startsWith('[!', opening.position?.start.offset)) return;
  const [all, kind = '', written = ''] = match;
  const title = written.trim() || `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  opening.value = opening.value.slice(all.length);
  quote.data = { hName: 'aside' };
  quote.children.unshift({
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: title }] }],
  });
}
