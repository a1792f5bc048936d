/** Reads an article's HTML for what scripts ask of it: its text and its pictures. Pure. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Article } from '../../contract/entities.ts';

export interface ArticleImage {
  /** As `html` names it; null for a drawing that stands in the page itself. */
  readonly src: string | null;
  readonly alt: string;
  readonly caption: string | null;
}

/** Soft hyphens are put in for the screen; whoever searches or copies wants the words whole. */
export function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00AD', '').replaceAll('&shy;', '').replaceAll('&#xAD;', '');
}

export function textOf(html: string): string {
  const text = toText(readBody(html));
  return withoutSoftHyphens(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The picture over the story first, then those of the body in order. */
export function imagesOf({ hero, html }: Pick<Article, 'hero' | 'html'>): ArticleImage[] {
  const images: ArticleImage[] = [];
  if (hero !== null) {
    images.push({ src: hero.asset === null ? null : `/assets/${hero.asset}`, alt: hero.alt, caption: hero.caption });
  }
  visit(readBody(html), 'element', (element) => {
    if (element.tagName === 'figure') {
      const image = find(element, isImage);
      if (image === null) return undefined;
      const caption = find(element, ({ tagName }) => tagName === 'figcaption');
      images.push(imageOf(image, caption === null ? null : plain(caption)));
      return SKIP;
    }
    if (!isImage(element)) return undefined;
    images.push(imageOf(element, null));
    return SKIP;
  });
  return images;
}

/** The body without what stands in it for the eye only: note numbers, the end mark. */
function readBody(html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined || element.properties['dataSkip'] === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return tree;
}

function isImage({ tagName }: Element): boolean {
  return tagName === 'img' || tagName === 'svg';
}

function imageOf({ tagName, properties }: Element, caption: string | null): ArticleImage {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const src = tagName === 'img' ? text(properties['src']) : null;
  return { src, alt: text(properties['alt']) ?? text(properties['ariaLabel']) ?? '', caption };
}

function find(within: Element, test: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  visit(within, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

function plain(node: Nodes): string {
  return withoutSoftHyphens(toText(node)).replace(/\s+/g, ' ').trim();
}
