/** The items of a large JSON file one after the other, of which never more than a few stand in memory. */
import { JSONParser } from '@streamparser/json';
import { InputFault } from '../../input-fault.ts';
import { textOf } from './text-stream.ts';

export interface JsonItem {
  /** From 1, among all that were asked for. */
  readonly index: number;
  /** Where it stands in the list or the object that it is in. */
  readonly key: string | number;
  readonly value: unknown;
}

/** In characters, of one item. */
const longestItem = 128 * 1024 * 1024;

/** `path` is a path of @streamparser/json: `$.*`, `$.bookmarks.*`. Throws `InputFault` where the file is no JSON. */
export async function* readJson(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<JsonItem> {
  let items: JsonItem[] = [];
  let index = 0;
  let fault: string | null = null;
  let since = 0;
  const parser = new JSONParser({ paths: [path], keepStack: false, stringBufferSize: 65_536 });
  parser.onValue = ({ value, key }) => {
    index += 1;
    since = 0;
    items.push({ index, key: key ?? index - 1, value });
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
    yield* items;
    items = [];
    checked();
  }
  if (!parser.isEnded) parser.end();
  checked();
}
