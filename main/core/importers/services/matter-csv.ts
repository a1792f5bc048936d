/**
 * Matter's history, in either set of columns; some write `Highlight_Count`. It knows when an article was last touched and
 * not when it was saved.
 */
import type { ImportedContent, ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { isSet } from './read/fields.ts';
import { recordOf } from './read/record.ts';
import { isTableOf, tableFormat, type TableKind } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

export const isMatterTable = isTableOf('title', 'publisher', 'url', 'highlight count', 'last interaction date');

export interface MatterJoined {
  readonly highlightsOf: (title: string, author: string) => readonly ImportedHighlight[];
  readonly contentOf: (fileId: string, address: string) => Promise<ImportedContent | null>;
}

export function matterRow({ highlightsOf, contentOf }: MatterJoined): TableKind['record'] {
  return async (place, cell) => {
    const address = cell('url').trim();
    const title = cell('title');
    const author = cell('author').trim();
    const isRead = isSet(cell('read'));
    const touched = savedTime(cell('last interaction date'));
    const queue = cell('in queue').trim();
    return recordOf(place, {
      address,
      title,
      author,
      site: cell('publisher').trim(),
      tags: cell('tags').split(';'),
      // The older columns have no queue: there, what was read is done with.
      state: (queue === '' ? isRead : !isSet(queue)) ? 'archive' : 'inbox',
      favourite: isSet(cell('favorited')),
      progress: isRead ? 1 : null,
      readAt: isRead ? touched : null,
      highlights: highlightsOf(title, author),
      content: await contentOf(cell('file id').trim(), address),
      remarks:
        touched === null || isRead
          ? []
          : [`It was last touched on ${touched.slice(0, 10)}; Matter does not say when it was saved.`],
    });
  };
}

export const matterCsvFormat: StreamFormat = tableFormat({
  name: 'Matter history (CSV)',
  service: 'matter',
  isTable: isMatterTable,
  record: matterRow({ highlightsOf: () => [], contentOf: () => Promise.resolve(null) }),
});
