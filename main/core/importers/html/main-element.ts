/** The element that holds a page's text: the one that the page calls so, or the smallest that holds nearly all of it. */
import type { PageBlocks } from './page-blocks.ts';
import { attribute, isElement, walk, type PageElement, type PageParent } from './nodes.ts';

/** Null if there is no text at all. */
export function mainElement(page: PageParent, { weights }: PageBlocks): PageElement | null {
  const textIn = (element: PageElement): number => weights.get(element)?.text ?? 0;
  const bodyText = page.childNodes.reduce((sum, node) => sum + (isElement(node) ? textIn(node) : 0), 0);
  if (bodyText === 0) return null;

  const marked: PageElement[] = [];
  walk(page, (element) => {
    if (isMarked(element) && textIn(element) >= bodyText / 2) marked.push(element);
    return true;
  });
  // Outer before inner. An inner one is taken if it leaves out little: an article in a main with a list of others.
  const root = marked.reduce<PageElement | null>(
    (outer, element) => (outer === null || textIn(element) >= textIn(outer) * 0.8 ? element : outer),
    null,
  );
  return root ?? densest(page, textIn);
}

function isMarked(element: PageElement): boolean {
  return (
    element.tagName === 'main' ||
    element.tagName === 'article' ||
    attribute(element, 'role') === 'main' ||
    /\barticleBody\b/i.test(attribute(element, 'itemprop') ?? '')
  );
}

function densest(page: PageParent, textIn: (element: PageElement) => number): PageElement | null {
  let at: PageElement | null = null;
  for (let parent: PageParent = page; ;) {
    const elements = parent.childNodes.filter(isElement);
    const total = elements.reduce((sum, element) => sum + textIn(element), 0);
    const most = elements.find((element) => textIn(element) >= total * 0.9 && textIn(element) > 0);
    const isLeaf = most === undefined || /^(?:p|pre|figure|h[1-6])$/.test(most.tagName);
    if (isLeaf || (at !== null && textIn(most) < textIn(at) * 0.9)) return at;
    at = most;
    parent = most;
  }
}
