/** Small questions about the tree of an article. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

type Content = ElementContent | RootContent;

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

export function isElement(node: Nodes | undefined): node is Element {
  return node?.type === 'element';
}

export function isNamed<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names as readonly string[]).includes(node.tagName); // asks, so any text will do
}

/** Parsed classes are a list. */
export function classesOf({ properties }: Element): string[] {
  const value = properties['className'];
  return Array.isArray(value) ? value.map(String) : [];
}

export function propertyOf({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? value.join(' ')
      : '';
}

/** Whether there is anything to see: letters, a picture, a formula, a drawing. */
export function showsSomething(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (isNamed(node, 'img', 'svg', 'math', 'hr')) return true;
  return 'children' in node && node.children.some(showsSomething);
}

export function isBlank(node: Nodes): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type !== 'element';
}

/** Depth first, each element after what is in it. The tree is no deeper than the parser lets it be. */
export function eachElement(node: Root | Element, visit: (element: Element) => void): void {
  for (const child of node.children) if (child.type === 'element') eachElement(child, visit);
  if (node.type === 'element') visit(node);
}

/** Without doctypes, which no article has. */
export function childrenOf(node: Root | Element): ElementContent[] {
  const children: readonly Content[] = node.children;
  return children.filter((child): child is ElementContent => child.type !== 'doctype');
}

export function setChildren(node: Root | Element, children: ElementContent[]): void {
  node.children = children;
}
