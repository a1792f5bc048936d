/** Makes elements for the pages that the compiler writes itself. */
import type { Element, ElementContent, Properties } from 'hast';

export function element(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string | null)[]
): Element {
  const content = children
    .filter((child) => child !== null)
    .map((child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child));
  return { type: 'element', tagName, properties, children: content };
}
