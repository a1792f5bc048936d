/** What hangs on an entry of a feed: recordings as links to them, and its picture where the text has none. */
import { webAddress } from '../../html/addresses.ts';
import type { FeedElement } from './feed-xml.ts';

export interface Attachment {
  readonly url: string;
  /** Empty if it is not said. */
  readonly mediaType: string;
  readonly title: string;
}

/** Once each, by `enclosure`, `link`, `media:content` or `media:thumbnail`, also within a `media:group`. */
export function attachmentsIn(elements: readonly FeedElement[], base: string | null): Attachment[] {
  const found = elements.flatMap((element): Attachment[] => {
    const { name, attributes, text } = element;
    if (name === 'media:group') return withinGroup(text, base);
    const isLink = name === 'link' && attributes['rel']?.toLowerCase() === 'enclosure';
    const written = isLink ? attributes['href'] : named.has(name) ? attributes['url'] : undefined;
    return attachment(written, attributes, name === 'media:thumbnail', element.base ?? base);
  });
  return found.filter(({ url }, place) => found.findIndex((other) => other.url === url) === place);
}

/** A text with its recordings below it, and above it its picture if it shows none. */
export function withAttachments(html: string, attachments: readonly Attachment[]): string {
  const picture = /<(?:img|picture|svg)\b/i.test(html)
    ? undefined
    : attachments.find(({ mediaType }) => mediaType.startsWith('image/'));
  const recordings = attachments.filter(({ mediaType }) => !mediaType.startsWith('image/'));
  const figure = picture === undefined ? '' : `<figure><img src="${escaped(picture.url)}" alt=""></figure>`;
  const links = recordings.map(
    ({ url, mediaType, title }) => `<p><a href="${escaped(url)}">${escaped(title || nameOf(url, mediaType))}</a></p>`,
  );
  return `${figure}${html}${links.join('')}`;
}

const named = new Set(['enclosure', 'media:content', 'media:thumbnail']);

function attachment(
  written: string | undefined,
  attributes: Readonly<Record<string, string>>,
  isPicture: boolean,
  base: string | null,
): Attachment[] {
  const url = webAddress(written ?? null, base);
  if (url === null) return [];
  const medium = attributes['medium']?.toLowerCase();
  const isShown = isPicture || medium === 'image' || /\.(?:avif|gif|jpe?g|png|webp)(?:\?|$)/i.test(url);
  const said = attributes['type']?.toLowerCase() ?? '';
  const mediaType = said === '' ? (isShown ? 'image/' : medium === undefined ? '' : `${medium}/`) : said;
  return [{ url, mediaType, title: (attributes['title'] ?? '').trim() }];
}

/** Elements within another one come as markup. */
function withinGroup(markup: string, base: string | null): Attachment[] {
  return [...markup.matchAll(/<(media:content|media:thumbnail)\b([^>]*)>/g)].flatMap(([, name, written = '']) => {
    const attributes = Object.fromEntries(
      [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    );
    return attachment(attributes['url'], attributes, name === 'media:thumbnail', base);
  });
}

function nameOf(url: string, mediaType: string): string {
  const kind = mediaType.startsWith('audio/') ? 'Listen' : mediaType.startsWith('video/') ? 'Watch' : 'Attached';
  const file = new URL(url).pathname.split('/').at(-1) ?? '';
  return file === '' ? kind : `${kind}: ${decoded(file)}`;
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file; // not every percent sign begins an escape
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
