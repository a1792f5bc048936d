/**
 * Which part of a page is its text: what Readability finds, or the page's own main element without what stands around
 * the text in it. Readability is right about pages that do not say where their text is; where a page does say, it leaves
 * out what a reader would miss: asides, tables, listings, definition lists, the paragraph after a picture.
 *
 * Both are compared block by block. The main element is taken if Readability found nothing, or if it lacks more than
 * `mostMissing` of the letters in the main element's blocks of text while having next to nothing that stands outside of it.
 */
import { isBoilerplate } from './boilerplate.ts';
import { mainElement } from './main-element.ts';
import {
  find,
  makeElement,
  rebuild,
  textOf,
  tidy,
  type PageDocument,
  type PageElement,
  type PageParent,
} from './nodes.ts';
import { numberPage, numbersIn, type PageBlocks } from './page-blocks.ts';
import { parseDocument } from './parse-html.ts';
import { readReadable } from './readability.ts';

const mostMissing = 0.05;
const mostOutside = 0.1;
/** Less than this is no article, but a title and a line about cookies. */
const fewestLetters = 120;
/** A page is a list if no more than this of it is text. */
const fewestText = 0.35;

export interface ChosenText {
  /** The text's blocks, below an element that has no meaning of its own. Null for a page without any. */
  readonly root: PageParent | null;
  readonly from: 'readability' | 'main';
  /** `list`: links to articles rather than one. `short`: a few words. */
  readonly kind: 'article' | 'list' | 'short' | 'empty';
  readonly byline: string;
}

export function chooseText(page: PageDocument, title: string): ChosenText {
  const numbered = numberPage(page);
  const main = mainElement(page, numbered);
  const readable = readReadable(page, title);
  const kept = readable === null ? null : numbersIn(readable.html);
  const byline = readable?.byline ?? '';
  if (readable === null || kept === null || (main !== null && isBetter(main, kept, numbered))) {
    const root = main ?? wholeOf(page);
    if (root === null) return { root, from: 'main', kind: 'empty', byline };
    return { root: withoutBoilerplate(root), from: 'main', kind: kindOf(root, numbered), byline };
  }
  return { root: parseDocument(readable.html), from: 'readability', kind: kindOfKept(kept, numbered), byline };
}

function isBetter(main: PageElement, kept: ReadonlySet<number>, { blocks, weights }: PageBlocks): boolean {
  const range = weights.get(main);
  if (range === undefined || range.text < fewestLetters) return false;
  let missing = 0;
  let outside = 0;
  let all = 0;
  for (const [number, block] of blocks.entries()) {
    const isText = !block.isBoilerplate && block.linked <= block.letters / 2;
    const isInside = number >= range.first && number <= range.last;
    if (kept.has(number)) all += block.letters;
    if (isText && isInside && !kept.has(number)) missing += block.letters;
    if (!isInside && kept.has(number)) outside += block.letters;
  }
  return missing > range.text * mostMissing && outside <= all * mostOutside;
}

/** A page of nothing but links has no main element; what it has is still what the reader kept. */
function wholeOf(page: PageDocument): PageElement | null {
  const body = find(page, ({ tagName }) => tagName === 'body');
  if (body === null) return null;
  return tidy(textOf(body)) !== '' || find(body, ({ tagName }) => tagName === 'img') !== null ? body : null;
}

function withoutBoilerplate(root: PageElement): PageParent {
  rebuild(root, (element) => (isBoilerplate(element) ? [] : undefined));
  return makeElement('div', {}, [root]);
}

function kindOf(root: PageElement, { weights }: PageBlocks): ChosenText['kind'] {
  const weight = weights.get(root);
  return weight === undefined ? 'empty' : kindBy(weight.text, weight.all);
}

function kindOfKept(kept: ReadonlySet<number>, { blocks }: PageBlocks): ChosenText['kind'] {
  let text = 0;
  let all = 0;
  for (const number of kept) {
    const block = blocks[number];
    if (block === undefined) continue;
    all += block.letters;
    if (block.linked <= block.letters / 2) text += block.letters;
  }
  return kindBy(text, all);
}

function kindBy(text: number, all: number): ChosenText['kind'] {
  if (all === 0) return 'empty';
  if (text < all * fewestText && all > fewestLetters) return 'list';
  return text < fewestLetters ? 'short' : 'article';
}
