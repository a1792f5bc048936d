/**
 * Nodes that Markdown has no type for. `wrapped` becomes an HTML element around Markdown, `rendered` one that is HTML
 * already; what they become stands in `data`, which remark-rehype reads.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Data, Literal, Parent, PhrasingContent, Paragraph, RootContent } from 'mdast';

interface HtmlData extends Data {
  hName: string;
  hProperties: Properties;
  hChildren?: ElementContent[];
}

export interface Wrapped extends Parent {
  type: 'wrapped';
  children: RootContent[];
  data: HtmlData;
}

/** `value` is empty: what it shows is in `data`. */
export interface Rendered extends Literal {
  type: 'rendered';
  data: HtmlData;
}

declare module 'mdast' {
  interface RootContentMap {
    wrapped: Wrapped;
    rendered: Rendered;
  }
  interface BlockContentMap {
    wrapped: Wrapped;
    rendered: Rendered;
  }
  interface PhrasingContentMap {
    rendered: Rendered;
  }
  // What mdast-util-to-hast reads from any node.
  interface Data {
    hName?: string | undefined;
    hProperties?: Properties | undefined;
    hChildren?: ElementContent[] | undefined;
  }
}

export function wrapped(name: string, properties: Properties, children: RootContent[]): Wrapped {
  return { type: 'wrapped', data: { hName: name, hProperties: properties }, children };
}

export function rendered({ tagName, properties, children }: Element): Rendered {
  return { type: 'rendered', value: '', data: { hName: tagName, hProperties: properties, hChildren: children } };
}

/** A paragraph under another name, so that quotation marks at its start are set as opening ones. */
export function paragraphAs(name: string, properties: Properties, children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', data: { hName: name, hProperties: properties }, children };
}
