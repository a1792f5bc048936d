/** Markup read as it comes, without a tree: lists of links and feeds, of whatever length. */
import { Parser, type Handler, type ParserOptions } from 'htmlparser2';
import { textOf } from './text-stream.ts';

/**
 * What a handler of htmlparser2 emits, in order. The handler is made anew for each stream and is its own state; `end` is
 * called when the markup is over, however it ends.
 */
export async function* readMarkup<Item>(
  stream: AsyncIterable<Uint8Array>,
  options: ParserOptions,
  makeHandler: (emit: (item: Item) => void) => Partial<Handler>,
): AsyncGenerator<Item> {
  let items: Item[] = [];
  const parser = new Parser(
    makeHandler((item) => items.push(item)),
    options,
  );
  for await (const text of textOf(stream)) {
    parser.write(text);
    yield* items;
    items = [];
  }
  parser.end();
  yield* items;
}
