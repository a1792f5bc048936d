/** The items of a large JSON file one after the other, of which never more than a few stand in memory. */
import { JSONParser } from '@streamparser/json';
import { InputFault } from '../../input-fault.ts';
import { textOf } from './text-stream.ts';

export interface JsonItem {
  /** From 1, among all that were asked for. */
  readonly index: number;
  /** The way to it from the top: keys of objects and places in lists, from 0. */
  readonly keys: readonly (string | number)[];
  readonly value: unknown;
}

/** In characters, of one item. */
const longestItem = 128 * 1024 * 1024;

/** Paths are those of @streamparser/json: `$.*`, `$.bookmarks.*`. Throws `InputFault` where the file is no JSON. */
export async function* readJson(
  stream: AsyncIterable<Uint8Array>,
  ...paths: readonly string[]
): AsyncGenerator<JsonItem> {
  let items: JsonItem[] = [];
  let index = 0;
  let fault: string | null = null;
  let since = 0;
  const parser = new JSONParser({ paths: [...paths], keepStack: false, stringBufferSize: 65_536 });
  parser.onValue = ({ value, key, stack }) => {
    index += 1;
    since = 0;
    const keys = [...stack.map((level) => level.key), key].filter((part) => part !== undefined);
    items.push({ index, keys, value });
  };
  parser.onError = (error) => {
    fault ??= error.message;
  };
  const checked = () => {
    if (fault === null && since <= longestItem) return;
    const reason =
      fault === null
        ? `Entry ${index + 1} is longer than 128 million characters.`
        : `After entry ${index} the file is no JSON any more: it is cut short or garbled. What follows was not read.`;
    throw new InputFault(reason, index + 1);
  };
  for await (const text of textOf(stream)) {
    since += text.length;
    if (!parser.isEnded) parser.write(text);
    else if (/\S/.test(text)) fault ??= 'There is more behind the end.';
    yield* items;
    items = [];
    checked();
  }
  if (!parser.isEnded) parser.end();
  checked();
}
