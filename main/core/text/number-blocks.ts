/** Gives each leaf block of an article its number and says its text (block-text.ts has the rule). */
import type { Element, Nodes, Root } from 'hast';
import { blockText } from './block-text.ts';

/** Elements that hold text of their own or other blocks. A row of a table is one block. */
export const blockElements: ReadonlySet<string> = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'li',
  'dt',
  'dd',
  'div',
  'aside',
  'figcaption',
  'caption',
  'tr',
]);

export interface NumberedHeading {
  readonly block: number;
  readonly level: number;
  readonly text: string;
}

/** Writes `data-block` into the tree. Elements without text stay without a number. */
export function numberBlocks(tree: Root): { blocks: string[]; headings: NumberedHeading[] } {
  const blocks: string[] = [];
  const headings: NumberedHeading[] = [];
  const visit = (node: Nodes): void => {
    if (!('children' in node) || (node.type === 'element' && node.tagName === 'svg')) return;
    if (node.type !== 'element' || !isLeaf(node)) {
      node.children.forEach(visit);
      return;
    }
    const text = blockText(node);
    if (text === '') return;
    node.properties['dataBlock'] = blocks.length;
    const level = /^h([2-6])$/.exec(node.tagName)?.[1];
    if (level !== undefined) headings.push({ block: blocks.length, level: Number(level), text });
    blocks.push(text);
  };
  visit(tree);
  return { blocks, headings };
}

function isLeaf(element: Element): boolean {
  if (!blockElements.has(element.tagName)) return false;
  return element.tagName === 'tr' || !holdsBlock(element);
}

function holdsBlock(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child)),
  );
}
