/** Exports of services written as they write them, for tests: of as many rows as wanted. */

/** A cell as Pocket's exporter writes it. */
export function csvCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export interface PocketRow {
  readonly title: string;
  readonly url: string;
  readonly seconds: number;
  readonly tags: readonly string[];
  readonly isArchived: boolean;
}

/** The parts of 10,000 rows each, by their names. */
export function pocketParts(rows: readonly PocketRow[], rowsInPart = 10_000): Record<string, string> {
  const parts: Record<string, string> = {};
  for (let first = 0; first < rows.length; first += rowsInPart) {
    const lines = rows
      .slice(first, first + rowsInPart)
      .map(({ title, url, seconds, tags, isArchived }) =>
        [title === '' ? url : title, url, String(seconds), tags.join('|'), isArchived ? 'archive' : 'unread']
          .map(csvCell)
          .join(','),
      );
    const name = `part_${String(first / rowsInPart).padStart(6, '0')}.csv`;
    parts[name] = `title,url,time_added,tags,status\n${lines.join('\n')}\n`;
  }
  return parts;
}
