/** A format that is one table: recognised by its columns, read row by row. */
import type { ImportRecord, RowPlace } from '../../import-record.ts';
import type { StreamFormat } from '../../stream-format.ts';
import { accounted } from './record.ts';
import { columnsOfHead, readTable, type TableRow } from './table.ts';

export interface TableKind {
  readonly name: string;
  readonly service: string;
  /** `head` is the beginning of the file, for what its columns leave open. */
  readonly isTable: (columns: ReadonlySet<string>, head: string) => boolean;
  readonly record: (place: RowPlace, cell: TableRow['cell']) => ImportRecord | Promise<ImportRecord>;
}

export function tableFormat({ name, service, isTable, record }: TableKind): StreamFormat {
  return {
    name,
    service,
    recognise: async ({ head }) =>
      isTable(await columnsOfHead(head), head) ? `Its columns are those of: ${name}.` : null,
    read: (source) => readRows(source.name, source.stream(), record),
  };
}

/** Records of the rows of a table, in any file or archive. */
export function readRows(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  record: TableKind['record'],
): AsyncGenerator<ImportRecord> {
  return accounted(input, rows());

  async function* rows(): AsyncGenerator<ImportRecord> {
    for await (const { line, fault, cell } of readTable(stream)) {
      const place = { input, row: line };
      yield fault === null ? await record(place, cell) : { ...place, kind: 'failed', reason: `Line ${line} ${fault}.` };
    }
  }
}

/** Whether a table has all of these columns. */
export function isTableOf(...names: readonly string[]): (columns: ReadonlySet<string>) => boolean {
  return (columns) => names.every((name) => columns.has(name));
}
