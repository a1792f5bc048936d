/**
 * The blocks of text on a page, numbered in the page itself, so that what an extraction kept and what it left can be told
 * apart exactly, block by block.
 */
import { isBoilerplate } from './boilerplate.ts';
import { isElement, isText, setAttribute, type PageElement, type PageNode, type PageParent } from './nodes.ts';

export const mark = 'data-lectern-n';

export interface PageBlock {
  /** Letters of its text, white space left out of account. */
  readonly letters: number;
  /** Those of them that stand in links. */
  readonly linked: number;
  readonly isBoilerplate: boolean;
  /** Text that is there to be read, by what it stands in, its length and its links. */
  readonly isContent: boolean;
}

/** What stands below an element, boilerplate left out. */
export interface Weight {
  /** Letters in blocks that are text rather than links. */
  text: number;
  /** Letters, of all blocks. */
  all: number;
  /** First and last number of its blocks; `last` is less than `first` if it has none. */
  first: number;
  last: number;
}

export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  readonly weights: ReadonlyMap<PageElement, Weight>;
}

const blockNames = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'li', 'dt', 'dd', 'pre', 'blockquote'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'caption', 'figcaption', 'figure', 'body', 'center', 'address'],
  ...['summary', 'details', 'ul', 'ol', 'dl', 'table', 'tbody', 'tr', 'form', 'nav', 'fieldset', 'legend', 'img'],
]);

/** A picture counts for a reader as much as a sentence or two. */
const lettersOfPicture = 60;

/** Letters from which a block is more than a label or a button. */
const fewestLetters: Readonly<Record<string, number>> = {
  ...{ pre: 1, dt: 1, dd: 1, caption: 1, figcaption: 1, td: 1, th: 1, blockquote: 1, img: 1 },
  ...{ p: 30, li: 30, div: 80, section: 80, aside: 80, article: 80, main: 80, details: 80, summary: 1 },
};

function isContent({ tagName }: PageElement, { letters, linked }: { letters: number; linked: number }): boolean {
  return linked <= letters / 2 && letters >= (fewestLetters[tagName] ?? Infinity);
}

/** Numbers every element that holds text of its own; its blocks are as many as there are numbers. */
export function numberPage(page: PageParent): PageBlocks {
  const blocks: PageBlock[] = [];
  const weights = new Map<PageElement, Weight>();
  const visit = (parent: PageParent, isAround: boolean): Weight => {
    const weight: Weight = { text: 0, all: 0, first: blocks.length, last: blocks.length - 1 };
    const element = isElement(parent) ? parent : null; // a document holds no text of its own
    const own = element !== null && blockNames.has(element.tagName) ? ownLetters(element) : null;
    if (own !== null && own.letters > 0 && element !== null) {
      const isLinks = own.linked > own.letters / 2;
      setAttribute(element, mark, String(blocks.length));
      blocks.push({ ...own, isBoilerplate: isAround, isContent: !isAround && isContent(element, own) });
      if (!isAround) weight.all += own.letters;
      if (!isAround && !isLinks) weight.text += own.letters;
    }
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      const inner = visit(child, isAround || isBoilerplate(child));
      weight.text += inner.text;
      weight.all += inner.all;
    }
    weight.last = blocks.length - 1;
    if (element !== null) weights.set(element, weight);
    return weight;
  };
  visit(page, false); // no deeper than the parser's limit
  return { blocks, weights };
}

/** The numbers that a piece of serialised page still bears. */
export function numbersIn(html: string): Set<number> {
  return new Set(Array.from(html.matchAll(/ data-lectern-n="(\d+)"/g), ([, number]) => Number(number)));
}

/** Letters outside of inner blocks. */
function ownLetters(element: PageElement): { letters: number; linked: number } {
  if (element.tagName === 'img') return { letters: lettersOfPicture, linked: 0 };
  let letters = 0;
  let linked = 0;
  const visit = (node: PageNode, inLink: boolean): void => {
    if (isText(node)) {
      const count = node.value.replace(/\s+/g, '').length;
      letters += count;
      if (inLink) linked += count;
    } else if (isElement(node) && !blockNames.has(node.tagName)) {
      const isLink = node.tagName === 'a' && node.attrs.some(({ name }) => name === 'href');
      for (const child of node.childNodes) visit(child, inLink || isLink);
    }
  };
  for (const child of element.childNodes) visit(child, false);
  return { letters, linked };
}
