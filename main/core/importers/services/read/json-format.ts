/** A format that is one JSON file: recognised by its fields, read item by item. */
import { takeSample } from '../../detect/sample.ts';
import type { ImportRecord, RowPlace } from '../../import-record.ts';
import type { StreamFormat } from '../../stream-format.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { hasPaths, shapeOf } from './json-shape.ts';
import { readJson } from './json-stream.ts';
import { accounted } from './record.ts';

export interface JsonKind {
  readonly name: string;
  readonly service: string;
  /** The path to its items, as `readJson` takes it, in a file whose beginning has this shape; null if it is another. */
  readonly itemsIn: (shape: ReadonlySet<string>) => string | null;
  readonly record: (place: RowPlace, fields: Fields) => ImportRecord;
}

export function jsonFormat({ name, service, itemsIn, record }: JsonKind): StreamFormat {
  return {
    name,
    service,
    recognise: ({ head }) => (itemsIn(shapeOf(head)) !== null ? `Its fields are those of: ${name}.` : null),
    read: (source) => {
      const { head } = takeSample(source.name, source.head(65_536), null);
      return readItems(source.name, source.stream(), itemsIn(shapeOf(head)) ?? '$.*', record);
    },
  };
}

/** A list at the top whose items have these fields. */
export function listWith(...fields: readonly string[]): JsonKind['itemsIn'] {
  return (shape) => (hasPaths(shape, '[]', ...fields.map((field) => `[].${field}`)) ? '$.*' : null);
}

function readItems(
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
