import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLectern } from './run-lectern.ts';
import { fakeTerminal, makeScratch, sourcePlaces, type Scratch } from './test-helpers/scratch.ts';

let scratch: Scratch;
let server: Server;
let origin: string;

const rss = `<rss version="2.0"><channel><title>A blog</title><item><guid>1</guid><title>News of the snail</title>
  <link>https://blog.example/1</link><description>A snail went by, slowly.</description></item></channel></rss>`;
const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">';

beforeAll(async () => {
  scratch = await makeScratch();
  server = createServer(({ url }, response) => {
    if (url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss);
    else if (url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
});
afterAll(() => {
  server.close();
  scratch.remove();
});

async function lectern(...args: string[]) {
  const terminal = fakeTerminal({ LECTERN_DATA: scratch.path('data') });
  const code = await runLectern(args, { ...sourcePlaces, collectionDirectory: scratch.collection }, terminal);
  return { code, ...terminal.printed };
}

describe('lectern feeds', () => {
  it('follows what a page names, finds its articles, and lets it go again', async () => {
    expect(await lectern('feeds')).toMatchObject({
      code: 0,
      out: expect.stringContaining('No feed is followed') as string,
    });
    expect(await lectern('feeds', 'add', origin)).toMatchObject({ code: 1, out: '' });
    const added = await lectern('feeds', 'add', origin, '--private', '--folder', 'News');
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain(`A blog\n  ${origin}/feed\n  News, 1 unread, id `);
    expect((await lectern('search', 'snail in:feeds')).out).toContain('News of the snail');
    expect(await lectern('feeds', 'refresh')).toMatchObject({ code: 0, out: '0 new articles from 1 feeds.\n' });
    expect((await lectern('feeds', 'remove', `${origin}/feed`)).out).toContain('1 of its articles went to the trash');
    expect(await lectern('feeds', 'remove', 'nothing')).toMatchObject({ code: 1 });
  });

  it('takes subscriptions in and gives them out', async () => {
    const list = scratch.path('in.opml');
    writeFileSync(list, '<opml><body><outline text="Far" xmlUrl="https://far.example/feed"/></body></opml>');
    expect((await lectern('feeds', 'import', list)).out).toBe('1 feeds are followed now, 0 were before.\n');
    const out = scratch.path('out.opml');
    expect(await lectern('feeds', 'export', '--out', out)).toMatchObject({ code: 0, out: '', err: '' });
    expect(readFileSync(out, 'utf8')).toContain('xmlUrl="https://far.example/feed"');
    expect(await lectern('feeds', 'paint')).toMatchObject({ code: 2 });
  });
});
