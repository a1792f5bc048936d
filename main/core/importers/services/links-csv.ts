/** Any table that has a column of addresses: asked after all those that are known. */
import type { StreamFormat } from '../stream-format.ts';
import { isSet } from './read/fields.ts';
import { tagListOf } from './read/lists.ts';
import { recordOf } from './read/record.ts';
import { tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

const addresses = ['url', 'link', 'href', 'uri', 'address', 'web address'] as const;
const others = ['title', 'name', 'tags', 'date', 'created', 'created at', 'added', 'folder', 'note', 'description'];

export const linksCsvFormat: StreamFormat = tableFormat({
  name: 'List of links (CSV)',
  service: 'links',
  isTable: (columns, head) =>
    /https?:\/\//i.test(head) &&
    addresses.some((name) => columns.has(name)) &&
    (columns.size === 1 || others.some((name) => columns.has(name))),
  record: (place, cell) => {
    const folder = cell('folder', 'collection', 'list', 'category').trim();
    return recordOf(place, {
      address: cell(...addresses),
      title: cell('title', 'name'),
      author: cell('author', 'authors', 'byline').trim(),
      tags: tagListOf(cell('tags', 'labels', 'keywords')),
      note: cell('note', 'notes', 'comment').trim(),
      standfirst: cell('excerpt', 'description', 'summary').trim(),
      shelves: folder === '' ? [] : [[folder]],
      savedAt: savedTime(
        cell('saved at', 'added at', 'added', 'created at', 'created', 'time added', 'date added', 'date'),
      ),
      favourite: isSet(cell('favorite', 'favourite', 'starred')),
      state:
        isSet(cell('archived', 'is archived', 'read')) || cell('status', 'state').trim() === 'archive'
          ? 'archive'
          : 'inbox',
    });
  },
});
