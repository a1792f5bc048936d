/** Matter's table of highlights by itself, as it lies in an archive that was unpacked. */
import type { StreamFormat } from '../stream-format.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { isTableOf, tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

export const matterHighlightsCsvFormat: StreamFormat = tableFormat({
  name: 'Matter highlights (CSV)',
  service: 'matter',
  isTable: isTableOf('title', 'author', 'text', 'highlighted date'),
  record: (place, cell) => {
    const title = cell('title').trim();
    const author = cell('author').trim();
    const highlight = highlightOf(cell('text'), {
      note: cell('note', 'notes').trim(),
      createdAt: savedTime(cell('highlighted date')),
    });
    return recordOf(place, {
      address: cell('url'),
      // All rows of an article share it, so that the library makes one of them.
      externalId: [title, author].filter((part) => part !== '').join(' / ') || null,
      title,
      author,
      site: cell('publisher').trim(),
      highlights: highlight === null ? [] : [highlight],
    });
  },
});
