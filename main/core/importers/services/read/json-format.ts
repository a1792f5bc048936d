/** A format that is one JSON file: recognised by its fields, read item by item. */
import type { ImportRecord, RowPlace } from '../../import-record.ts';
import type { StreamFormat } from '../../stream-format.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { hasPaths, shapeOf } from './json-shape.ts';
import { readJson } from './json-stream.ts';
import { accounted } from './record.ts';

export interface JsonKind {
  readonly name: string;
  readonly service: string;
  /** As `shapeOf` writes them; all must occur in the first 64 KB. */
  readonly marks: readonly string[];
  /** Of the items, as `readJson` takes it. */
  readonly items: string;
  readonly record: (place: RowPlace, fields: Fields) => ImportRecord;
}

export function jsonFormat({ name, service, marks, items, record }: JsonKind): StreamFormat {
  return {
    name,
    service,
    recognise: ({ head }) => (hasPaths(shapeOf(head), ...marks) ? `Its fields are those of: ${name}.` : null),
    read: (source) => readItems(source.name, source.stream(), items, record),
  };
}

export function readItems(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  items: string,
  record: JsonKind['record'],
): AsyncGenerator<ImportRecord> {
  return accounted(input, rows());

  async function* rows(): AsyncGenerator<ImportRecord> {
    for await (const { index: row, value } of readJson(stream, items)) {
      const fields = fieldsOf(value);
      const place = { input, row };
      yield fields === null
        ? { ...place, kind: 'failed', reason: `Entry ${row} is no object of JSON.` }
        : record(place, fields);
    }
  }
}
