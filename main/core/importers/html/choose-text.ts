/**
 * Which part of a page is its text: what Readability finds, or the page's own main element. Readability is right about
 * pages that do not say where their text is; where a page does say, it leaves out what a reader would miss: asides,
 * tables, listings, definition lists, captions, a paragraph after a picture.
 *
 * Both are compared block by block. The main element is taken if Readability found nothing, or if it lacks at least
 * `fewestMissing` letters of the main element's content or brings along what stands around it, and has next to no content
 * from outside of it. Of what Readability
 * left out of the main element only that is taken which is content by its kind and length (page-blocks.ts): labels,
 * buttons and invitations stay out.
 *
 * Measured by `npm run bench -- import` on 390 pages laid out in six ways around the stories of the collection: 99.8 % of
 * a story's words or more are kept in each of the layouts (Readability on jsdom: 98.3 to 98.5 %). Of what is kept at least
 * 99.2 % is the story, layout tables included (Readability: 77.5 % there), but for the documentation, whose notes and
 * listings around the story are content too (95.8 %). On pages of the Rust reference Readability drops the grammar
 * listings and keeps the help for the keyboard; the main element is the other way round.
 */
import { isBoilerplate } from './boilerplate.ts';
import { mainElement } from './main-element.ts';
import {
  attribute,
  find,
  makeElement,
  rebuild,
  textOf,
  tidy,
  type PageDocument,
  type PageElement,
  type PageParent,
} from './nodes.ts';
import { mark, numberPage, numbersIn, type PageBlocks } from './page-blocks.ts';
import { parseDocument } from './parse-html.ts';
import { readReadable } from './readability.ts';

const fewestMissing = 24;
const mostOutside = 0.1;
/** Of what Readability kept, the share of links and labels from around the main element. */
const mostAround = 0.05;
/** Less than this is no article, but a title and a line about cookies. */
const fewestLetters = 120;
/** Letters of a list of any length. */
const fewestInList = 400;
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
  const list = listOf(page, numbered);
  if (list !== null) return { root: withoutBoilerplate(list, null, numbered), from: 'main', kind: 'list', byline: '' };
  const main = mainElement(page, numbered);
  const readable = readReadable(page, title);
  const kept = readable === null ? null : numbersIn(readable.html);
  const byline = readable?.byline ?? '';
  if (readable === null || kept === null || (main !== null && isBetter(main, kept, numbered))) {
    const root = main ?? wholeOf(page);
    if (root === null) return { root, from: 'main', kind: 'empty', byline };
    return { root: withoutBoilerplate(root, kept, numbered), from: 'main', kind: kindOf(root, numbered), byline };
  }
  return { root: parseDocument(readable.html), from: 'readability', kind: kindOfKept(kept, numbered), byline };
}

/** All that the page holds, whatever it is: for a reader whose text was cut. */
export function chooseWhole(page: PageDocument): ChosenText {
  return { root: wholeOf(page), from: 'main', kind: 'article', byline: '' };
}

/** The body of a page that is links to articles, mostly. */
function listOf(page: PageDocument, { weights }: PageBlocks): PageElement | null {
  const body = find(page, ({ tagName }) => tagName === 'body');
  const weight = body === null ? undefined : weights.get(body);
  return weight !== undefined && weight.all > fewestInList && weight.text < weight.all * fewestText ? body : null;
}

function isBetter(main: PageElement, kept: ReadonlySet<number>, { blocks, weights }: PageBlocks): boolean {
  const range = weights.get(main);
  if (range === undefined || range.text < fewestLetters) return false;
  let missing = 0;
  let content = 0;
  let around = 0;
  let all = 0;
  for (const [number, block] of blocks.entries()) {
    const isInside = number >= range.first && number <= range.last;
    const isKept = kept.has(number);
    if (isKept) all += block.letters;
    if (isInside && block.isContent && !isKept) missing += block.letters;
    if (!isInside && isKept && block.isContent) content += block.letters;
    if (!isInside && isKept && !block.isContent) around += block.letters;
  }
  return (missing >= fewestMissing || around > all * mostAround) && content <= all * mostOutside;
}

/** A page of nothing but links has no main element; what it has is still what the reader kept. */
function wholeOf(page: PageDocument): PageElement | null {
  const body = find(page, ({ tagName }) => tagName === 'body');
  if (body === null) return null;
  return tidy(textOf(body)) !== '' || find(body, ({ tagName }) => tagName === 'img') !== null ? body : null;
}

/** `kept` is what Readability would keep; null to keep all that is no boilerplate. */
function withoutBoilerplate(root: PageElement, kept: ReadonlySet<number> | null, { blocks }: PageBlocks): PageParent {
  const isLabel = (element: PageElement): boolean => {
    const number = kept === null ? null : attribute(element, mark);
    const block = number === null ? undefined : blocks[Number(number)];
    if (block === undefined || kept?.has(Number(number)) === true || block.isContent) return false;
    return /^(?:p|div|section|aside|li|ul|ol|header|address)$/.test(element.tagName) && !holdsBlocks(element);
  };
  rebuild(root, (element) => (isBoilerplate(element) || isLabel(element) ? [] : undefined));
  return makeElement('div', {}, [root]);
}

function holdsBlocks(element: PageElement): boolean {
  return find(element, (inner) => attribute(inner, mark) !== null) !== null;
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
