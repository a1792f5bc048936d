/**
 * CSV as RFC 4180 has it and as programs write it: a quotation mark ends a field only before a delimiter or the end of
 * the line. A mark that is never closed costs its own line and no other; a general parser gives up the rest of the file,
 * and with it the account of its rows.
 */

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

interface Scan {
  /** Where the next character to look at stands, and where the field that it is in began. */
  at: number;
  field: number;
  isQuoted: boolean;
  cells: string[];
}

/** Blank lines are no rows. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let buffer = '';
  let delimiter: string | null = null;
  let line = 1;
  let lost = 0;
  let scan = beginAt(0);

  /** The rows that end in the buffer, which is cut to what is left. */
  function* rows(isLast: boolean): Generator<CsvRow> {
    delimiter ??= delimiterOf(buffer);
    let start = 0;
    for (;;) {
      let end = findEnd(buffer, delimiter, scan, isLast, lost >= mostLost);
      let fault: string | null = null;
      const isUnclosed = end === null && (isLast ? scan.isQuoted : scan.at - start > longestRow);
      if (isUnclosed) {
        fault = scan.isQuoted ? 'opens a quotation mark that is never closed' : 'is longer than 16 million characters';
        lost += 1;
        end = lineEnd(buffer, start);
      }
      if (end === null || (isLast && start >= buffer.length)) break;
      const { cells } = scan;
      if (fault !== null) yield { line, cells: [], fault };
      else if (cells.length > 1 || cells[0]?.trim() !== '') yield { line, cells, fault };
      line += countLines(buffer, start, end);
      start = end;
      scan = beginAt(start);
    }
    buffer = buffer.slice(start);
    scan.at -= start;
    scan.field -= start;
  }

  for await (const chunk of text) {
    buffer += chunk;
    // The first line tells the delimiter.
    if (delimiter === null && !/[\r\n]/.test(buffer) && buffer.length < longestRow) continue;
    yield* rows(false);
  }
  yield* rows(true);
}

/** What parts the fields of the first line, by how often it stands there outside quotation marks. */
function delimiterOf(head: string): string {
  const [line = ''] = head.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const count = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function beginAt(at: number): Scan {
  return { at, field: at, isQuoted: false, cells: [] };
}

/** After the end of the line of the row that `scan` is in; null if it is not in the buffer yet. */
function findEnd(buffer: string, delimiter: string, scan: Scan, isLast: boolean, byLine: boolean): number | null {
  for (;;) {
    if (scan.at === scan.field && !scan.isQuoted && buffer[scan.at] === '"') {
      scan.isQuoted = true;
      scan.at += 1;
    }
    if (scan.isQuoted && !closeQuote(buffer, delimiter, scan, isLast, byLine)) return null;
    while (scan.at < buffer.length && !isEnd(buffer[scan.at], delimiter)) scan.at += 1;
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

/** Moves on behind the closing mark; false if it is not in the buffer. */
function closeQuote(buffer: string, delimiter: string, scan: Scan, isLast: boolean, byLine: boolean): boolean {
  for (;;) {
    const mark = buffer.indexOf('"', scan.at);
    if (byLine) {
      const end = lineEnd(buffer, scan.at);
      if (mark === -1 || (end !== null && mark >= end)) {
        scan.isQuoted = false;
        return true;
      }
    }
    if (mark === -1 || (mark + 1 === buffer.length && !isLast)) {
      scan.at = mark === -1 ? buffer.length : mark;
      return false;
    }
    if (buffer[mark + 1] === '"') scan.at = mark + 2;
    else {
      scan.at = mark + 1;
      if (mark + 1 === buffer.length || isEnd(buffer[mark + 1], delimiter)) {
        scan.isQuoted = false;
        return true;
      }
    }
  }
}

function isEnd(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

function valueOf(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"')
    ? field.slice(1, -1).replaceAll('""', '"')
    : field;
}

/** After the first end of a line from `start` on; the end of the buffer if there is none. */
function lineEnd(buffer: string, start: number): number {
  const end = buffer.slice(start).search(/\r\n|\r|\n/);
  if (end === -1) return buffer.length;
  return start + end + (buffer.startsWith('\r\n', start + end) ? 2 : 1);
}

function countLines(buffer: string, start: number, end: number): number {
  return buffer.slice(start, end).match(/\r\n|\r|\n/g)?.length ?? 0;
}
