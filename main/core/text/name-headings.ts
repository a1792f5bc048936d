/** Headings that one can lead to: each gets an id of its own words, alone in its article. */
import type { Element, Root } from 'hast';
import { blockText } from './block-text.ts';

export function nameHeadings(tree: Root): void {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const name = (element: Element): void => {
    const slug = slugOf(blockText(element));
    let count = counts.get(slug) ?? 0;
    let id: string;
    do {
      count += 1;
      id = count === 1 ? `h-${slug || 'section'}` : `h-${slug}-${count}`;
    } while (taken.has(id));
    counts.set(slug, count);
    taken.add(id);
    element.properties['id'] = id;
  };
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (/^h[2-6]$/.test(child.tagName)) name(child);
      visit(child);
    }
  };
  visit(tree);
}

function slugOf(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
