/** Links lead where they led from the page, or to a place in the article. What leads nowhere is text. */
import type { Element, Root } from 'hast';
import { absoluteLink, isSameDocument } from '../html/addresses.ts';
import { classesOf, eachElement, isElement, propertyOf } from './hast.ts';

/** Before headings lose the ids that the page gave them. */
export function rememberTargets(tree: Root): Map<string, Element> {
  const targets = new Map<string, Element>();
  let waiting: string[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const id = propertyOf(child, 'id') || (child.tagName === 'a' ? propertyOf(child, 'name') : '');
      // A section's id, or an anchor before a heading, leads to the heading.
      if (id !== '' && waiting.length < 1000) waiting.push(id);
      if (/^h[1-6]$/.test(child.tagName)) {
        for (const one of [...waiting, ...idsIn(child)]) if (!targets.has(one)) targets.set(one, child);
        waiting = [];
      } else if (/^(?:p|pre|li|table|img)$/.test(child.tagName)) {
        waiting = [];
      }
      visit(child);
    }
  };
  visit(tree);
  return targets;
}

function idsIn(heading: Element): string[] {
  return heading.children
    .filter(isElement)
    .map((child) => propertyOf(child, 'id') || propertyOf(child, 'name'))
    .filter(Boolean);
}

export function resolveLinks(tree: Root, targets: ReadonlyMap<string, Element>, base: string | null): void {
  eachElement(tree, (link) => {
    if (link.tagName !== 'a' || classesOf(link).includes('fn')) return;
    const written = propertyOf(link, 'href').trim();
    const href = written.startsWith('#') ? inside(written, targets) : outside(written, targets, base);
    if (href === null) {
      link.tagName = 'span';
      link.properties = {};
      return;
    }
    link.properties = href.startsWith('#')
      ? { href }
      : { href, rel: ['external', 'noopener', 'noreferrer'], className: ['external'] };
  });
}

function outside(written: string, targets: ReadonlyMap<string, Element>, base: string | null): string | null {
  const absolute = absoluteLink(written, base);
  if (absolute === null) return null;
  if (base !== null && isSameDocument(absolute, base)) return inside(new URL(absolute).hash, targets) ?? absolute;
  return absolute;
}

function inside(fragment: string, targets: ReadonlyMap<string, Element>): string | null {
  if (fragment.length < 2) return null;
  let id = fragment.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  const heading = targets.get(id);
  const name = heading === undefined ? '' : propertyOf(heading, 'id');
  return name.startsWith('h-') ? `#${name}` : null;
}
