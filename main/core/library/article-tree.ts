/**
 * From what an importer delivers to what is kept: the one way by which foreign text becomes an article. Text becomes
 * paragraphs, HTML a tree that has passed the allow-list; both come out as numbered blocks.
 */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import type { ArticleBody } from '../store/library-store.ts';
import { sanitizeArticle } from '../text/article-schema.ts';
import { blockElements, numberBlocks } from '../text/number-blocks.ts';
import { textToTree } from './text-to-tree.ts';

export type ArticleSource =
  | { readonly kind: 'text'; readonly text: string }
  /** Of the article alone. */
  | { readonly kind: 'html'; readonly html: string }
  /** Of the article alone; it is changed. */
  | { readonly kind: 'tree'; readonly tree: Root };

/** Safe, and so cut that every text stands in a block. Throws `RangeError` for what is nested too deeply. */
export function toArticleTree(source: ArticleSource): Root {
  if (source.kind === 'text') return textToTree(source.text);
  const tree = source.kind === 'tree' ? source.tree : fromHtml(source.html, { fragment: true });
  renameContainers(tree);
  const safe = sanitizeArticle(tree);
  wrapLooseText(safe);
  // What was taken out may leave elements in one another as no parser puts them: the tree is to be the one that is shown.
  const settled = fromHtml(toHtml(safe), { fragment: true });
  wrapLooseText(settled);
  partWords(settled);
  trimListings(settled);
  return settled;
}

/** A parser takes the first line break of a listing for none: there is to be none that it could take. */
function trimListings(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'pre') return;
    for (let first = element.children[0]; first?.type === 'text'; first = element.children[0]) {
      first.value = first.value.replace(/^[\r\n]+/, '');
      if (first.value !== '') return;
      element.children.shift();
    }
  });
}

/** Numbers the blocks of a safe tree. The HTML is left out where the blocks say it all. */
export function toArticleBody(tree: Root): ArticleBody {
  const { blocks, headings } = numberBlocks(tree);
  return { html: isPlain(tree) ? null : toHtml(tree), blocks, headings };
}

/** The HTML of an article, safe to show. An empty block is one that is hidden. */
export function bodyHtml({ html, blocks }: Pick<ArticleBody, 'html' | 'blocks'>): string {
  if (html !== null) return html;
  const paragraph = (text: string, block: number): Element => ({
    type: 'element',
    tagName: 'p',
    properties: { dataBlock: block },
    children: [{ type: 'text', value: text }],
  });
  return toHtml({
    type: 'root',
    children: blocks.flatMap((text, block) => (text === '' ? [] : [paragraph(text, block)])),
  });
}

/** Paragraphs of nothing but text, as `bodyHtml` makes them of the blocks. */
function isPlain(tree: Root): boolean {
  return tree.children.every(
    (child) =>
      isBlank(child) ||
      (child.type === 'element' &&
        child.tagName === 'p' &&
        Object.keys(child.properties).every((name) => name === 'dataBlock') &&
        child.children.every(({ type }) => type === 'text')),
  );
}

const containers = ['article', 'section', 'main', 'header', 'footer', 'nav', 'address', 'center', 'details', 'summary'];

/** What the schema would unwrap without a trace, so that two texts would run into one. */
const renamed: ReadonlyMap<string, string> = new Map([
  ...[...containers, 'fieldset', 'hgroup', 'search', 'dialog', 'form'].map((name) => [name, 'div'] as const),
  ['h1', 'h2'],
  ['strike', 's'],
  ['tt', 'code'],
]);

function renameContainers(tree: Root): void {
  visit(tree, 'element', (element) => {
    element.tagName = renamed.get(element.tagName) ?? element.tagName;
    // What a file of ours numbered is numbered anew.
    delete element.properties['dataBlock'];
  });
}

const mixing: ReadonlySet<string> = new Set(['div', 'blockquote', 'aside', 'li', 'dd', 'figure', 'figcaption']);

/** Puts text that stands beside blocks into paragraphs: only leaf blocks are searched, marked and counted. */
function wrapLooseText(tree: Root): void {
  tree.children = wrapRuns(tree.children);
  visit(tree, 'element', (element) => {
    if (element.tagName === 'svg' || element.tagName === 'math') return SKIP;
    if (mixing.has(element.tagName) && element.children.some(holdsBlock)) element.children = wrapRuns(element.children);
    return undefined;
  });
}

function wrapRuns<Child extends RootContent | ElementContent>(children: readonly Child[]): (Child | Element)[] {
  const wrapped: (Child | Element)[] = [];
  let run: Child[] = [];
  const close = () => {
    if (run.every(isBlank)) wrapped.push(...run);
    else if (run.every((child) => isBlank(child) || isPicture(child))) wrapped.push(...run);
    // Of a tree without comments and doctypes, what is no block is text or an inline element.
    else wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: run as ElementContent[] });
    run = [];
  };
  for (const child of children) {
    if (isBlockLike(child) || holdsBlock(child)) {
      close();
      wrapped.push(child);
    } else run.push(child);
  }
  close();
  return wrapped;
}

/** The text of a block knows neither line breaks nor cells: white space keeps the words on either side apart. */
function partWords(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || parent === undefined || !['br', 'td', 'th'].includes(element.tagName)) return undefined;
    const space = { type: 'text', value: '\n' } as const;
    if (parent.type === 'element' && parent.tagName === 'pre') {
      parent.children[index] = space;
      return undefined;
    }
    const next = parent.children[index + 1];
    if (next !== undefined && !(next.type === 'text' && /^\s/.test(next.value)))
      parent.children.splice(index + 1, 0, space);
    return undefined;
  });
  visit(tree, { type: 'element', tagName: 'pre' }, ({ children: [first] }) => {
    // Whoever reads HTML passes over a line break right after <pre>.
    if (first?.type === 'text') first.value = first.value.replace(/^\n+/, '');
  });
}

const structural: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'hr', 'figure']);

function isBlockLike(node: Nodes): boolean {
  return node.type === 'element' && (blockElements.has(node.tagName) || structural.has(node.tagName));
}

function holdsBlock(node: Nodes): boolean {
  return isBlockLike(node) || ('children' in node && node.children.some(holdsBlock));
}

function isPicture(node: Nodes): boolean {
  return node.type === 'element' && ['img', 'svg', 'math', 'br'].includes(node.tagName);
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
