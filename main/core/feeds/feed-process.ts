/** The thread in which a feed is read and its articles prepared. Whatever a feed does to it, the core goes on. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportedArticle, ImportRecord } from '../importers/import-record.ts';
import { prepareRow } from '../importing/prepare-row.ts';
import { openJobLine } from '../jobs/job-line.ts';
import { openAssetFiles } from '../library/asset-files.ts';
import { urlKey } from '../library/url-key.ts';
import { readFeedDocument, type FeedDocument } from './feed-document.ts';
import type { FeedParcel, FeedTask, ReadItem } from './feed-task.ts';

if (parentPort === null) throw new Error('feed-process runs in a worker thread, not by itself');
const line = openJobLine(parentPort);
const task = workerData as FeedTask; // cloned from what read-feed.ts gives

/** Articles of a parcel. */
const mostItems = 20;

const document = await readFeedDocument(task);
if (document === null) await send({ kind: 'not-a-feed' });
else await deliver(document);
await line.done();

async function deliver({ head, records, fault }: FeedDocument): Promise<void> {
  const articles = records.flatMap((record) => (record.kind === 'article' ? [record] : []));
  await send({ kind: 'head', head, items: articles.length, unread: records.length - articles.length, fault });
  if (task.want === 'head') return;
  const shared = sharedAddresses(articles.map(({ article }) => article));
  let items: ReadItem[] = [];
  for (const [behind, record] of articles.toReversed().entries()) {
    const item = readItem(record, articles.length - 1 - behind, shared);
    if (item !== null) items.push(item);
    if (items.length >= mostItems) {
      await send({ kind: 'items', items });
      items = [];
    } else line.alive();
  }
  if (items.length > 0) await send({ kind: 'items', items });
}

/** Null for one that is nested too deeply to be read. */
function readItem(
  record: Extract<ImportRecord, { kind: 'article' }>,
  place: number,
  shared: ReadonlySet<string>,
): ReadItem | null {
  const { article } = record;
  const { title, author, tags } = article;
  const guid = guidOf(article);
  // What the publisher files it under is looked at by rules; the reader's tags are the reader's.
  const bare = { ...article, externalId: guid, tags: [], savedAt: null };
  const { put } = openAssetFiles(task.dataDirectory);
  const row = prepareRow({ ...record, article: bare }, task.service, place, {
    put,
    now: task.now,
    original: null,
    extent: 'main',
  });
  if (row.kind !== 'article') return null;
  const { prepared } = row;
  const urlKeys = prepared.traces.urlKeys.filter((key) => !shared.has(key));
  return {
    guid,
    digest: digestOf(article),
    title: prepared.row.title || title,
    author,
    categories: tags,
    prepared: { ...prepared, traces: { ...prepared.traces, urlKeys } },
  };
}

/** Some feeds lead every entry to the same page: that address tells none of them from another. */
function sharedAddresses(articles: readonly ImportedArticle[]): Set<string> {
  const guids = new Map<string, Set<string>>();
  for (const article of articles) {
    const key = article.url === null ? null : urlKey(article.url);
    if (key !== null) guids.set(key, (guids.get(key) ?? new Set()).add(guidOf(article)));
  }
  return new Set([...guids].flatMap(([key, those]) => (those.size > 1 ? [key] : [])));
}

/** What an entry without an id is known again by. */
function guidOf({ externalId, url, title, published }: ImportedArticle): string {
  if (externalId !== null && externalId !== '') return externalId.slice(0, 1000);
  return url ?? sha256(`${title}\n${published ?? ''}`);
}

function digestOf({ url, title, standfirst, author, content }: ImportedArticle): string {
  const text =
    content === null ? '' : content.kind === 'html' ? content.html : content.kind === 'text' ? content.text : '';
  return sha256([url ?? '', title, standfirst, author, text].join('\n')).slice(0, 32);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function send(parcel: FeedParcel): Promise<void> {
  return line.send(parcel);
}
