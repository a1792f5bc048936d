/** Highlights as Pocket's export has them under `annotations/`, in an archive or by themselves. */
import type { ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, listOf, textIn, type Fields } from './read/fields.ts';
import { jsonFormat, listWith } from './read/json-format.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

export const pocketAnnotationsFormat: StreamFormat = jsonFormat({
  name: 'Pocket highlights (JSON)',
  service: 'pocket',
  itemsIn: listWith('url', 'highlights[].quote'),
  record: (place, fields) =>
    recordOf(place, {
      address: textIn(fields, 'url'),
      title: textIn(fields, 'title'),
      highlights: pocketHighlights(fields),
    }),
});

export function pocketHighlights(fields: Fields): ImportedHighlight[] {
  return listOf(fields['highlights'])
    .map((item) => {
      const highlight = fieldsOf(item) ?? {};
      return highlightOf(textIn(highlight, 'quote'), {
        note: textIn(highlight, 'note').trim(),
        createdAt: savedTime(highlight['created_at']),
      });
    })
    .filter((highlight) => highlight !== null);
}
