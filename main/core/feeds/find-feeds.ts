/** The feeds that a page names, and where sites keep theirs. Pure. */
import { Parser } from 'htmlparser2';
import { webAddress } from '../importers/html/addresses.ts';

export interface NamedFeed {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
}

const kinds: Readonly<Record<string, string>> = {
  'application/rss+xml': 'RSS',
  'application/rdf+xml': 'RSS',
  'application/atom+xml': 'Atom',
  'application/feed+json': 'JSON Feed',
};

/** Those of `<link rel="alternate">` first, in the page's order. */
export function feedsNamedIn(html: string, address: string): NamedFeed[] {
  const linked: NamedFeed[] = [];
  const mentioned: NamedFeed[] = [];
  let base = address;
  const add = (list: NamedFeed[], href: string | undefined, title: string, kind: string) => {
    const url = webAddress(href ?? null, base);
    if (url !== null) list.push({ url, title: title.replace(/\s+/g, ' ').trim(), kind });
  };
  const parser = new Parser({
    onopentag: (name, { href, rel = '', type = '', title = '' }) => {
      if (name === 'base') base = webAddress(href ?? null, address) ?? base;
      const kind = kinds[type.toLowerCase().split(';')[0]?.trim() ?? ''];
      const rels = rel.toLowerCase().split(/\s+/);
      if (name === 'link' && (rels.includes('alternate') || rels.includes('feed')) && kind !== undefined)
        add(linked, href, title, kind);
      else if (name === 'a' && (kind !== undefined || looksLikeFeed(href))) add(mentioned, href, title, kind ?? 'RSS');
    },
  });
  parser.end(html);
  const all = [...linked, ...mentioned.slice(0, mostMentioned)];
  return all.filter(({ url }, place) => all.findIndex((other) => other.url === url) === place);
}

/** Asked where a page names none. */
export function commonPlaces(address: string): string[] {
  const paths = ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json'];
  const below = new URL('.', address).href;
  const top = new URL('/', address).href;
  return [...new Set([...paths.map((path) => `${below}${path}`), ...paths.map((path) => `${top}${path}`)])];
}

const mostMentioned = 10;

function looksLikeFeed(href: string | undefined): boolean {
  return href !== undefined && /(?:^|[/.])(?:feed|rss|atom)(?:\.xml|\/)?$|\.(?:rss|atom|rdf)$/i.test(href);
}
