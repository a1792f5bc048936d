/** Wallabag's export (version 2): whole texts with marked passages, the richest of all. */
import type { ImportedContent, ImportedHighlight } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { fieldsOf, isSet, listOf, textIn, type Fields } from './read/fields.ts';
import { jsonFormat, listWith } from './read/json-format.ts';
import { namesOf } from './read/lists.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { anyTime, savedTime } from './read/times.ts';

export const wallabagJsonFormat: StreamFormat = jsonFormat({
  name: 'Wallabag export (JSON)',
  service: 'wallabag',
  itemsIn: listWith('url', 'is_archived'),
  record: (place, fields) => {
    const address = textIn(fields, 'url', 'given_url', 'origin_url');
    const isRead = isSet(fields['is_archived']);
    return recordOf(place, {
      address,
      externalId: textIn(fields, 'id', 'uid') || null,
      title: textIn(fields, 'title'),
      author: listOf(fields['published_by'])
        .filter((name) => typeof name === 'string' && name.trim() !== '')
        .join(', '),
      site: textIn(fields, 'domain_name'),
      published: anyTime(fields['published_at']),
      savedAt: savedTime(fields['created_at']),
      language: languageOf(textIn(fields, 'language')),
      tags: namesOf(fields['tags']),
      state: isRead ? 'archive' : 'inbox',
      favourite: isSet(fields['is_starred']),
      readAt: isRead ? savedTime(fields['archived_at']) : null,
      highlights: listOf(fields['annotations'])
        .map(highlightIn)
        .filter((highlight) => highlight !== null),
      content: contentOf(fields, address),
    });
  },
});

/** What could not be fetched was stored as a sentence that says so. */
const notFetched = /^\s*(?:<p>)?\s*wallabag can't retrieve contents for this article/i;

function contentOf(fields: Fields, address: string): ImportedContent | null {
  const html = textIn(fields, 'content');
  if (html === '' || notFetched.test(html)) return null;
  return { kind: 'html', html, extent: 'article', baseUrl: address === '' ? null : address, resources: () => null };
}

function highlightIn(value: unknown): ImportedHighlight | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  return highlightOf(textIn(fields, 'quote'), {
    note: textIn(fields, 'text').trim(),
    createdAt: savedTime(fields['created_at']),
  });
}

/** `en_US`, `de` to BCP 47; null for what is neither. */
function languageOf(written: string): string | null {
  const tag = written.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
