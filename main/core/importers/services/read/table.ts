/** CSV with a header: cells by the names of their columns, whatever their order and however many others there are. */
import { readCsv } from './csv.ts';
import { textOf } from './text-stream.ts';

export interface TableRow {
  /** From 1, of the file. */
  readonly line: number;
  readonly fault: string | null;
  /** Of the first of these columns that there is and that is not blank. Names as `columnName` makes them. */
  readonly cell: (...names: readonly string[]) => string;
}

/** Names are compared in lower case, with spaces for underscores and hyphens. */
export function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

export async function* readTable(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  let columns: ReadonlyMap<string, number> | null = null;
  for await (const { line, cells, fault } of readCsv(textOf(stream))) {
    if (columns === null) {
      columns = columnsOf(cells);
      continue;
    }
    const places = columns;
    const cell = (...names: readonly string[]): string => {
      for (const name of names) {
        const value = cells[places.get(name) ?? -1]?.toWellFormed() ?? '';
        if (value.trim() !== '') return value;
      }
      return '';
    };
    yield { line, fault, cell };
  }
}

/** The columns of a table of which the beginning is known; empty if it is none. */
export async function columnsOfHead(head: string): Promise<ReadonlySet<string>> {
  for await (const { cells } of readCsv(wholly(firstLine(head)))) return new Set(columnsOf(cells).keys());
  return new Set();
}

function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    const name = columnName(cell);
    if (name !== '' && !columns.has(name)) columns.set(name, place);
  }
  return columns;
}

function firstLine(head: string): string {
  return head.replace(/^\s+/, '').split(/[\r\n]/, 1)[0] ?? '';
}

async function* wholly(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
