/** What Omnivore's export knows of its articles, in an archive or, without their texts, by itself. */
import type { StreamFormat } from '../stream-format.ts';
import { progressOf, textIn, type Fields } from './read/fields.ts';
import { jsonFormat, listWith } from './read/json-format.ts';
import { namesOf } from './read/lists.ts';
import { recordOf, type Row } from './read/record.ts';
import { anyTime, savedTime } from './read/times.ts';

export const omnivoreMetadataFormat: StreamFormat = jsonFormat({
  name: 'Omnivore metadata (JSON)',
  service: 'omnivore',
  itemsIn: listWith('slug', 'url', 'savedAt'),
  record: (place, fields) => recordOf(place, omnivoreRow(fields)),
});

export function omnivoreRow(fields: Fields): Row {
  return {
    address: textIn(fields, 'url'),
    externalId: textIn(fields, 'id') || null,
    title: textIn(fields, 'title'),
    standfirst: textIn(fields, 'description').trim(),
    author: textIn(fields, 'author').trim(),
    site: textIn(fields, 'siteName').trim(),
    published: anyTime(fields['publishedAt']),
    savedAt: savedTime(fields['savedAt']),
    tags: namesOf(fields['labels']),
    state: textIn(fields, 'state').toLowerCase() === 'archived' ? 'archive' : 'inbox',
    progress: progressOf(fields['readingProgress'], 100),
  };
}
