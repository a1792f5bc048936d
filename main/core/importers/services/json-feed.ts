/** JSON Feed, versions 1 and 1.1. */
import type { ImportedContent, ImportRecord } from '../import-record.ts';
import { webAddress } from '../html/addresses.ts';
import { InputFault } from '../input-fault.ts';
import type { SourceFile } from '../source-file.ts';
import type { StreamFormat } from '../stream-format.ts';
import { withAttachments, type Attachment } from './read/feed-media.ts';
import { fieldsOf, listOf, textIn, type Fields } from './read/fields.ts';
import { hasPaths, shapeOf } from './read/json-shape.ts';
import { readJson } from './read/json-stream.ts';
import { namesOf } from './read/lists.ts';
import { accounted, recordOf } from './read/record.ts';
import { anyTime } from './read/times.ts';

export const jsonFeedFormat: StreamFormat = {
  name: 'Feed (JSON)',
  service: 'feed',
  recognise: ({ head }) =>
    /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(head) && hasPaths(shapeOf(head), 'items[]')
      ? 'It says that it is a JSON Feed.'
      : null,
  read: (source) => accounted(source.name, readJsonFeedRecords(source)),
};

/** Throws `InputFault` where the file breaks off. */
export async function* readJsonFeedRecords(source: Pick<SourceFile, 'name' | 'stream'>): AsyncGenerator<ImportRecord> {
  const feed = await readJsonFeed(source);
  const home = webAddress(textIn(feed, 'home_page_url'), null);
  for await (const { index: row, value } of readJson(source.stream(), '$.items.*')) {
    const place = { input: source.name, row };
    const fields = fieldsOf(value);
    if (fields === null) {
      yield { ...place, kind: 'failed', reason: `Entry ${row} is no object of JSON.` };
      continue;
    }
    const written = textIn(fields, 'url', 'external_url');
    // An id may be the address, and is one only if it is whole.
    const address = webAddress(written, home) ?? webAddress(textIn(fields, 'id'), null) ?? written;
    yield recordOf(place, {
      address,
      externalId: textIn(fields, 'id') || null,
      title: textIn(fields, 'title'),
      standfirst: textIn(fields, 'summary').trim(),
      author: peopleIn(fields) || peopleIn(feed),
      site: textIn(feed, 'title').trim(),
      published: anyTime(fields['date_published'] ?? fields['date_modified']),
      language: textIn(fields, 'language') || textIn(feed, 'language') || null,
      tags: namesOf(fields['tags']),
      content: withRecordings(contentOf(fields, address === '' ? home : address), fields, home),
    });
  }
}

function contentOf(fields: Fields, baseUrl: string | null): ImportedContent | null {
  const html = textIn(fields, 'content_html');
  if (html !== '') return { kind: 'html', html, extent: 'article', baseUrl, resources: () => null };
  const text = textIn(fields, 'content_text');
  return text === '' ? null : { kind: 'text', text };
}

/** Recordings, and the picture of an item whose text shows none. */
function withRecordings(content: ImportedContent | null, fields: Fields, home: string | null): ImportedContent | null {
  const picture = webAddress(textIn(fields, 'image'), home);
  const attachments = listOf(fields['attachments']).flatMap((value): Attachment[] => {
    const attachment = fieldsOf(value) ?? {};
    const url = webAddress(textIn(attachment, 'url'), home);
    return url === null
      ? []
      : [{ url, mediaType: textIn(attachment, 'mime_type'), title: textIn(attachment, 'title') }];
  });
  const all = [...(picture === null ? [] : [{ url: picture, mediaType: 'image/', title: '' }]), ...attachments];
  if (content?.kind === 'html') return { ...content, html: withAttachments(content.html, all) };
  if (content !== null || attachments.length === 0) return content;
  const html = withAttachments('', all);
  return { kind: 'html', html, extent: 'article', baseUrl: home, resources: () => null };
}

function peopleIn(fields: Fields): string {
  const people = [fields['author'], ...listOf(fields['authors'])];
  return [...new Set(people.map((person) => textIn(fieldsOf(person) ?? {}, 'name').trim()))]
    .filter((name) => name !== '')
    .join(', ');
}

/** What the feed says of itself, before or after its items. A fault of the file is met again among them. */
export async function readJsonFeed(source: Pick<SourceFile, 'stream'>): Promise<Fields> {
  const feed: Record<string, unknown> = {};
  const fields = ['version', 'title', 'home_page_url', 'language', 'author', 'authors'];
  try {
    for await (const { keys, value } of readJson(source.stream(), ...fields.map((field) => `$.${field}`)))
      feed[String(keys[0])] = value;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
  }
  return feed;
}
