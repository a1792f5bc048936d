/**
 * Instapaper's export: `URL,Title,Selection,Folder`, by November 2025 with `Timestamp,Tags`. The selection is a passage
 * that was marked, or the whole text of an entry that has no address. The folder is also the state.
 */
import type { ImportedContent } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { tagListOf } from './read/lists.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { isTableOf, tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

const ownFolders = new Set(['', 'unread', 'archive', 'starred']);

export const instapaperCsvFormat: StreamFormat = tableFormat({
  name: 'Instapaper export (CSV)',
  service: 'instapaper',
  isTable: isTableOf('url', 'title', 'selection', 'folder'),
  record: (place, cell) => {
    const folder = cell('folder').trim();
    const address = cell('url');
    const selection = cell('selection');
    const isText = address.trim() === '' && selection.trim() !== '';
    const content: ImportedContent | null = isText ? { kind: 'text', text: selection } : null;
    const highlight = isText ? null : highlightOf(selection);
    return recordOf(place, {
      address,
      title: cell('title'),
      savedAt: savedTime(cell('timestamp')),
      tags: tagListOf(cell('tags')),
      state: folder.toLowerCase() === 'archive' ? 'archive' : 'inbox',
      favourite: folder.toLowerCase() === 'starred',
      shelves: ownFolders.has(folder.toLowerCase()) ? [] : [[folder]],
      highlights: highlight === null ? [] : [highlight],
      content,
    });
  },
});
