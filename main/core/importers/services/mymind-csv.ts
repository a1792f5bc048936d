/** mymind's export: `id,type,title,url,content,note,tags,created`. What has no address is a note or a quotation itself. */
import type { StreamFormat } from '../stream-format.ts';
import { tagListOf } from './read/lists.ts';
import { recordOf } from './read/record.ts';
import { isTableOf, tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

/** In characters: what is longer is no summary of the page, but its text. */
const longestSummary = 600;

export const mymindCsvFormat: StreamFormat = tableFormat({
  name: 'mymind export (CSV)',
  service: 'mymind',
  isTable: isTableOf('id', 'type', 'title', 'url', 'content', 'created'),
  record: (place, cell) => {
    const address = cell('url');
    const text = cell('content').trim();
    const isText = text !== '' && (address.trim() === '' || text.length > longestSummary);
    return recordOf(place, {
      address,
      externalId: cell('id').trim() || null,
      title: cell('title'),
      note: cell('note').trim(),
      tags: tagListOf(cell('tags')),
      savedAt: savedTime(cell('created')),
      standfirst: isText ? '' : text,
      content: isText ? { kind: 'text', text } : null,
    });
  },
});
