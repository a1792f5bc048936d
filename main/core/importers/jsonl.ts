/**
 * JSON Lines: one article a line, as Lectern itself exports them and as anybody may write them. Fields that are not known
 * are passed over; those that are known are taken in whatever form makes sense.
 */
import type { ImportRecord, Resources } from './import-record.ts';
import { articleOf, storyOf } from './jsonl-fields.ts';
import { readLines } from './lines.ts';

type Fields = Readonly<Record<string, unknown>>;

/** In bytes. */
const lineLimit = 64 * 1024 * 1024;

/** `filesOf` fetches what came along with a line, before it is read. */
export async function* readJsonLines(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  filesOf?: (fields: Fields) => Promise<Resources>,
): AsyncGenerator<ImportRecord> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const { number: row, bytes } of readLines(stream, lineLimit)) {
    if (bytes === null) {
      yield { input, row, kind: 'failed', reason: `Line ${row} is longer than 64 MB.` };
      continue;
    }
    const read = readLine(bytes, (part) => decoder.decode(part));
    if (read === null) continue;
    if ('fault' in read) yield { input, row, kind: 'failed', reason: `Line ${row} ${read.fault}.` };
    else if (read.fields['story'] !== undefined) yield marksRecord(input, row, read.fields);
    else yield { input, row, kind: 'article', article: articleOf(read.fields, await filesOf?.(read.fields)) };
  }
}

function marksRecord(input: string, row: number, fields: Fields): ImportRecord {
  const story = storyOf(fields);
  if (story === null) return { input, row, kind: 'failed', reason: `Line ${row} names no story.` };
  return { input, row, kind: 'marks', story };
}

/** Null for a blank line, which is no row. */
function readLine(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): { fields: Fields } | { fault: string } | null {
  let text: string;
  try {
    text = decode(bytes).trim();
  } catch {
    return { fault: 'is not UTF-8' };
  }
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'is no JSON: it is cut short or garbled' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'is no JSON object' };
  return { fields: { ...value } };
}
