/** What a page says of itself in JSON-LD: lists, graphs and references, and the slips that real pages have. */
import { tidy } from './nodes.ts';

export interface LinkedFacts {
  readonly headline: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
  readonly url: string;
  readonly image: string;
}

type Thing = Readonly<Record<string, unknown>>;

const mostThings = 5000;
const articleTypes =
  /^(?:.*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|APIReference|Recipe|CreativeWork|ScholarlyArticle|Question|HowTo|Chapter|Book)$/;
const pageTypes = /^(?:WebPage|ItemPage|AboutPage|FAQPage|QAPage|ProfilePage)$/;

/** Null if no script tells of an article or a page. */
export function readLinkedData(scripts: readonly string[]): LinkedFacts | null {
  const things = scripts.flatMap((script) => thingsIn(parseLoosely(script)));
  const byId = new Map<unknown, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing);
  }
  const main = things.find((thing) => isOf(thing, articleTypes)) ?? things.find((thing) => isOf(thing, pageTypes));
  if (main === undefined) return null;
  const resolve = (value: unknown): unknown => (isThing(value) ? (byId.get(value['@id']) ?? value) : value);
  const named = (value: unknown): string[] =>
    listOf(value)
      .map(resolve)
      .map((one) => textIn(isThing(one) ? one['name'] : one))
      .filter((name) => name !== '');
  const firstText = (...names: string[]): string => names.map((name) => textIn(main[name])).find(Boolean) ?? '';
  const address = (value: unknown): string => {
    const one = resolve(listOf(value)[0]);
    return isThing(one) ? textIn(one['url'] ?? one['contentUrl'] ?? one['@id']) : textIn(one);
  };
  return {
    headline: firstText('headline', 'name'),
    description: firstText('description', 'abstract'),
    authors: named(main['author'] ?? main['creator']),
    publisher: named(main['publisher'])[0] ?? '',
    published: firstText('datePublished', 'dateCreated', 'uploadDate'),
    language: firstText('inLanguage'),
    url: firstText('url') || address(main['mainEntityOfPage']),
    image: address(main['image'] ?? main['thumbnailUrl']),
  };
}

/** Comment and CDATA wrappers, line breaks in texts and commas before a bracket are mended. Null if that is not enough. */
function parseLoosely(source: string): unknown {
  const text = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  // eslint-disable-next-line no-control-regex -- these are what JSON does not allow in a text
  for (const attempt of [text, text.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s*([\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

/** Every object below, the outer before the inner. */
function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < mostThings; at += 1) {
    const one = queue[at];
    if (Array.isArray(one)) for (const inner of one.slice(0, mostThings)) queue.push(inner);
    else if (isThing(one)) {
      things.push(one);
      for (const inner of Object.values(one)) if (typeof inner === 'object') queue.push(inner);
    }
  }
  return things;
}

function isOf(thing: Thing, types: RegExp): boolean {
  return listOf(thing['@type']).some(
    (type) => typeof type === 'string' && types.test(type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '')),
  );
}

/** Pages put names with markup's entities into JSON; a language may be an object with a name. */
function textIn(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (isThing(one)) return textIn(one['@value'] ?? one['alternateName'] ?? one['name'] ?? one['@id']);
  return typeof one === 'string' ? tidy(one) : typeof one === 'number' ? String(one) : '';
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
