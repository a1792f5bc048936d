/**
 * From offsets in a block's canonical text, as search speaks of it, to the text nodes that show it. The canonical text
 * is what the block's text nodes hold, without subtrees marked `data-skip` and without soft hyphens, white space
 * collapsed and trimmed. Works on any tree of the shape below, so that it needs no browser.
 */

/** What a DOM node has and this needs. */
export interface TextTree<Self> {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Self>;
  /** Elements only. */
  hasAttribute?(name: string): boolean;
}

/** From a place in one text node to a place in the same or a later one; offsets are those of a DOM range. */
export interface TextSpan<Node> {
  readonly startNode: Node;
  readonly startOffset: number;
  readonly endNode: Node;
  readonly endOffset: number;
}

interface Unit<Node> {
  readonly node: Node;
  readonly offset: number;
}

const textNode = 3;
const softHyphen = '\u00AD';

export class BlockText<Node extends TextTree<Node>> {
  readonly text: string;
  /** Where each UTF-16 unit of `text` stands. */
  readonly #units: readonly Unit<Node>[];

  constructor(block: Node) {
    const units: Unit<Node>[] = [];
    let text = '';
    let space: Unit<Node> | null = null;
    for (const node of textNodesOf(block)) {
      const value = node.nodeValue ?? '';
      for (let offset = 0; offset < value.length; offset += 1) {
        const unit = value.charAt(offset);
        if (unit === softHyphen) continue;
        if (/\s/.test(unit)) {
          if (text !== '') space ??= { node, offset };
          continue;
        }
        if (space !== null) {
          text += ' ';
          units.push(space);
          space = null;
        }
        text += unit;
        units.push({ node, offset });
      }
    }
    this.text = text;
    this.#units = units;
  }

  /** Null if nothing of the stretch is in this block. */
  span(start: number, end: number): TextSpan<Node> | null {
    const first = this.#units[Math.max(0, start)];
    const last = this.#units[Math.min(end, this.#units.length) - 1];
    if (first === undefined || last === undefined || start >= end) return null;
    return { startNode: first.node, startOffset: first.offset, endNode: last.node, endOffset: last.offset + 1 };
  }
}

function* textNodesOf<Node extends TextTree<Node>>(root: Node): Generator<Node> {
  if (root.nodeType === textNode) yield root;
  else if (root.hasAttribute?.('data-skip') !== true) {
    for (const child of Array.from(root.childNodes)) yield* textNodesOf(child);
  }
}
