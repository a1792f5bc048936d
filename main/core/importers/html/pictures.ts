/**
 * The pictures of a page. Each `img` and `picture` says in many ways where it may come from; of these the best that the
 * file holds is taken. In the page a picture becomes `<img src="lectern-picture:N">`, which no later step can mistake.
 */
import type { Element } from 'hast';
import type { Resources } from '../import-record.ts';
import { drawingFromElement } from './drawings.ts';
import { webAddress } from './addresses.ts';
import type { CutText } from './data-uris.ts';
import { readPicture, type PictureAsset } from './picture-bytes.ts';
import { attribute, find, isElement, makeElement, tidy, walk, type PageElement, type PageNode } from './nodes.ts';
import { parseSrcset, type Candidate } from './srcset.ts';

export const pictureScheme = 'lectern-picture:';

export interface FoundPicture {
  /** Where it would be fetched from; null if it came inside the page. */
  readonly address: string | null;
  readonly alt: string;
  readonly asset: PictureAsset | null;
  /** Drawings stand in the article itself. */
  readonly drawing: Element | null;
}

/** Gathers the pictures of one page. */
export class PictureList {
  readonly found: FoundPicture[] = [];
  readonly base: string | null;
  readonly #resources: Resources;
  readonly #data: CutText;

  constructor(resources: Resources, base: string | null, data: CutText) {
    this.#resources = resources;
    this.base = base;
    this.#data = data;
  }

  /** Nothing for what counts readers and shows nothing. */
  picture(candidates: readonly Candidate[], alt: string, size: Record<string, string> = {}): PageNode[] {
    const ranked = candidates.toSorted((one, other) => other.weight - one.weight);
    const wanted =
      ranked.map(({ address }) => webAddress(address, this.base)).find((address) => address !== null) ?? null;
    const missing = { address: wanted, alt, asset: null, drawing: null };
    for (const { address } of ranked) {
      const held = this.#read(address);
      const read = held === null ? null : readPicture(held, `p${this.found.length}`, alt);
      if (read === 'dot') return this.#isPlaceholder(ranked) ? this.#add(missing, size) : [];
      if (read !== null) return this.#add({ address: webAddress(address, this.base), alt, ...read }, size);
    }
    return wanted !== null || ranked.some(({ address }) => isRelative(address)) ? this.#add(missing, size) : [];
  }

  /** A drawing in the page. Icons, which stand beside the words that say the same, are left out. */
  drawing(svg: PageElement): PageNode[] {
    const image = find(svg, ({ tagName }) => tagName === 'image');
    const address = image === null ? null : (attribute(image, 'href') ?? attribute(image, 'xlink:href'));
    // Books wrap their pictures so, to have them fill the page.
    if (address !== null) return this.picture([{ address, weight: 1 }], tidy(attribute(svg, 'aria-label') ?? ''));
    const drawing = drawingFromElement(svg, `p${this.found.length}`);
    return drawing === null
      ? []
      : this.#add({ address: null, alt: drawing.alt, asset: null, drawing: drawing.element }, {});
  }

  #read(address: string): ReturnType<Resources> {
    const cut = this.#data.read(address);
    if (cut !== null) return cut;
    const absolute = this.base === null ? null : (URL.parse(address, this.base)?.href ?? null);
    for (const one of [address, decoded(address), absolute]) {
      const held = one === null ? null : this.#resources(one);
      if (held !== null) return held;
    }
    return null;
  }

  /** A dot that waits for a script to put the picture in its place. */
  #isPlaceholder(ranked: readonly Candidate[]): boolean {
    return ranked.some(({ address, weight }) => weight > 1 && webAddress(address, this.base) !== null);
  }

  #add(picture: FoundPicture, size: Record<string, string>): PageNode[] {
    this.found.push(picture);
    return [makeElement('img', { src: `${pictureScheme}${this.found.length - 1}`, alt: picture.alt, ...size }, [])];
  }
}

/** Files are named with spaces where addresses have %20. */
function decoded(address: string): string | null {
  if (!address.includes('%')) return null;
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** It would be somewhere if it were known where the page was. */
function isRelative(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address.trim());
}

export function isPicture(element: PageElement): boolean {
  return element.tagName === 'img' || element.tagName === 'picture' || element.tagName === 'amp-img';
}

const lazySources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-hi-res-src',
  'data-full-src',
];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];

/** What `img`, `picture` or `amp-img` shows. `after` may be the `noscript` that stands in for a lazy one. */
export function pictureOf(element: PageElement, after: PageElement | null, list: PictureList): PageNode[] {
  const image = imageIn(element);
  const fallback = after?.tagName === 'noscript' ? imageIn(after) : null;
  if (image === null || isDot(image)) return [];
  const candidates = [...candidatesOf(element), ...(fallback === null ? [] : candidatesOf(fallback).map(heavier))];
  const alt = tidy(attribute(image, 'alt') ?? '').slice(0, 2000);
  const size: Record<string, string> = {};
  for (const name of ['width', 'height']) {
    const value = attribute(image, name);
    if (value !== null && /^\d{1,5}$/.test(value)) size[name] = value;
  }
  return list.picture(candidates, alt, size);
}

/** What stands in for a script's picture is that picture. */
function heavier({ address, weight }: Candidate): Candidate {
  return { address, weight: weight + 1 };
}

function imageIn(element: PageElement): PageElement | null {
  if (element.tagName === 'img' || element.tagName === 'amp-img') return element;
  let image: PageElement | null = null;
  walk(element, (inner) => {
    if (inner.tagName === 'img') image ??= inner;
    return image === null;
  });
  return image;
}

/** Sources in a set weigh by their width or density, others one; what a script was to load weighs more than what it replaces. */
function candidatesOf(element: PageElement): Candidate[] {
  const candidates: Candidate[] = [];
  const visit = (inner: PageElement): undefined => {
    if (!/^(?:img|source|amp-img)$/.test(inner.tagName)) return undefined;
    const sets = ['srcset', ...lazySets].flatMap((name) => parseSrcset(attribute(inner, name) ?? ''));
    for (const candidate of sets) candidates.push(candidate);
    for (const name of lazySources) {
      const address = attribute(inner, name);
      if (address !== null && address.trim() !== '') candidates.push({ address: address.trim(), weight: 1.5 });
    }
    const plain = attribute(inner, 'src')?.trim() ?? '';
    if (plain !== '') candidates.push({ address: plain, weight: 1 });
    return undefined;
  };
  if (isElement(element)) visit(element);
  walk(element, visit);
  return candidates;
}

function isDot(image: PageElement): boolean {
  const sides = ['width', 'height'].map((name) => attribute(image, name));
  return sides.every((side) => side !== null && /^[01](?:px)?$/.test(side));
}
