/** What Pocket's programming interface answered, as tools kept it: items by their ids, or in a list, or within `list`. */
import type { ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, isSet, listOf, textIn, type Fields } from './read/fields.ts';
import { jsonFormat } from './read/json-format.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { savedTime } from './read/times.ts';

export const pocketDumpJsonFormat: StreamFormat = jsonFormat({
  name: 'Pocket dump (JSON)',
  service: 'pocket',
  itemsIn: (shape) => {
    const paths = [...shape];
    if (!paths.some((path) => path.endsWith('.resolved_url')) && !paths.some((path) => path.endsWith('.given_url')))
      return null;
    if (!paths.some((path) => path.endsWith('.item_id'))) return null;
    return shape.has('list') ? '$.list.*' : '$.*';
  },
  record: (place, fields) => {
    const address = textIn(fields, 'resolved_url', 'given_url');
    if (textIn(fields, 'status') === '2') {
      const reason = 'It was deleted in Pocket, of which only the mark was left.';
      return { ...place, kind: 'no-content', reason };
    }
    return recordOf(place, {
      address,
      externalId: textIn(fields, 'item_id', 'resolved_id') || null,
      title: textIn(fields, 'resolved_title', 'given_title'),
      standfirst: textIn(fields, 'excerpt').trim(),
      author: namesIn(fields['authors']),
      language: textIn(fields, 'lang').trim() || null,
      tags: Object.keys(fieldsOf(fields['tags']) ?? {}),
      state: textIn(fields, 'status') === '1' ? 'archive' : 'inbox',
      favourite: isSet(fields['favorite']),
      savedAt: savedTime(fields['time_added']),
      readAt: savedTime(fields['time_read']),
      highlights: highlightsIn(fields['annotations']),
    });
  },
});

function namesIn(authors: unknown): string {
  const people = Array.isArray(authors) ? listOf(authors) : Object.values(fieldsOf(authors) ?? {});
  return people
    .map((person) => textIn(fieldsOf(person) ?? {}, 'name').trim())
    .filter((name) => name !== '')
    .join(', ');
}

function highlightsIn(annotations: unknown): ImportedHighlight[] {
  const items = Array.isArray(annotations) ? listOf(annotations) : Object.values(fieldsOf(annotations) ?? {});
  return items
    .map((item) => {
      const fields: Fields = fieldsOf(item) ?? {};
      return highlightOf(textIn(fields, 'quote'), { createdAt: savedTime(fields['created_at']) });
    })
    .filter((highlight) => highlight !== null);
}
