/** A library with a way out to a server on this machine, whose answers a test writes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '../../../contract/client.ts';
import { AppError } from '../../../contract/errors.ts';
import type { Feed, FeedItem, FeedPass } from '../../../contract/feed-entities.ts';
import { createCore, type Core } from '../../core.ts';
import { startLoopback, type Answer } from '../../network/test-helpers/loopback-server.ts';

export interface Asked {
  readonly path: string;
  readonly etag: string | undefined;
  readonly since: string | undefined;
  readonly status: number;
}

export interface FeedDesk {
  readonly origin: string;
  readonly data: string;
  readonly asked: readonly Asked[];
  core: Core;
  client: Client;
  /** What a path answers from now on. */
  serve(path: string, answer: Answer): void;
  serveText(path: string, text: string | Buffer, headers?: Record<string, string>): void;
  setTime(time: string): void;
  setOnline(isOnline: boolean): Promise<void>;
  follow(path: string, more?: Partial<Parameters<Client['feeds.subscribe']>[0]>): Promise<Feed>;
  refresh(...ids: string[]): Promise<FeedPass | null>;
  items(scope?: Parameters<Client['feeds.items']>[0]['scope']): Promise<FeedItem[]>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function openFeedDesk(): Promise<FeedDesk> {
  const scratch = mkdtempSync(join(tmpdir(), 'lectern-feeds-'));
  const data = join(scratch, 'data');
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];
  const server = await startLoopback((request, response) => {
    const path = request.url ?? '';
    response.on('finish', () => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      asked.push({ path, etag, since, status: response.statusCode });
    });
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  let time = '2026-11-27T08:00:00.000Z';
  const open = (): Core =>
    createCore({
      collectionDirectory: join(scratch, 'no-collection'),
      dataDirectory: data,
      version: '1',
      isBrief: true,
      now: () => new Date(time),
      allowPrivate: true,
      report: (method, error) => {
        // Of the collection, which there is not.
        if (!(error instanceof AppError)) throw new Error(method, { cause: error });
      },
    });
  const core = open();
  const desk: FeedDesk = {
    origin: server.origin,
    data,
    asked,
    core,
    client: createClient(core.dispatch),
    serve: (path, answer) => answers.set(path, answer),
    serveText: (path, text, headers = {}) => {
      answers.set(path, (_, response) => {
        response.writeHead(200, { 'content-type': 'application/xml', ...headers }).end(text);
      });
    },
    setTime: (next) => {
      time = next;
    },
    setOnline: async (isOnline) => {
      await desk.client['settings.set']({ network: isOnline ? 'online' : 'off' });
    },
    follow: async (path, more = {}) => {
      const { id } = await desk.client['feeds.subscribe']({ url: `${server.origin}${path}`, ...more });
      await desk.core.settleFeeds();
      return feedOf(desk, id);
    },
    refresh: async (...ids) => {
      await desk.client['feeds.refresh'](ids.length === 0 ? {} : { ids });
      return desk.core.settleFeeds();
    },
    items: async (scope = {}) => (await desk.client['feeds.items']({ scope, offset: 0, limit: 500 })).items,
    reopen: async () => {
      await desk.core.close();
      desk.core = open();
      desk.client = createClient(desk.core.dispatch);
    },
    close: async () => {
      await desk.core.close();
      await server.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
  return desk;
}

export async function feedOf({ client }: FeedDesk, id: string): Promise<Feed> {
  const feed = (await client['feeds.list']({})).items.find((one) => one.id === id);
  if (feed === undefined) throw new Error(`${id} is not followed`);
  return feed;
}

export interface MadeItem {
  readonly guid: string;
  readonly title?: string;
  readonly text?: string;
  readonly link?: string;
  readonly date?: string;
  readonly category?: string;
}

/** RSS 2.0, with a text for each item that tells it from all others. */
export function rss(items: readonly MadeItem[], channel = ''): string {
  const written = items.map(
    ({ guid, title = `Title ${guid}`, text = words(guid), link = `https://blog.example/${guid}`, date, category }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>${link}</link>` +
      (date === undefined ? '' : `<pubDate>${date}</pubDate>`) +
      (category === undefined ? '' : `<category>${category}</category>`) +
      `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`,
  );
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">' +
    `<channel><title>A blog</title><link>https://blog.example/</link>${channel}${written.join('')}</channel></rss>`
  );
}

export function words(name: string, count = 60): string {
  return Array.from({ length: count }, (_, at) => `${name}word${at}`).join(' ');
}
