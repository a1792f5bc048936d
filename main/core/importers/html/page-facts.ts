/**
 * What a page says of itself outside of its text, from the most to the least deliberate: JSON-LD, then Open Graph and its
 * like, microdata, plain metadata, marked-up times and links, the title.
 */
import { parseFragment } from 'parse5';
import { webAddress } from './addresses.ts';
import { readDate } from './dates.ts';
import { readLinkedData } from './json-ld.ts';
import { attribute, textOf, tidy, walk, type PageDocument, type PageElement } from './nodes.ts';
import { titleWithoutSite } from './page-title.ts';

/** Empty or null for what the page does not say. */
export interface PageFacts {
  readonly title: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly site: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl' | null;
  readonly canonicalUrl: string | null;
  /** The address of the picture that stands for the page. */
  readonly hero: string | null;
  /** What relative addresses are relative to, `<base>` heeded. */
  readonly base: string | null;
}

/** Of what is no page. */
export const nothingSaid: PageFacts = {
  ...{ title: '', standfirst: '', byline: '', site: '', published: null, language: null, direction: null },
  ...{ canonicalUrl: null, hero: null, base: null },
};

interface Gathered {
  readonly scripts: string[];
  /** By property or name in lower case; the first of a name counts, except for authors. */
  readonly meta: Map<string, string[]>;
  readonly items: Map<string, string[]>;
  readonly headings: string[];
  readonly times: string[];
  readonly authors: string[];
  title: string;
  canonical: string | null;
  base: string | null;
  language: string | null;
  direction: string | null;
}

const itemsAsked = new Set(['headline', 'author', 'datepublished']);

export function readPageFacts(page: PageDocument, baseUrl: string | null): PageFacts {
  const gathered = gather(page);
  const base = webAddress(gathered.base, baseUrl) ?? webAddress(baseUrl, null);
  const linked = readLinkedData(gathered.scripts);
  const meta = (...names: string[]): string =>
    names.map((name) => gathered.meta.get(name)?.[0] ?? '').find(Boolean) ?? '';
  const item = (name: string): string => gathered.items.get(name)?.[0] ?? '';

  const site = firstOf(meta('og:site_name'), linked?.publisher, meta('application-name'));
  const stated = firstOf(
    linked?.headline,
    meta('og:title', 'twitter:title', 'dc.title', 'citation_title'),
    item('headline'),
  );
  const authors = [
    linked?.authors ?? [],
    ...[
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'parsely-author',
      'sailthru.author',
    ].map((name) => gathered.meta.get(name) ?? []),
    gathered.items.get('author') ?? [],
    gathered.authors,
  ].map((names) => names.map(nameOf).filter((name) => name !== ''));
  const dates = [
    linked?.published ?? '',
    meta('article:published_time', 'og:article:published_time', 'parsely-pub-date', 'sailthru.date', 'datepublished'),
    meta('dc.date.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'citation_publication_date', 'citation_date'),
    meta('pubdate', 'publishdate', 'publish-date', 'date', 'article.published'),
    item('datepublished'),
    ...gathered.times,
    dateInAddress(base),
  ];
  return {
    title: titleWithoutSite(plain(stated) || gathered.title, gathered.headings, site),
    standfirst: plain(
      meta('og:description', 'description', 'twitter:description', 'dc.description') || (linked?.description ?? ''),
    ),
    byline: [...new Set(authors.find((names) => names.length > 0) ?? [])].slice(0, 12).join(', '),
    site: plain(site),
    published: dates.map(readDate).find((date) => date !== null) ?? null,
    language: languageOf([
      gathered.language,
      linked?.language,
      meta('content-language', 'language', 'dc.language', 'og:locale'),
    ]),
    direction: gathered.direction === 'rtl' || gathered.direction === 'ltr' ? gathered.direction : null,
    canonicalUrl: canonicalOf([gathered.canonical, meta('og:url'), linked?.url ?? null], base),
    hero: webAddress(
      meta('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src') ||
        (linked?.image ?? ''),
      base,
    ),
    base,
  };
}

function firstOf(...texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== '') ?? '';
}

