/**
 * A story's safe HTML as XHTML for an e-book: well-formed, links only to what is in the book or on the web, drawings in
 * paper's colours, pictures by their place in the book.
 */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import { SKIP, visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { withPaperColours } from '../paper-palette.ts';
import { strictAddress } from '../strict-address.ts';

export interface XhtmlBody {
  readonly xml: string;
  readonly hasSvg: boolean;
  readonly hasMathml: boolean;
  /** Names of the assets that the pictures want, each once. */
  readonly assets: readonly string[];
}

interface XhtmlOptions {
  /** The file of a story in this book; null if the book does not hold it. */
  readonly fileOfStory: (id: string) => string | null;
  /** Where an asset lies, seen from the chapter; null for one that the book does not hold. */
  readonly hrefOfAsset: (name: string) => string | null;
}

const assetPrefix = '/assets/';
const storyPrefix = '#/story/';

/** Never throws: what the parser makes of `html` is what the book gets. */
export function toXhtml(html: string, options: XhtmlOptions): XhtmlBody {
  const tree = fromHtml(html.replaceAll('\u00AD', ''), { fragment: true });
  const ids = idsIn(tree);
  const assets = new Set<string>();
  let hasSvg = false;
  let hasMathml = false;
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'svg') hasSvg = true;
    if (element.tagName === 'math') {
      hasMathml = true;
      element.properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML'; // the tree has no namespaces, XML does
    }
    if (element.tagName === 'img' && !placePicture(element, assets, options) && parent && index !== undefined) {
      parent.children.splice(index, 1, { type: 'text', value: textOf(element.properties['alt']) });
      return [SKIP, index];
    }
    if (element.tagName === 'a') settleLink(element, ids, options);
    dropScreenOnly(element);
    return undefined;
  });
  return { xml: withPaperColours(serialise(tree)), hasSvg, hasMathml, assets: [...assets] };
}

function placePicture(image: Element, assets: Set<string>, options: XhtmlOptions): boolean {
  const source = textOf(image.properties['src']);
  if (!source.startsWith(assetPrefix)) return false;
  const name = source.slice(assetPrefix.length);
  const href = options.hrefOfAsset(name);
  if (href === null) return false;
  assets.add(name);
  image.properties = { src: href, alt: textOf(image.properties['alt']) };
  return true;
}

/** A reader of books takes a link that leads nowhere, or that is no address to the letter, for a fault of the book. */
function settleLink(link: Element, ids: ReadonlySet<string>, { fileOfStory }: XhtmlOptions): void {
  const written = textOf(link.properties['href']);
  const href = written.startsWith(storyPrefix)
    ? fileOfStory(written.slice(storyPrefix.length))
    : written.startsWith('#')
      ? ids.has(written.slice(1))
        ? written
        : null
      : strictAddress(written);
  if (href === null) delete link.properties['href'];
  else link.properties['href'] = href;
}

/** Of two elements of one id the first keeps it. */
function idsIn(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    const id = textOf(properties['id']);
    if (id === '') return;
    if (ids.has(id) || /\s/.test(id)) delete properties['id'];
    else ids.add(id);
  });
  return ids;
}

/** Attributes that only Lectern's own page makes use of, and `align`, which HTML has dropped: it becomes a class.
 * `paint-order` is younger than the SVG of EPUB. */
function dropScreenOnly(element: Element): void {
  const { align } = element.properties;
  const kept = Object.entries(element.properties).filter(
    ([name]) => !/^data[A-Z]/.test(name) && !['loading', 'align', 'paintOrder'].includes(name),
  );
  element.properties = Object.fromEntries(kept);
  if (align === 'right' || align === 'center') element.properties['className'] = [`align-${align}`];
}

function serialise(tree: Root): string {
  return toXml(toXast(tree, { space: 'html' }), { closeEmptyElements: true });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
