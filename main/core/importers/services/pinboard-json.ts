/** Pinboard's backup, in which `description` is the title and `extended` the reader's note. */
import type { StreamFormat } from '../stream-format.ts';
import { isSet, textIn } from './read/fields.ts';
import { jsonFormat, listWith } from './read/json-format.ts';
import { recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

export const pinboardJsonFormat: StreamFormat = jsonFormat({
  name: 'Pinboard export (JSON)',
  service: 'pinboard',
  itemsIn: listWith('href', 'description', 'extended'),
  record: (place, fields) =>
    recordOf(place, {
      address: textIn(fields, 'href'),
      externalId: textIn(fields, 'hash') || null,
      title: textIn(fields, 'description'),
      note: textIn(fields, 'extended').trim(),
      tags: textIn(fields, 'tags').split(/\s+/),
      savedAt: savedTime(fields['time']),
      // Only what is to be read was ever meant to be.
      state: isSet(fields['toread']) ? 'inbox' : 'archive',
    }),
});
