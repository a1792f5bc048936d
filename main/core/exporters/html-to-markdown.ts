/**
 * An article's safe HTML as Markdown with tables and footnotes, for articles that were never Markdown. What Markdown has no
 * words for and its readers show all the same (formulas, drawings, tables with joined cells, raised letters) stays HTML.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent } from 'mdast';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { InlineMath } from '../importers/documents/markdown-nodes.ts';

/** What writes tables, footnotes and strikethrough, and escapes dollars; a processor is asked for it and does nothing else. */
function extensions(): Options[] {
  // Its type for this key comes with remark-stringify, which nothing here needs.
  const data = unified().use(remarkGfm).use(remarkMath).freeze().data() as {
    readonly toMarkdownExtensions?: Options[];
  };
  return data.toMarkdownExtensions ?? [];
}

/** Signs that Obsidian takes for its own: highlights, comments, tags, block marks. Its links begin with an escaped bracket. */
const obsidian: Options = {
  unsafe: [
    { character: '=', before: '=', inConstruct: 'phrasing' },
    { character: '%', before: '%', inConstruct: 'phrasing' },
    { character: '#', before: '(?:^|[\\s(])', after: '[^\\s#]', inConstruct: 'phrasing' },
    { character: '^', before: '\\s', inConstruct: 'phrasing' },
  ],
};

export function htmlToMarkdown(html: string): string {
  const tree = toMdast(fromHtml(html, { fragment: true }), { handlers });
  visit(tree, 'inlineMath', (node: { type: string }) => {
    node.type = 'html';
  });
  return toMarkdown(tree, { extensions: [...extensions(), obsidian], bullet: '-', emphasis: '*', rule: '-' });
}

/** A tag of HTML on either side: Markdown has no sign for these. */
const raised = ['sub', 'sup', 'u', 'ins', 'kbd', 'mark', 'q', 'small', 'abbr', 'cite', 'samp', 'var'] as const;

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(raised.map((name) => [name, between])),
  math: (_, node) => phrase(markupOf(node)),
  svg: (_, node) => phrase(markupOf(node)),
  table: (state, node) =>
    isSimple(node) ? defaultHandlers.table(state, node) : { type: 'html', value: markupOf(node) },
  span: (state, node) => (hasClass(node, 'sidenote__n') ? [] : state.all(node)),
  a: (state, node) => {
    const number = hasClass(node, 'fn') ? noteOf(node.properties['href']) : null;
    if (number === null) return defaultHandlers.a(state, node);
    return { type: 'footnoteReference', identifier: number, label: number };
  },
  aside: (state, node) => {
    const number = hasClass(node, 'sidenote') ? noteOf(`#${String(node.properties['id'])}`) : null;
    const children = state.toFlow(state.all(node)) as BlockContent[]; // what a safe article holds in a note
    return number === null ? children : { type: 'footnoteDefinition', identifier: number, label: number, children };
  },
};

function between(state: State, node: Element): (InlineMath | ReturnType<State['all']>[number])[] {
  return [phrase(`<${node.tagName}>`), ...state.all(node), phrase(`</${node.tagName}>`)];
}

/**
 * HTML within a line. While the tree is built, `html` would count as a block of its own and tear the line apart: it goes by
 * the name of a phrase that no article has.
 */
function phrase(value: string): InlineMath {
  return { type: 'inlineMath', value };
}

/** Without blank lines, at which HTML in Markdown ends. */
function markupOf(node: Element): string {
  return toHtml(node).replace(/\n\s*\n/g, '\n');
}

/** Whether a table is rows of lines under a heading, as Markdown has them. */
function isSimple(table: Element): boolean {
  const inner = elementsIn(table);
  const isPlain = inner.every(
    ({ tagName, properties }) =>
      !awkward.has(tagName) && properties['colSpan'] === undefined && properties['rowSpan'] === undefined,
  );
  const first = inner.find(({ tagName }) => tagName === 'tr');
  const cells = first?.children.filter((child) => child.type === 'element') ?? [];
  return isPlain && cells.length > 0 && cells.every(({ tagName }) => tagName === 'th');
}

const awkward: ReadonlySet<string> = new Set(['caption', 'p', 'ul', 'ol', 'pre', 'blockquote', 'br', 'dl']);

function elementsIn(tree: Element): Element[] {
  const elements: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element !== tree) elements.push(element);
  });
  return elements;
}

function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes(name);
}

/** `#n3` is the note 3. */
function noteOf(href: unknown): string | null {
  return /^#n(\d{1,4})$/.exec(typeof href === 'string' ? href : '')?.[1] ?? null;
}
