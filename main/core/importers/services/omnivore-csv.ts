/** Omnivore's own list: `url,state,labels,saved_at,published_at`, with times in milliseconds. */
import type { StreamFormat } from '../stream-format.ts';
import { tagListOf } from './read/lists.ts';
import { recordOf } from './read/record.ts';
import { isTableOf, tableFormat } from './read/table-format.ts';
import { anyTime, savedTime } from './read/times.ts';

export const omnivoreCsvFormat: StreamFormat = tableFormat({
  name: 'Omnivore list (CSV)',
  service: 'omnivore',
  isTable: isTableOf('url', 'state', 'labels', 'saved at'),
  record: (place, cell) =>
    recordOf(place, {
      address: cell('url'),
      title: cell('title'),
      tags: tagListOf(cell('labels')),
      state: cell('state').trim().toLowerCase() === 'archived' ? 'archive' : 'inbox',
      savedAt: savedTime(cell('saved at')),
      published: anyTime(cell('published at')),
    }),
});
