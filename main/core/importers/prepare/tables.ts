/** Tables that show figures are kept whole; tables that only lay out a page are what they hold. */
import type { Element, ElementContent, Root } from 'hast';
import { childrenOf, eachElement, element, isElement, isNamed, propertyOf, setChildren, text } from './hast.ts';

export function settleTables(tree: Root): void {
  eachElement(tree, (table) => {
    if (table.tagName !== 'table') return;
    if (isLayout(table)) {
      table.tagName = 'section'; // told apart by tables around it
      eachPart(table, (part) => {
        part.tagName = 'section';
      });
      return;
    }
    eachPart(table, (part) => {
      if (part.tagName !== 'tr') return;
      // A space between cells, so that their words do not run together where a row is read as one text.
      part.children = part.children.filter(isElement).flatMap((cell): ElementContent[] => [cell, text('\n')]);
    });
  });
  wrap(tree);
}

/** A table of one cell, of one column without heads, with tables or headings in it, or that says so. */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(propertyOf(table, 'role'))) return true;
  let rows = 0;
  let cells = 0;
  let heads = 0;
  let pages = 0;
  eachPart(table, (part) => {
    if (part.tagName === 'tr') rows += 1;
    if (part.tagName === 'td') cells += 1;
    if (part.tagName === 'th') heads += 1;
    if (isNamed(part, 'td', 'th') && part.children.some(holdsPage)) pages += 1;
  });
  if (pages > 0) return true;
  return heads === 0 && (cells <= 1 || (cells <= rows && !table.children.some((child) => isNamed(child, 'caption'))));
}

function holdsPage(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  if (/^(?:table|h[1-6]|section|article)$/.test(node.tagName)) return true;
  return isNamed(node, 'div', 'center') && node.children.some(holdsPage);
}

/** The elements that make up a table, those of tables inside left out. */
function eachPart(table: Element, visit: (part: Element) => void): void {
  for (const child of table.children) {
    if (!isNamed(child, 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup', 'col')) continue;
    if (!isNamed(child, 'td', 'th')) eachPart(child, visit);
    visit(child);
  }
}

/** Wide tables scroll in a figure of their own. */
function wrap(parent: Root | Element): void {
  setChildren(
    parent,
    childrenOf(parent).map((child): ElementContent => {
      if (child.type !== 'element') return child;
      if (child.tagName !== 'table') {
        wrap(child);
        return child;
      }
      return isElement(parent) && parent.tagName === 'figure'
        ? child
        : element('figure', { className: ['tablefig'] }, [child]);
    }),
  );
}
