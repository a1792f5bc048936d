/**
 * A part of Pocket's export: `title,url,time_added,tags,status`, since October 2024 with a `cursor` between. Favourites
 * and texts were never in it.
 */
import type { ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { recordOf } from './read/record.ts';
import { isTableOf, tableFormat, type TableKind } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

export const isPocketTable = isTableOf('title', 'url', 'time added', 'status');

/** `highlightsOf` gives those of an address, as it is written. */
export function pocketRow(highlightsOf: (address: string) => readonly ImportedHighlight[]): TableKind['record'] {
  return (place, cell) => {
    const address = cell('url').trim();
    return recordOf(place, {
      address,
      title: cell('title'),
      savedAt: savedTime(cell('time added')),
      tags: cell('tags').split('|'),
      state: cell('status').trim().toLowerCase() === 'archive' ? 'archive' : 'inbox',
      highlights: highlightsOf(address),
    });
  };
}

export const pocketCsvFormat: StreamFormat = tableFormat({
  name: 'Pocket list (CSV)',
  service: 'pocket',
  isTable: isPocketTable,
  record: pocketRow(() => []),
});
