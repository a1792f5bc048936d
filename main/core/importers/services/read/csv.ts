/**
 * CSV as RFC 4180 has it and as programs write it: a quotation mark ends a field only before a delimiter or the end of
 * the line. A mark that is never closed costs its own line and no other; a general parser gives up the rest of the file,
 * or makes one row of several, and with them goes the account of the rows.
 */
import { closeQuote, endOfLine, isEndOfField, type QuoteState } from './csv-quotes.ts';

export interface CsvRow {
  /** From 1: the line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with it, to follow "Line N "; it has no cells then. */
  readonly fault: string | null;
}

/** In characters, of one row. */
const longestRow = 16 * 1024 * 1024;
/** After so many lost marks, every line is a row. */
const mostLost = 20;

interface Scan extends QuoteState {
  cells: string[];
}

/** Blank lines are no rows. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const state: Reading = { buffer: '', delimiter: null, line: 1, lost: 0, scan: beginAt(0) };
  for await (const chunk of text) {
    state.buffer += chunk;
    // The first line tells the delimiter.
    if (state.delimiter === null && !/[\r\n]/.test(state.buffer) && state.buffer.length < longestRow) continue;
    yield* rowsIn(state, false);
  }
  yield* rowsIn(state, true);
}

interface Reading {
  buffer: string;
  delimiter: string | null;
  line: number;
  lost: number;
  scan: Scan;
}

/** The rows that end in the buffer, which is cut to what is left. */
function* rowsIn(state: Reading, isLast: boolean): Generator<CsvRow> {
  const { buffer } = state;
  const delimiter = (state.delimiter ??= delimiterOf(buffer));
  let start = 0;
  while (start < buffer.length) {
    const { scan, line } = state;
    const found = findEnd(buffer, scan, { delimiter, isLast, isByLine: state.lost >= mostLost });
    const isTooLong = found === null && scan.at - start > longestRow;
    if (found === null && !isTooLong) break;
    const isRow = typeof found === 'number';
    const end = isRow ? found : endOfLine(buffer, start);
    if (!isRow) {
      state.lost += 1;
      const fault = scan.isQuoted ? 'opens a quotation mark that is never closed' : 'is longer than 16 million letters';
      yield { line, cells: [], fault };
    } else if (scan.cells.length > 1 || scan.cells[0]?.trim() !== '') yield { line, cells: scan.cells, fault: null };
    state.line += buffer.slice(start, end).match(/\r\n|\r|\n/g)?.length ?? 0;
    start = end;
    state.scan = beginAt(start);
  }
  state.buffer = buffer.slice(start);
  state.scan.at -= start;
  state.scan.field -= start;
}

/** What parts the fields of the first line, by how often it stands there outside quotation marks. */
function delimiterOf(head: string): string {
  const [line = ''] = head.split(/[\r\n]/, 1);
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function beginAt(at: number): Scan {
  return { at, field: at, isQuoted: false, cells: [] };
}

interface Manner {
  readonly delimiter: string;
  readonly isLast: boolean;
  readonly isByLine: boolean;
}

/** Behind the row that `scan` is in; null if its end is not in the buffer yet. */
function findEnd(buffer: string, scan: Scan, { delimiter, isLast, isByLine }: Manner): number | null | 'lost' {
  for (;;) {
    if (scan.at === scan.field && !scan.isQuoted && buffer[scan.at] === '"') {
      scan.isQuoted = true;
      scan.at += 1;
    }
    if (scan.isQuoted) {
      const found = closeQuote(buffer, delimiter, scan, isByLine);
      if (found === 'lost') return 'lost';
      if (found === 'open') return isLast ? 'lost' : null;
      if (found === 'undecided' && !isLast) return null;
      scan.at = found === 'undecided' ? buffer.length : scan.at;
    }
    while (scan.at < buffer.length && !isEndOfField(buffer[scan.at], delimiter)) scan.at += 1;
    const ending = buffer[scan.at];
    const isCut = ending === undefined || (ending === '\r' && scan.at + 1 === buffer.length);
    if (isCut && !isLast) return null;
    scan.cells.push(valueOf(buffer.slice(scan.field, scan.at)));
    if (ending === delimiter) {
      scan.at += 1;
      scan.field = scan.at;
      scan.isQuoted = false;
      continue;
    }
    return ending === '\r' && buffer[scan.at + 1] === '\n' ? scan.at + 2 : Math.min(scan.at + 1, buffer.length);
  }
}

function valueOf(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"')
    ? field.slice(1, -1).replaceAll('""', '"')
    : field;
}
