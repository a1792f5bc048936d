/** parse5's tree, read and changed without recursion. */
import { html, type DefaultTreeAdapterTypes } from 'parse5';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageParent = DefaultTreeAdapterTypes.ParentNode;
export type PageDocument = DefaultTreeAdapterTypes.Document;
type Text = DefaultTreeAdapterTypes.TextNode;

export function isElement(node: PageNode | PageParent): node is PageElement {
  return 'tagName' in node;
}

export function isText(node: PageNode | PageParent): node is Text {
  return node.nodeName === '#text';
}

export function attribute(element: PageElement, name: string): string | null {
  for (const entry of element.attrs) if (entry.name === name) return entry.value;
  return null;
}

/** Null takes it off. */
export function setAttribute(element: PageElement, name: string, value: string | null): void {
  const at = element.attrs.findIndex((entry) => entry.name === name);
  if (at !== -1) element.attrs.splice(at, 1);
  if (value !== null) element.attrs.push({ name, value });
}

/** Class and id in one, in lower case: what pages name their parts by. */
export function namesOf(element: PageElement): string {
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.toLowerCase();
}

/** Elements below `parent` in document order. What `enter` answers `false` for is not looked into. */
export function walk(parent: PageParent, enter: (element: PageElement) => boolean | undefined): void {
  const stack: PageNode[] = [];
  pushChildren(stack, parent);
  for (let node = stack.pop(); node !== undefined; node = stack.pop())
    if (isElement(node) && enter(node) !== false) pushChildren(stack, node);
}

/** The last below the first. One by one: there may be more than arguments of a call. */
function pushChildren(stack: PageNode[], { childNodes }: PageParent): void {
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const child = childNodes[at];
    if (child !== undefined) stack.push(child);
  }
}

/** The first element below `parent` that `test` holds for. */
export function find(parent: PageParent, test: (element: PageElement) => boolean): PageElement | null {
  let found: PageElement | null = null;
  walk(parent, (element) => {
    if (found === null && test(element)) found = element;
    return found === null;
  });
  return found;
}

/** All text below, as it is written. */
export function textOf(parent: PageParent): string {
  const parts: string[] = [];
  const stack: PageNode[] = [];
  pushChildren(stack, parent);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) parts.push(node.value);
    else if (isElement(node)) pushChildren(stack, node);
  }
  return parts.join('');
}

/** White space made one, ends trimmed. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function makeElement(tagName: string, attrs: Record<string, string>, children: PageNode[]): PageElement {
  const element: PageElement = {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attrs).map(([name, value]) => ({ name, value })),
    namespaceURI: html.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
  adopt(element, children);
  return element;
}

export function makeText(value: string): PageNode {
  return { nodeName: '#text', value, parentNode: null };
}

/** `children` become all that `parent` has. */
function adopt(parent: PageParent, children: PageNode[]): void {
  parent.childNodes = children;
  for (const child of children) child.parentNode = parent;
}

/** The nearest elements on both sides, with nothing but white space between. */
export interface Beside {
  readonly before: PageElement | null;
  readonly after: PageElement | null;
}

/**
 * Rebuilds the tree below `parent`: each element may become any nodes, none included. `undefined` keeps it and goes on
 * inside; what is given in its place is taken as it is.
 */
export function rebuild(
  parent: PageParent,
  replace: (element: PageElement, beside: Beside) => readonly PageNode[] | undefined,
): void {
  const stack: PageParent[] = [parent];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const children: PageNode[] = [];
    let before: PageElement | null = null;
    for (const [index, child] of at.childNodes.entries()) {
      const element = isElement(child) ? child : null;
      const instead = element === null ? undefined : replace(element, { before, after: elementAfter(at, index) });
      if (instead !== undefined) for (const node of instead) children.push(node);
      else if (child.nodeName !== '#comment') children.push(child);
      if (instead === undefined && element !== null) stack.push(element);
      if (element !== null || !isBlank(child)) before = element;
    }
    adopt(at, children);
  }
}

function elementAfter(parent: PageParent, index: number): PageElement | null {
  for (const at of [index + 1, index + 2]) {
    const node = parent.childNodes[at];
    if (node === undefined) return null;
    if (isElement(node)) return node;
    if (!isBlank(node)) return null;
  }
  return null;
}

function isBlank(node: PageNode): boolean {
  return !isElement(node) && (!isText(node) || node.value.trim() === '');
}
