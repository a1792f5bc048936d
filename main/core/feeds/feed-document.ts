/** A feed as it came over the network: which kind it is, what it says of itself, its entries. Runs in a job's thread. */
import { decodeText } from '../importers/decode/decode-text.ts';
import { webAddress } from '../importers/html/addresses.ts';
import type { ImportRecord } from '../importers/import-record.ts';
import { InputFault } from '../importers/input-fault.ts';
import { homeOf, readFeedRecords } from '../importers/services/feed.ts';
import { readJsonFeed, readJsonFeedRecords } from '../importers/services/json-feed.ts';
import { textIn } from '../importers/services/read/fields.ts';
import type { FeedElement } from '../importers/services/read/feed-xml.ts';
import { rootOf } from '../importers/services/read/markup-root.ts';
import { plainTextOf } from '../importers/services/read/plain-text-of.ts';
import type { FeedPace } from '../store/feed-store.ts';

export interface FeedHead {
  readonly kind: 'RSS' | 'Atom' | 'JSON Feed';
  readonly title: string;
  readonly site: string | null;
  readonly pace: FeedPace;
}

export interface FeedDocument {
  readonly head: FeedHead;
  readonly records: readonly ImportRecord[];
  /** What was wrong with it, in a sentence; the entries before that are there. */
  readonly fault: string | null;
}

export interface FeedBytes {
  readonly bytes: Uint8Array;
  /** As the server says. */
  readonly charset: string | null;
  readonly address: string;
}

/** So many entries are read of one feed: what lies behind them was offered long ago. */
const mostRecords = 2000;

/** Null for what is no feed. */
export async function readFeedDocument(source: FeedBytes): Promise<FeedDocument | null> {
  const { text } = decodeText(source.bytes, source.charset);
  const bytes = Buffer.from(text);
  const head = text.slice(0, 8192).trimStart();
  if (head.startsWith('{')) return readJson(bytes, source.address);
  const root = rootOf(head);
  if (root !== 'rss' && root !== 'rdf' && root !== 'feed') return null;
  const feed: FeedElement[] = [];
  const place = { address: source.address, feed };
  const { records, fault } = await gather(readFeedRecords('feed', pieces(bytes), place));
  const textOf = (name: string) => feed.find((element) => element.name === name)?.text.trim() ?? '';
  return {
    head: {
      kind: root === 'feed' ? 'Atom' : 'RSS',
      title: plainTextOf(textOf('title')),
      site: homeOf(feed, source.address),
      pace: paceOf(textOf),
    },
    records,
    fault,
  };
}

async function readJson(bytes: Uint8Array, address: string): Promise<FeedDocument | null> {
  const source = { name: 'feed', stream: () => pieces(bytes) };
  const feed = await readJsonFeed(source);
  if (!/^https?:\/\/jsonfeed\.org\/version\//.test(textIn(feed, 'version'))) return null;
  const { records, fault } = await gather(readJsonFeedRecords(source));
  const site = webAddress(textIn(feed, 'home_page_url'), address);
  const pace = { minutes: null, skipHours: [], skipDays: [] };
  return { head: { kind: 'JSON Feed', title: textIn(feed, 'title').trim(), site, pace }, records, fault };
}

async function gather(from: AsyncIterable<ImportRecord>): Promise<Pick<FeedDocument, 'records' | 'fault'>> {
  const records: ImportRecord[] = [];
  try {
    for await (const record of from) {
      records.push(record);
      if (records.length >= mostRecords) break;
    }
    return { records, fault: null };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    return { records, fault: error.message };
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const periods: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 7 * 1440,
  monthly: 30 * 1440,
  yearly: 365 * 1440,
};

function paceOf(textOf: (name: string) => string): FeedPace {
  const ttl = Number(textOf('ttl'));
  const period = periods[textOf('sy:updateperiod').toLowerCase()];
  const often = Math.max(1, Number(textOf('sy:updatefrequency')) || 1);
  const minutes = ttl > 0 ? ttl : period === undefined ? null : period / often;
  const hours = textOf('skiphours').match(/\d+/g) ?? [];
  const named = textOf('skipdays').toLowerCase();
  return {
    minutes: minutes === null ? null : Math.round(minutes),
    skipHours: hours.map(Number).filter((hour) => hour < 24),
    skipDays: days.flatMap((day, number) => (named.includes(day) ? [number] : [])),
  };
}
