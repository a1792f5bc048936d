/** Markup read as it comes, without a tree: lists of links and feeds, of whatever length. */
import { Parser, type Handler, type ParserOptions } from 'htmlparser2';
import { InputFault } from '../../input-fault.ts';
import { textOf } from './text-stream.ts';

/** In characters; in an unfinished tag longer than that nobody looks for its beginning. */
const longestTag = 65_536;

/** In levels. The parser moves all open elements with every new one. */
const deepest = 1000;

/**
 * Elements that lists of links hardly ever close. Left open they would stand within one another, thousands deep; nobody
 * asks for their ends.
 */
const neverClosed = new Set(['dt', 'dd', 'li', 'p', 'b', 'i', 'u', 'em', 'strong', 'small', 'font', 'span']);

class FlatParser extends Parser {
  readonly #isHtml: boolean;

  constructor(handler: Partial<Handler>, options: ParserOptions) {
    super(handler, options);
    this.#isHtml = options.xmlMode !== true;
  }

  protected override isVoidElement(name: string): boolean {
    return (this.#isHtml && neverClosed.has(name)) || super.isVoidElement(name);
  }
}

/**
 * What a handler of htmlparser2 emits, in order. The handler is made anew for each stream and is its own state. Throws
 * `InputFault` for markup nested without reason. In HTML the ends of what is never closed are not told of.
 */
export async function* readMarkup<Item>(
  stream: AsyncIterable<Uint8Array>,
  options: ParserOptions,
  makeHandler: (emit: (item: Item) => void) => Partial<Handler>,
): AsyncGenerator<Item> {
  let items: Item[] = [];
  const handler = makeHandler((item) => items.push(item));
  const state = { depth: 0, isTooDeep: false };
  const parser = new FlatParser(
    {
      ...handler,
      onopentag: (...given) => {
        state.depth += 1;
        state.isTooDeep ||= state.depth > deepest;
        if (state.isTooDeep) parser.pause();
        else handler.onopentag?.(...given);
      },
      onclosetag: (...given) => {
        state.depth -= 1;
        handler.onclosetag?.(...given);
      },
    },
    options,
  );
  let tail = '';
  for await (const text of textOf(stream, { isMarkup: true })) {
    tail = (tail + text).slice(-longestTag);
    parser.write(text);
    yield* items;
    items = [];
    if (state.isTooDeep) throw new InputFault('Its elements are nested more than 1,000 deep, as in no such list.');
  }
  // What the parser would close by itself at the end of a file that is cut short is half of something.
  const isCut = /<[a-z/!?][^>]*$/i.test(tail) || (options.xmlMode === true && state.depth > 0);
  if (isCut) throw new InputFault('The file is cut short here: what came after is missing. Get it again.');
  parser.end();
  yield* items;
}
