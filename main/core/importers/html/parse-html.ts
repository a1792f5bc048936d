/**
 * parse5, held to a depth. The standard asks for every element to be nested as deep as it is written, and whatever
 * recurses over such a tree falls over; browsers stop at 512. A start tag below the limit is left out with its end tag,
 * its text stays. The work for any input is linear in its length.
 */
import { defaultTreeAdapter, html, Parser, type DefaultTreeAdapterMap, type Token } from 'parse5';

const depthLimit = 500;
/** Formatting elements that are open across blocks: each block repeats them all. */
const formattingLimit = 12;
/** Elements of a page; of what is beyond, the text stays. */
const elementLimit = 400_000;

class ShallowParser extends Parser<DefaultTreeAdapterMap> {
  /** Left out start tags that wait for their end tag, by name. */
  readonly #left = new Map<string, number>();

  #count = 0;

  override onStartTag(token: Token.TagToken): void {
    this.#count += 1;
    if (this.#isRoomFor(token)) {
      super.onStartTag(token);
      return;
    }
    token.ackSelfClosing = true;
    this.skipNextNewLine = false;
    this.#left.set(token.tagName, (this.#left.get(token.tagName) ?? 0) + 1);
  }

  override onEndTag(token: Token.TagToken): void {
    const count = this.#left.get(token.tagName) ?? 0;
    if (count === 0) super.onEndTag(token);
    else this.#left.set(token.tagName, count - 1);
  }

  #isRoomFor({ tagID, selfClosing }: Token.TagToken): boolean {
    if (this.#count > elementLimit) return false;
    if (selfClosing || isVoid(tagID)) return true;
    return this.openElements.stackTop < depthLimit && !(formatting.has(tagID) && this.#isFormattedEnough());
  }

  #isFormattedEnough(): boolean {
    let entry = this.activeFormattingElements.newest;
    for (let count = 0; count < formattingLimit && entry !== null; count += 1) entry = entry.older;
    return entry !== null;
  }
}

function isVoid(tag: html.TAG_ID): boolean {
  const { TAG_ID } = html;
  return tag === TAG_ID.BR || tag === TAG_ID.IMG || tag === TAG_ID.HR || tag === TAG_ID.WBR;
}

const formatting: ReadonlySet<html.TAG_ID> = new Set([
  ...[html.TAG_ID.A, html.TAG_ID.B, html.TAG_ID.BIG, html.TAG_ID.CODE, html.TAG_ID.EM, html.TAG_ID.FONT, html.TAG_ID.I],
  ...[
    html.TAG_ID.NOBR,
    html.TAG_ID.S,
    html.TAG_ID.SMALL,
    html.TAG_ID.STRIKE,
    html.TAG_ID.STRONG,
    html.TAG_ID.TT,
    html.TAG_ID.U,
  ],
]);

const options = { treeAdapter: defaultTreeAdapter, scriptingEnabled: false };

/** A whole document, whatever is written. */
export function parseDocument(text: string): DefaultTreeAdapterMap['document'] {
  const parser = new ShallowParser(options);
  parser.tokenizer.write(text, true);
  return parser.document;
}
