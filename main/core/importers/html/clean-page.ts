/**
 * Makes of a page as it was saved one that can be read through: what runs, loads, takes input or styles goes; formulas
 * become MathML; what a lazy page left to its script is put where it belongs; of the attributes only those stay that
 * say something about the text.
 */
import { absoluteLink } from './addresses.ts';
import { formulaOf, isFormula } from './formulas.ts';
import {
  attribute,
  isElement,
  makeElement,
  makeText,
  rebuild,
  tidy,
  walk,
  type PageElement,
  type PageNode,
  type PageParent,
} from './nodes.ts';
import { isPicture, pictureOf, type PictureList } from './pictures.ts';

const gone = new Set([
  ...['script', 'style', 'link', 'meta', 'base', 'title', 'object', 'embed', 'applet', 'frame', 'frameset', 'param'],
  ...['input', 'select', 'textarea', 'button', 'datalist', 'dialog', 'canvas', 'map', 'area', 'progress', 'meter'],
  ...['portal', 'slot', 'bgsound', 'plaintext', 'xmp', 'listing', 'noembed', 'noframes'],
]);

/** Text about what is not there, or asked of the reader. */
const keptAttributes = new Set([
  ...['id', 'class', 'href', 'name', 'lang', 'dir', 'role', 'rel', 'hidden', 'aria-hidden', 'aria-modal', 'itemprop'],
  ...['colspan', 'rowspan', 'scope', 'align', 'start', 'datetime', 'title', 'cite', 'value', 'open', 'property'],
  ...['src', 'alt', 'width', 'height', 'summary', 'data-lang', 'data-language', 'epub:type', 'aria-label', 'type'],
]);

export function cleanPage(page: PageParent, choose: PictureList): void {
  rebuild(page, (element, beside) => {
    if (element.namespaceURI.endsWith('MathML') || element.namespaceURI.endsWith('svg'))
      return foreign(element, choose);
    if (isFormula(element)) {
      const formula = formulaOf(element);
      if (formula !== null) return [formula];
    }
    if (isPicture(element)) return pictureOf(element, beside.after, choose);
    switch (element.tagName) {
      case 'noscript':
        return beside.before !== null && isPicture(beside.before) ? [] : fromNoscript(element, choose);
      case 'template':
        return fromTemplate(element, choose);
      case 'iframe':
      case 'video':
      case 'audio':
        return asLink(element, choose);
      default:
    }
    if (gone.has(element.tagName)) return [];
    if (isPlainBold(element)) return [makeElement('span', {}, cleaned(element, choose))];
    keepAttributes(element);
    return undefined;
  });
}

/** A formula keeps what MathML has, a drawing what the schema knows; both are held to it later. */
function foreign(element: PageElement, choose: PictureList): PageNode[] {
  if (element.tagName === 'math') {
    const formula = formulaOf(element);
    return formula === null ? [] : [formula];
  }
  return element.tagName === 'svg' ? choose.drawing(element) : [];
}

/** Its text asks for scripts; the pictures in it are those that a script would have loaded. */
function fromNoscript(element: PageElement, choose: PictureList): PageNode[] {
  cleanPage(element, choose);
  const pictures: PageNode[] = [];
  walk(element, (inner) => {
    if (inner.tagName === 'img') pictures.push(inner);
    return true;
  });
  return pictures;
}

/** Declarative shadow trees are how SingleFile saves components; any other template is not on the page. */
function fromTemplate(element: PageElement, choose: PictureList): PageNode[] {
  if (!('content' in element)) return [];
  const mode = attribute(element, 'shadowrootmode') ?? attribute(element, 'shadowmode');
  if (mode === null) return [];
  const content = element.content as PageParent; // parse5 gives every template one
  cleanPage(content, choose);
  return [...content.childNodes];
}

/** Sound and moving pictures stay where they are: what is kept of them is where they can be found. */
function asLink(element: PageElement, choose: PictureList): PageNode[] {
  const source = element.childNodes.find((node): node is PageElement => isElement(node) && node.tagName === 'source');
  const address =
    attribute(element, 'src') ?? attribute(element, 'data-src') ?? (source ? attribute(source, 'src') : null);
  const poster = element.tagName === 'video' ? attribute(element, 'poster') : null;
  const link = address === null ? null : absoluteLink(address, choose.base);
  const isFrameOfVideo = /youtube|youtu\.be|vimeo|dailymotion|twitch|v\.qq\.com|bilibili|archive\.org/i.test(
    address ?? '',
  );
  if (link === null || (element.tagName === 'iframe' && !isFrameOfVideo)) return [];
  const label = tidy(attribute(element, 'title') ?? attribute(element, 'aria-label') ?? '') || link;
  const name = element.tagName === 'audio' ? 'Audio' : 'Video';
  const nodes = [makeText(`${name}: `), makeElement('a', { href: link }, [makeText(label)])];
  const still = poster === null ? [] : choose.picture([{ address: poster, weight: 1 }], label);
  return [...still, makeElement('p', {}, nodes)];
}

/** Google Docs wraps what is copied from it in a `b` that says it is not bold. */
function isPlainBold(element: PageElement): boolean {
  const style = element.tagName === 'b' || element.tagName === 'strong' ? attribute(element, 'style') : null;
  return style !== null && /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style);
}

function cleaned(element: PageElement, choose: PictureList): PageNode[] {
  cleanPage(element, choose);
  return [...element.childNodes];
}

function keepAttributes(element: PageElement): void {
  const style = attribute(element, 'style');
  const isHidden = style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  const isColoured = element.tagName === 'pre' || element.tagName === 'code';
  element.attrs = element.attrs.filter(({ name }) => keptAttributes.has(name));
  for (const entry of element.attrs) if (entry.value.length > 2000 && entry.name !== 'href') entry.value = '';
  if (isHidden && !isColoured) element.attrs.push({ name: 'style', value: 'display:none' });
}
