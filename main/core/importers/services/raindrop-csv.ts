/** Raindrop's backup, and the list that it takes in, of which only `url` must be there. */
import type { ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { isSet } from './read/fields.ts';
import { tagListOf } from './read/lists.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

export const raindropCsvFormat: StreamFormat = tableFormat({
  name: 'Raindrop export (CSV)',
  service: 'raindrop',
  isTable: (columns) =>
    columns.has('url') &&
    columns.has('folder') &&
    ['excerpt', 'created', 'cover', 'note', 'highlights'].some((column) => columns.has(column)),
  record: (place, cell) =>
    recordOf(place, {
      address: cell('url'),
      externalId: cell('id').trim() || null,
      title: cell('title'),
      note: cell('note').trim(),
      standfirst: cell('excerpt').trim(),
      tags: tagListOf(cell('tags')),
      shelves: shelvesOf(cell('folder')),
      savedAt: savedTime(cell('created')),
      favourite: isSet(cell('favorite', 'favourite')),
      highlights: highlightsOf(cell('highlights')),
    }),
});

/** With spaces around the slashes, a slash without them belongs to a name. */
function shelvesOf(folder: string): string[][] {
  const path = folder.split(folder.includes(' / ') ? ' / ' : '/').map((name) => name.trim());
  const names = path.filter((name) => name !== '');
  return names.length === 0 || (names.length === 1 && names[0] === 'Unsorted') ? [] : [names];
}

/** One a line; lines that begin with `Note:` belong to the one before. */
function highlightsOf(written: string): ImportedHighlight[] {
  const highlights: ImportedHighlight[] = [];
  for (const line of written.split(/\r\n|\r|\n/)) {
    const note = /^\s*Note:\s*(.+)$/i.exec(line)?.[1];
    const last = highlights.at(-1);
    if (note !== undefined && last !== undefined) highlights.splice(-1, 1, { ...last, note: note.trim() });
    else {
      const highlight = highlightOf(line.replace(/^\s*Highlight:\s*/i, ''));
      if (highlight !== null) highlights.push(highlight);
    }
  }
  return highlights;
}
