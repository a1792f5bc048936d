/**
 * The canonical text of a block: what search finds in, what marks and reading places are measured in.
 *
 * A leaf block of an article's HTML carries `data-block="N"`. Its text is made so, here on the syntax tree and in the
 * renderer on the DOM, and must come out the same:
 *   1. take its text nodes in document order, leaving out every subtree whose root carries `data-skip`,
 *   2. put them together with nothing between,
 *   3. take out soft hyphens (U+00AD),
 *   4. make each run of white space (JavaScript's `\s`) one space,
 *   5. trim both ends.
 */
import type { Nodes } from 'hast';

export function blockText(node: Nodes): string {
  return normaliseBlockText(rawText(node));
}

export function normaliseBlockText(text: string): string {
  return text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && 'dataSkip' in node.properties)) return '';
  return node.children.map(rawText).join('');
}
