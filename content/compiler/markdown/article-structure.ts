/** The last touches on the tree of an article: rows with a head, the opening, the end mark. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** The first cell of a row names it; a space stands between cells, so that their words do not run together. */
export function headRows(tree: Root): void {
  visit(tree, 'element', (row, _, parent) => {
    if (row.tagName !== 'tr') return;
    const inHead = parent?.type === 'element' && parent.tagName === 'thead';
    const cells = row.children.filter((child) => child.type === 'element');
    cells.forEach((cell, index) => {
      if (inHead) cell.properties['scope'] = 'col';
      else if (index === 0) {
        cell.tagName = 'th';
        cell.properties['scope'] = 'row';
      }
    });
    row.children = cells.flatMap((cell) => [cell, { type: 'text', value: '\n' } satisfies Text]);
  });
}

/** Bare text beside a nested list becomes a paragraph, so that every block holds either text or blocks. */
export function settleListItems(tree: Root): void {
  visit(tree, 'element', (item) => {
    if (item.tagName !== 'li' && item.tagName !== 'blockquote') return;
    if (!item.children.some(isBlock)) return;
    item.children = item.children.reduce<ElementContent[]>((settled, child) => {
      const before = settled.at(-1);
      if (isBlock(child) || (child.type === 'text' && child.value.trim() === '')) settled.push(child);
      else if (before?.type === 'element' && before.tagName === 'p' && before.position === undefined)
        before.children.push(child);
      else settled.push({ type: 'element', tagName: 'p', properties: {}, children: [child] });
      return settled;
    }, []);
  });
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && /^(?:p|ul|ol|dl|pre|blockquote|figure|table|div|aside|h[2-6])$/.test(node.tagName);
}

/** The first paragraph, with its first words in small capitals. */
export function markOpening(tree: Root): void {
  const first = tree.children.find((child) => child.type === 'element');
  if (first?.tagName !== 'p') return;
  first.properties['className'] = ['opening'];
  const text = first.children[0];
  if (text?.type !== 'text') return;
  const words = openingWords(text.value);
  if (words === '') return;
  const small: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['sc'] },
    children: [{ type: 'text', value: words }],
  };
  first.children.splice(0, 1, small, { type: 'text', value: text.value.slice(words.length) });
}

/** Whole words, about as many as stand beside a large initial, and none after the first stop. */
function openingWords(text: string): string {
  let taken = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const bare = word.replace(/[\p{P}\p{S}]+$/u, '');
    taken = index + bare.length;
    if (taken >= 16 || bare !== word) break;
  }
  return taken <= 40 && taken < text.length ? text.slice(0, taken) : '';
}

/** The crossed stitch after the last word. */
export function markEnd(tree: Root): void {
  const last = lastTextBlock(tree.children);
  const path: Element = { type: 'element', tagName: 'path', properties: { d: 'M3 3l10 10M13 3L3 13' }, children: [] };
  const svg: Element = {
    type: 'element',
    tagName: 'svg',
    properties: { viewBox: '0 0 16 16', ariaHidden: 'true' },
    children: [path],
  };
  const properties = { className: ['endmark'], role: 'img', ariaLabel: 'End', dataSkip: '' };
  const mark: Element = { type: 'element', tagName: 'span', properties, children: [svg] };
  if (last === null) tree.children.push({ type: 'element', tagName: 'p', properties: {}, children: [mark] });
  else last.children.push(mark);
}

/** The last paragraph or list item that belongs to the text itself, if nothing but notes comes after it. */
function lastTextBlock(nodes: readonly (Root['children'][number] | ElementContent)[]): Element | null {
  for (const node of nodes.toReversed()) {
    if (node.type !== 'element' || (node.tagName === 'aside' && String(node.properties['className']) === 'sidenote'))
      continue;
    if (node.tagName === 'p' || node.tagName === 'dd') return node;
    if (/^(?:ul|ol|li|dl|blockquote)$/.test(node.tagName))
      return lastTextBlock(node.children) ?? (node.tagName === 'li' ? node : null);
    return null;
  }
  return null;
}
