/** The library of Readwise Reader. It holds no texts; those are fetched when the reader is next online. */
import type { StreamFormat } from '../stream-format.ts';
import { isSet, numberIn, progressOf } from './read/fields.ts';
import { tagListOf } from './read/lists.ts';
import { recordOf } from './read/record.ts';
import { isTableOf, tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

/** Places of Reader's that are more than unread or archived. */
const shelves: Readonly<Record<string, string>> = { later: 'Later', shortlist: 'Shortlist', feed: 'Feed' };

export const readwiseReaderCsvFormat: StreamFormat = tableFormat({
  name: 'Readwise Reader export (CSV)',
  service: 'readwise-reader',
  isTable: isTableOf('url', 'document tags', 'saved date', 'location'),
  record: (place, cell) => {
    const location = cell('location').trim().toLowerCase();
    const shelf = shelves[location];
    return recordOf(place, {
      address: cell('url'),
      externalId: cell('id').trim() || null,
      title: cell('title'),
      tags: tagListOf(cell('document tags')),
      savedAt: savedTime(cell('saved date')),
      state: location === 'archive' ? 'archive' : 'inbox',
      shelves: shelf === undefined ? [] : [[shelf]],
      progress: progressIn(cell('reading progress'), isSet(cell('seen'))),
    });
  },
});

/** What was never opened has none, which is not the same as being at its beginning. A share of 1, or of 100. */
function progressIn(written: string, isSeen: boolean): number | null {
  const number = numberIn(written) ?? 0;
  return number > 0 || isSeen ? progressOf(number, number > 1 ? 100 : 1) : null;
}
