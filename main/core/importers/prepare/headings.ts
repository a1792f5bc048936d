/** The title stands above the article, so its body begins at the second level, without gaps in what was said of it. */
import type { Element, ElementContent, Root } from 'hast';
import { blockText } from '../../text/block-text.ts';
import { childrenOf, eachElement, propertyOf, setChildren } from './hast.ts';

/** Takes out the heading that repeats the title and shifts the others. */
export function shiftHeadings(tree: Root, title: string): void {
  dropTitle(tree, title);
  const headings: Element[] = [];
  eachElement(tree, (element) => {
    if (levelOf(element) > 0) headings.push(element);
  });
  const highest = headings.reduce((level, heading) => Math.min(level, levelOf(heading)), 6);
  for (const heading of headings) heading.children = heading.children.flatMap(withoutAnchor);
  for (const heading of headings) heading.tagName = `h${Math.min(6, levelOf(heading) - highest + 2)}`;
}

/** Sites put a link to the heading into the heading. */
function withoutAnchor(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'a' || !propertyOf(node, 'href').startsWith('#')) return [node];
  return /^[\s#¶§🔗\u{E000}-\u{F8FF}]*$/u.test(blockText(node)) ? [] : node.children;
}

/** Only before the text begins: a heading far below that says the same is another. */
function dropTitle(tree: Root, title: string): void {
  if (title === '') return;
  let seen = 0;
  const search = (parent: Root | Element): boolean => {
    const children = childrenOf(parent);
    for (const [index, child] of children.entries()) {
      if (child.type !== 'element') continue;
      if (levelOf(child) > 0 && isSame(blockText(child), title)) {
        setChildren(parent, children.toSpliced(index, 1));
        return true;
      }
      if (search(child)) return true;
      seen += child.tagName === 'p' || child.tagName === 'li' ? blockText(child).length : 0;
      if (seen > 600) return true;
    }
    return false;
  };
  search(tree);
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function levelOf({ tagName }: Element): number {
  return Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
}
