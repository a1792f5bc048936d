/** Feeds saved as files: RSS of every version and Atom. */
import { webAddress } from '../html/addresses.ts';
import type { ImportedContent, ImportRecord } from '../import-record.ts';
import type { StreamFormat } from '../stream-format.ts';
import { readFeed, type FeedElement, type FeedEntry } from './read/feed-xml.ts';
import { rootOf } from './read/markup-root.ts';
import { accounted, recordOf } from './read/record.ts';
import { anyTime } from './read/times.ts';

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
  read: ({ name, stream }) => accounted(name, records(name, stream())),
};

async function* records(input: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const entry of readFeed(stream)) {
    row += 1;
    yield recordOfEntry({ input, row }, entry);
  }
}

function recordOfEntry(place: { input: string; row: number }, { elements, feed, language }: FeedEntry): ImportRecord {
  const text = (...names: string[]) => first(elements, names)?.text.trim() ?? '';
  const feedText = (...names: string[]) => first(feed, names)?.text.trim() ?? '';
  const home = webAddress(linkIn(feed)?.address ?? null, null);
  const link = linkIn(elements);
  const guid = first(elements, ['guid', 'id']);
  const isAddress = guid?.attributes['isPermaLink']?.toLowerCase() !== 'false';
  const original = text('feedburner:origlink');
  const address = original === '' ? (link?.address ?? (isAddress ? (guid?.text.trim() ?? '') : '')) : original;
  const absolute = webAddress(address, link?.base ?? home) ?? (link === null ? '' : address);
  const full = first(elements, ['content:encoded', 'content', 'xhtml:body', 'body']);
  const summary = first(elements, ['description', 'summary', 'itunes:summary']);
  const isLong = summary !== undefined && withoutTags(summary.text).length > longestSummary;
  const body = full !== undefined && full.text.trim() !== '' ? full : isLong ? summary : undefined;
  return recordOf(place, {
    address: absolute,
    externalId: guid?.text.trim() ?? null,
    title: withoutTags(text('title')),
    standfirst: body === summary || summary === undefined ? '' : withoutTags(summary.text),
    author: personIn(elements) || personIn(feed),
    site: withoutTags(feedText('title')),
    published: anyTime(text('pubdate', 'published', 'dc:date', 'dcterms:created', 'updated', 'dcterms:modified')),
    language: (language ?? feedText('language', 'dc:language')) || null,
    tags: elements.filter(({ name }) => name === 'category' || name === 'dc:subject').map(tagOf),
    content: body === undefined ? null : contentOf(body, body.base ?? (absolute === '' ? home : absolute)),
  });
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
    .map(({ text }) => text.trim());
  const names = people.map((person) => /^\S+@\S+\s+\((.+)\)$/.exec(person)?.[1] ?? person);
  return [...new Set(names.filter((name) => name !== ''))].join(', ');
}

function tagOf({ attributes, text }: FeedElement): string {
  return attributes['label'] ?? attributes['term'] ?? text;
}

function first(elements: readonly FeedElement[], names: readonly string[]): FeedElement | undefined {
  for (const name of names) {
    const found = elements.find((element) => element.name === name && element.text.trim() !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
