/**
 * Highlights as Readwise exports them, and as it takes them in: a row each. Every row is a record of the book that it is
 * from, with an id that all rows of the book share, so that the library makes one article of them.
 */
import type { StreamFormat } from '../stream-format.ts';
import { tagListOf } from './read/lists.ts';
import { highlightOf, recordOf, tagsOf } from './read/record.ts';
import { tableFormat } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

export const readwiseHighlightsCsvFormat: StreamFormat = tableFormat({
  name: 'Readwise highlights (CSV)',
  service: 'readwise',
  isTable: (columns) =>
    columns.has('highlight') && ['book title', 'title', 'note', 'url'].some((column) => columns.has(column)),
  record: (place, cell) => {
    const title = cell('book title', 'title');
    const author = cell('book author', 'author');
    const highlight = highlightOf(cell('highlight'), {
      note: cell('note').trim(),
      colour: cell('color', 'colour').trim() || null,
      tags: tagsOf(tagListOf(cell('tags'))),
      createdAt: savedTime(cell('highlighted at', 'date')),
    });
    // An address tells articles apart that are called the same.
    const hasAddress = cell('url').trim() !== '';
    return recordOf(place, {
      address: cell('url'),
      externalId:
        cell('amazon book id').trim() || (hasAddress ? '' : [title, author].filter(Boolean).join(' / ')) || null,
      title,
      author,
      tags: tagListOf(cell('document tags')),
      highlights: highlight === null ? [] : [highlight],
    });
  },
});