function gather(page: PageDocument): Gathered {
  const gathered: Gathered = {
    ...{ scripts: [], meta: new Map(), items: new Map(), headings: [], times: [], authors: [] },
    ...{ title: '', canonical: null, base: null, language: null, direction: null },
  };
  walk(page, (element) => {
    const value = (name: string): string => attribute(element, name)?.trim() ?? '';
    const property = value('itemprop').toLowerCase();
    if (itemsAsked.has(property) && (gathered.items.get(property)?.length ?? 0) < 12)
      add(gathered.items, property, itemValue(element, value));
    switch (element.tagName) {
      case 'html':
      case 'body':
        gathered.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang');
        gathered.direction ??= attribute(element, 'dir')?.toLowerCase() ?? null;
        break;
      case 'base':
        gathered.base ??= attribute(element, 'href');
        break;
      case 'title':
        if (element.namespaceURI.endsWith('xhtml')) gathered.title ||= tidy(textOf(element)).slice(0, 1000);
        return false;
      case 'script':
        if (/^application\/ld\+json/i.test(value('type'))) gathered.scripts.push(textOf(element));
        return false;
      case 'meta':
        for (const name of [value('property'), value('name'), value('http-equiv')])
          if (name !== '') add(gathered.meta, name.toLowerCase(), value('content'));
        return false;
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/i.test(value('rel'))) gathered.canonical ??= value('href');
        return false;
      case 'h1':
      case 'h2':
        if (gathered.headings.length < (element.tagName === 'h1' ? 12 : 6))
          gathered.headings.push(tidy(textOf(element)).slice(0, 1000));
        break;
      case 'time':
        if (gathered.times.length < 3) gathered.times.push(value('datetime') || tidy(textOf(element)).slice(0, 100));
        break;
      case 'a':
        if (/(?:^|\s)author(?:\s|$)/i.test(value('rel'))) gathered.authors.push(tidy(textOf(element)).slice(0, 200));
        break;
      default:
    }
    return true;
  });
  return gathered;
}

function add(map: Map<string, string[]>, name: string, value: string): void {
  const values = map.get(name);
  if (value === '') return;
  if (values === undefined) map.set(name, [value]);
  else if (values.length < 50) values.push(value);
}

/** An item may hold further ones: an author's name stands before what else is said of them. */
function itemValue(element: PageElement, value: (name: string) => string): string {
  const said = value('content') || value('datetime');
  if (said !== '') return said;
  let name = '';
  walk(element, (inner) => {
    if (attribute(inner, 'itemprop') === 'name') name ||= attribute(inner, 'content') ?? tidy(textOf(inner));
    return name === '';
  });
  return (name || tidy(textOf(element))).slice(0, 1000);
}

/** Addresses of profiles are no names; "By" before a name is none of it. */
function nameOf(written: string): string {
  const name = plain(written).replace(/^(?:by|von|par|por|di|door|av|af|från)[\s:]+(?=\p{Lu})/iu, '');
  return /^(?:https?:|www\.|@)|\/\//i.test(name) || name.length > 200 ? '' : name;
}

/** Descriptions come with markup and with entities in their entities. */
function plain(text: string): string {
  const short = text.slice(0, 5000);
  return /[<&]/.test(short) ? tidy(textOf(parseFragment(short))) : tidy(short);
}

/** The first that is a BCP 47 tag, in its canonical form. */
function languageOf(written: readonly (string | null | undefined)[]): string | null {
  for (const text of written) {
    const tag = text?.split(/[,;]/)[0]?.trim().replace('_', '-') ?? '';
    if (tag === '' || !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(tag)) continue;
    try {
      return new Intl.Locale(tag).toString();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

/** A canonical address that leads to the front page of a site is a mistake of its templates. */
function canonicalOf(written: readonly (string | null)[], base: string | null): string | null {
  const isDeep = base !== null && new URL(base).pathname.length > 1;
  for (const text of written) {
    const address = webAddress(text, base);
    if (address === null) continue;
    const { pathname, search } = new URL(address);
    if (isDeep && pathname === '/' && search === '') continue;
    return address.replace(/#.*$/s, '');
  }
  return null;
}

function dateInAddress(base: string | null): string {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)/.exec(base ?? '');
  return match === null ? '' : match.slice(1).join('-');
}
