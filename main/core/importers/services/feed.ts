/** Feeds saved as files: RSS of every version and Atom. */
import { webAddress } from '../html/addresses.ts';
import type { ImportedContent, ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { attachmentsIn, withAttachments, type Attachment } from './read/feed-media.ts';
import { readFeed, type FeedElement, type FeedEntry } from './read/feed-xml.ts';
import { rootOf } from './read/markup-root.ts';
import { plainTextOf } from './read/plain-text-of.ts';
import { accounted, recordOf } from './read/record.ts';
import { anyTime } from './read/times.ts';

/** The time of publishing before that of the last change. Atom 0.3 had names of its own. */
const dates = [
  'pubdate',
  'published',
  'issued',
  'dc:date',
  'dcterms:created',
  'created',
  'updated',
  'dcterms:modified',
  'modified',
];

/** In characters without tags: what is longer is no summary, but the text. */
const longestSummary = 600;

export const feedFormat: StreamFormat = {
  name: 'Feed (RSS, Atom)',
  service: 'feed',
  recognise: ({ head }) => {
    const root = rootOf(head);
    if (root === 'rdf' && !/purl\.org\/rss|netscape\.com\/rdf/i.test(head.slice(0, 4000))) return null;
    return root === 'rss' || root === 'rdf' || root === 'feed' ? 'It begins as a feed does.' : null;
  },
  read: ({ name, stream }) => accounted(name, readFeedRecords(name, stream(), { address: null, feed: [] })),
};

/** Where a feed was had from, and a list to be filled with what it says of itself. */
export interface FeedPlace {
  readonly address: string | null;
  readonly feed: FeedElement[];
}

/** Throws `InputFault` where the file breaks off. */
export async function* readFeedRecords(
  input: string,
  stream: AsyncIterable<Uint8Array>,
  { address, feed }: FeedPlace,
): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const entry of readFeed(stream, feed)) {
    row += 1;
    yield recordOfEntry({ input, row }, entry, address);
  }
}

/** The address of the site, made absolute. */
export function homeOf(feed: readonly FeedElement[], address: string | null): string | null {
  const link = linkIn(feed);
  return webAddress(link?.address ?? null, link?.base ?? address);
}

function recordOfEntry(
  place: { input: string; row: number },
  { elements, feed, language }: FeedEntry,
  address: string | null,
): ImportRecord {
  const text = (...names: string[]) => first(elements, names)?.text.trim() ?? '';
  const line = (name: string, from: readonly FeedElement[] = elements) => lineOf(first(from, [name]));
  const feedText = (...names: string[]) => first(feed, names)?.text.trim() ?? '';
  const home = homeOf(feed, address) ?? address;
  const link = linkIn(elements);
  const guid = first(elements, ['guid', 'id']);
  const isAddress = guid?.attributes['isPermaLink']?.toLowerCase() !== 'false';
  const original = text('feedburner:origlink');
  const written = original === '' ? (link?.address ?? (isAddress ? (guid?.text.trim() ?? '') : '')) : original;
  const absolute = webAddress(written, link?.base ?? home) ?? (link === null ? '' : written);
  const full = first(elements, ['content:encoded', 'content', 'xhtml:body', 'body']);
  const summary = first(elements, ['description', 'summary', 'itunes:summary']);
  const isLong = summary !== undefined && plainTextOf(summary.text).length > longestSummary;
  const attachments = attachmentsIn(elements, home);
  const isRecording = attachments.some(({ mediaType }) => /^(?:audio|video)\//.test(mediaType));
  // Of a recording there is nothing else to read than what is said of it.
  const body = full !== undefined && full.text.trim() !== '' ? full : isLong || isRecording ? summary : undefined;
  const baseUrl = body?.base ?? (absolute === '' ? home : absolute);
  const content = body === undefined ? null : contentOf(body, baseUrl);
  return recordOf(place, {
    address: absolute,
    externalId: guid?.text.trim() ?? null,
    title: line('title'),
    standfirst: body === summary || summary === undefined ? '' : plainTextOf(summary.text),
    author: personIn(elements) || personIn(feed),
    site: line('title', feed),
    published: anyTime(text(...dates)),
    language: (language ?? feedText('language', 'dc:language')) || null,
    tags: elements.filter(({ name }) => name === 'category' || name === 'dc:subject').map(tagOf),
    content: attached(content, attachments, isRecording, baseUrl),
  });
}

function attached(
  content: ImportedContent | null,
  attachments: readonly Attachment[],
  isRecording: boolean,
  baseUrl: string | null,
): ImportedContent | null {
  if (content?.kind === 'html') return { ...content, html: withAttachments(content.html, attachments) };
  if (content !== null || !isRecording) return content;
  return { kind: 'html', html: withAttachments('', attachments), extent: 'article', baseUrl, resources: () => null };
}

/** A line that says to be plain is taken at its word; any other may be HTML. */
function lineOf(element: FeedElement | undefined): string {
  if (element === undefined) return '';
  return element.attributes['type'] === 'text' ? element.text.replace(/\s+/g, ' ').trim() : plainTextOf(element.text);
}

function contentOf({ text, attributes }: FeedElement, baseUrl: string | null): ImportedContent {
  const isPlain = attributes['type'] === 'text' || attributes['type'] === 'text/plain';
  if (isPlain) return { kind: 'text', text };
  return { kind: 'html', html: text, extent: 'article', baseUrl, resources: () => null };
}

/** Of Atom the link to the page itself, of RSS the text. */
function linkIn(elements: readonly FeedElement[]): { address: string; base: string | null } | null {
  for (const { name, attributes, text, base } of elements) {
    if (name !== 'link') continue;
    const address = (attributes['href'] ?? text).trim();
    if (address !== '' && (attributes['rel'] ?? 'alternate') === 'alternate') return { address, base };
  }
  return null;
}

/** RSS has the address before or after the name. */
function personIn(elements: readonly FeedElement[]): string {
  const people = elements
    .filter(({ name }) => name === 'author' || name === 'dc:creator')
    .map(({ text }) => plainTextOf(text));
  const names = people.map((person) => /^\S+@\S+\s+\((.+)\)$/.exec(person)?.[1] ?? person);
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}

function tagOf({ attributes, text }: FeedElement): string {
  return attributes['label'] ?? attributes['term'] ?? plainTextOf(text);
}

function first(elements: readonly FeedElement[], names: readonly string[]): FeedElement | undefined {
  for (const name of names) {
    const found = elements.find((element) => element.name === name && element.text.trim() !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}
