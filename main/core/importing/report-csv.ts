/** The report of an import as a table: RFC 4180, with a byte order mark so that spreadsheets take it for what it is. */
import type { ImportRow } from '../../contract/import-entities.ts';

export function reportCsv(rows: Iterable<ImportRow>): string {
  const lines = [['file', 'row', 'outcome', 'title', 'reason', 'article'].join(',')];
  for (const { input, row, outcome, title, reason, articleId } of rows)
    lines.push([input, String(row), outcome, title, reason ?? '', articleId ?? ''].map(quoted).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is one to a spreadsheet: a quote before it keeps it a text. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
