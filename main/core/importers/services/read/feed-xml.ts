/** Entries of RSS 0.9x, 1.0 and 2.0 and of Atom, one after the other, with the elements that each holds. */
import type { Handler } from 'htmlparser2';
import { webAddress } from '../../html/addresses.ts';
import { ElementText } from './element-text.ts';
import { readMarkup } from './markup-stream.ts';

export interface FeedElement {
  /** With its prefix, in lower case: `content:encoded`. An author's name is `author`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** What its relative addresses are relative to, if the feed says so. */
  readonly base: string | null;
}

export interface FeedEntry {
  readonly elements: readonly FeedElement[];
  /** What the feed says of itself before the entry. */
  readonly feed: readonly FeedElement[];
  readonly language: string | null;
}

/** `feed` is filled with what the feed says of itself, whether or not it has an entry. */
export function readFeed(stream: AsyncIterable<Uint8Array>, feed: FeedElement[] = []): AsyncGenerator<FeedEntry> {
  return readMarkup(stream, { xmlMode: true, decodeEntities: true }, (emit: (entry: FeedEntry) => void) =>
    entriesOf(emit, feed),
  );
}

interface Level {
  readonly name: string;
  readonly base: string | null;
}

/** What of a feed is kept in memory: its own title, address and the like, however many it claims to have. */
const mostOfFeed = 100;

function entriesOf(emit: (entry: FeedEntry) => void, feed: FeedElement[]): Partial<Handler> {
  const levels: Level[] = [];
  let elements: FeedElement[] = [];
  let language: string | null = null;
  /** The level on which the entry stands, and that of the element in it; 0 for none. */
  let entryDepth = 0;
  let elementDepth = 0;
  let open: { name: string; attributes: Record<string, string>; base: string | null; text: ElementText } | null = null;

  const begin = (name: string, attributes: Record<string, string>, base: string | null) => {
    open = { name, attributes, base, text: new ElementText() };
    elementDepth = levels.length;
  };
  const finish = () => {
    if (open === null) return;
    const element = { name: open.name, attributes: open.attributes, text: open.text.value, base: open.base };
    if (entryDepth > 0) elements.push(element);
    else if (feed.length < mostOfFeed) feed.push(element);
    open = null;
    elementDepth = 0;
  };
  return {
    onopentag: (written, attributes) => {
      const name = written.toLowerCase().replace(/^(?:atom|rss):/, '');
      const outer = levels.at(-1);
      const base = webAddress(attributes['xml:base'] ?? null, outer?.base ?? null) ?? outer?.base ?? null;
      levels.push({ name, base });
      if (levels.length === 1) language = attributes['xml:lang'] ?? null;
      if (open !== null) {
        // Of a person, the name is wanted alone.
        if (open.name === 'author' && name === 'name') begin('author', {}, base);
        else open.text.open(name, attributes);
      } else if (entryDepth === 0 && (name === 'item' || name === 'entry')) {
        entryDepth = levels.length;
        elements = [];
      } else if (entryDepth > 0 || levels.length === 3 || outer?.name === 'feed') begin(name, attributes, base);
    },
    ontext: (text) => open?.text.add(text),
    onclosetag: (written) => {
      const depth = levels.length;
      levels.pop();
      if (open !== null && depth === elementDepth) finish();
      else if (open !== null) open.text.close(written.toLowerCase());
      else if (depth === entryDepth) {
        emit({ elements, feed, language });
        entryDepth = 0;
      }
    },
  };
}
