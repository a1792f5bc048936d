/**
 * Sites that do what sites do, on this machine: many hosts behind one server, and of each page a path that says how it
 * behaves. What a page does the first time it need not do again.
 */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makePng } from '../../importers/test-helpers/small-png.ts';
import type { LinkState } from '../../../contract/link-entities.ts';
import { startLoopback } from '../../network/test-helpers/loopback-server.ts';

interface Mood {
  /** How the link ends, and how often the page is asked for until then. */
  readonly ends: LinkState;
  readonly asked: number;
  readonly pictures: number;
  answer(page: Page): void;
}

interface Page {
  readonly number: number;
  /** From 1. */
  readonly time: number;
  readonly response: ServerResponse;
  readonly now: () => number;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

function article({ number }: Page): string {
  const words = Array.from({ length: 30 }, (_, index) => `word${number}x${index}`).join(' ');
  const paragraphs = `<p>${words}.</p>`.repeat(4);
  return `<!doctype html><html lang="en"><title>Page ${number}</title><article><h1>Page ${number}</h1>${paragraphs}
    <p><img src="/picture/${number}.png" alt="A picture" width="60"></p></article></html>`;
}

function send(page: Page): void {
  page.response.writeHead(200, html).end(article(page));
}

const kept = { ends: 'kept', asked: 1, pictures: 1 } as const;

export const moods: Readonly<Record<string, Mood>> = {
  good: { ...kept, answer: send },
  slow: { ...kept, answer: (page) => setTimeout(send, 20, page) },
  moved: { ...kept, answer: ({ response, number }) => response.writeHead(301, { location: `/good/${number}` }).end() },
  'says-picture': {
    ...kept,
    answer: (page) => page.response.writeHead(200, { 'content-type': 'image/png' }).end(article(page)),
  },
  'is-picture': {
    ...kept,
    pictures: 0,
    answer: ({ response, number }) => response.writeHead(200, html).end(pictureOf(number)),
  },
  'is-archive': {
    ...{ ends: 'failed', asked: 1, pictures: 0 },
    answer: ({ response }) => response.writeHead(200, html).end(gzipSync('an archive')),
  },
  'breaks-off': {
    ...{ ...kept, asked: 2 },
    answer: (page) => {
      if (page.time > 1) send(page);
      else
        page.response
          .writeHead(200, { ...html, 'content-length': '9999' })
          .write('<p>half', () => page.response.destroy());
    },
  },
  'wants-less': {
    ...{ ...kept, asked: 2 },
    answer: (page) => {
      if (page.time > 1) send(page);
      else page.response.writeHead(429, { 'retry-after': '90' }).end('slow down');
    },
  },
  'is-busy': {
    ...{ ...kept, asked: 2 },
    answer: (page) => {
      const until = new Date(page.now() + 120_000).toUTCString();
      if (page.time > 1) send(page);
      else page.response.writeHead(503, { 'retry-after': until }).end('closed');
    },
  },
  fails: { ends: 'failed', asked: 6, pictures: 0, answer: ({ response }) => response.writeHead(500).end('oh') },
  missing: { ends: 'failed', asked: 1, pictures: 0, answer: ({ response }) => response.writeHead(404, html).end('no') },
  gone: { ends: 'failed', asked: 1, pictures: 0, answer: ({ response }) => response.writeHead(410).end() },
  empty: { ends: 'failed', asked: 1, pictures: 0, answer: ({ response }) => response.writeHead(200, html).end() },
  loops: {
    ...{ ends: 'refused', asked: 1, pictures: 0 },
    answer: ({ response, number }) => response.writeHead(302, { location: `/loops/${number}` }).end(),
  },
  bomb: {
    ...{ ends: 'refused', asked: 1, pictures: 0 },
    answer: ({ response }) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
  },
  forbidden: { ends: 'refused', asked: 0, pictures: 0, answer: ({ response }) => response.end('not for robots') },
};

const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));

/** Most pages are good; a bomb is rare, since it takes long to find out. */
export function moodOf(number: number): string {
  if (number % 250 === 17) return 'bomb';
  const names = Object.keys(moods).filter((name) => name !== 'bomb');
  return number % 2 === 0 ? 'good' : (names[Math.floor(number / 2) % names.length] ?? 'good');
}

export interface MoodySites {
  addressOf(number: number): string;
  /** `host/path`, in the order that they were asked for. */
  readonly log: readonly string[];
  /** Leads every name to this machine. */
  readonly lookup: LookupFunction;
  close(): Promise<void>;
}

export async function startMoodySites(hosts: number, now: () => number): Promise<MoodySites> {
  const times = new Map<string, number>();
  const log: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    const key = `${(request.headers.host ?? '').split('.')[0] ?? ''}${path}`;
    log.push(key);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    const [, mood = '', name = ''] = path.split('/');
    const number = parseInt(name, 10);
    if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /forbidden/');
    else if (mood === 'picture') response.writeHead(200, { 'content-type': 'image/png' }).end(pictureOf(number));
    else moods[mood]?.answer({ number, time, response, now });
  };
  const server = await startLoopback(answer);
  const { port } = new URL(server.origin);
  return {
    addressOf: (number) => `http://h${number % hosts}.test:${port}/${moodOf(number)}/${number}`,
    log,
    lookup: (_host, options, done) => {
      lookup('127.0.0.1', options, done);
    },
    close: server.close,
  };
}

/** No two alike. */
function pictureOf(number: number): Buffer {
  return makePng(60 + Math.floor(number / 256), 40, number % 256);
}
