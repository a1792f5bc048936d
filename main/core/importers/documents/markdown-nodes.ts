/** The nodes of Markdown that the importer touches, with what remark-math adds and what remark-rehype reads. */
import type { Blockquote, Literal, PhrasingContent, Root, Text } from 'mdast';

export interface InlineMath extends Literal {
  type: 'inlineMath';
}

declare module 'mdast' {
  interface RootContentMap {
    inlineMath: InlineMath;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface Data {
    hName?: string | undefined;
  }
}

export type { Blockquote, PhrasingContent, Root, Text };
