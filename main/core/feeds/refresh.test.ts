import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedOf, openFeedDesk, rss, type FeedDesk } from './test-helpers/feed-desk.ts';

let desk: FeedDesk;

beforeEach(async () => {
  desk = await openFeedDesk();
});
afterEach(async () => {
  await desk.close();
});

describe('a refresh', () => {
  it('sends back what the feed said of itself, and takes nothing of an answer that says "unchanged"', async () => {
    const lastModified = 'Fri, 27 Nov 2026 07:00:00 GMT';
    desk.serve('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': lastModified }).end(rss([{ guid: 'one' }]));
    });
    const { id } = await desk.follow('/feed');
    expect(await desk.refresh(id)).toEqual({ done: 1, total: 1, failed: 0, fresh: 0 });
    expect(desk.asked).toEqual([
      { path: '/feed', etag: undefined, since: undefined, status: 200 },
      { path: '/feed', etag: '"v1"', since: lastModified, status: 304 },
    ]);
    expect(await desk.items()).toHaveLength(1);
  });

  it('asks nobody at all while the network is off', async () => {
    await desk.setOnline(false);
    desk.serveText('/feed', rss([]));
    const { id } = await desk.client['feeds.subscribe']({ url: `${desk.origin}/feed` });
    await expect(desk.client['feeds.refresh']({})).rejects.toMatchObject({ code: 'unreachable' });
    expect([desk.asked, (await feedOf(desk, id)).failures]).toEqual([[], 0]);
  });

  it('leaves a site alone for as long as it asks, and says what is wrong and since when', async () => {
    desk.serve('/busy', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    const { id } = await desk.follow('/busy');
    const feed = await feedOf(desk, id);
    expect(feed).toMatchObject({ failures: 1, failingSince: '2026-11-27T08:00:00.000Z' });
    expect(feed.failure).toContain('429');
    expect(Date.parse(feed.dueAt)).toBeGreaterThanOrEqual(Date.parse('2026-11-27T10:00:00.000Z'));
  });

  it('heeds ttl, skipped hours and max-age', async () => {
    const head = '<ttl>120</ttl><skipHours><hour>10</hour><hour>11</hour></skipHours>';
    desk.serveText('/slow', rss([{ guid: 'a' }], head));
    desk.serveText('/fresh', rss([{ guid: 'b' }]), { 'cache-control': 'public, max-age=18000' });
    expect((await desk.follow('/slow')).dueAt).toBe('2026-11-27T12:00:00.000Z');
    expect((await desk.follow('/fresh')).dueAt).toBe('2026-11-27T13:00:00.000Z');
  });

  it('waits longer after each failure, and forgets them with the first success', async () => {
    const { id } = await desk.follow('/missing');
    const waits = [];
    for (let failure = 1; failure <= 8; failure += 1) {
      const { dueAt, failures } = await feedOf(desk, id);
      expect(failures).toBe(failure);
      waits.push(Math.round((Date.parse(dueAt) - Date.parse('2026-11-27T08:00:00.000Z')) / 60_000));
      await desk.refresh(id);
    }
    expect(waits[0]).toBeGreaterThanOrEqual(60);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(1440 * 1.1);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(1440);
    desk.serveText('/missing', rss([{ guid: 'one' }]));
    await desk.refresh(id);
    expect(await feedOf(desk, id)).toMatchObject({ failures: 0, failure: null, failingSince: null, items: 1 });
  });

  it('follows a feed that moved for good once that is said a second time', async () => {
    desk.serve('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
    desk.serveText('/new', rss([{ guid: 'one' }]));
    const { id, url } = await desk.follow('/old');
    expect([url, await desk.items()]).toMatchObject([`${desk.origin}/old`, [{ title: 'Title one' }]]);
    await desk.refresh(id);
    expect((await feedOf(desk, id)).url).toBe(`${desk.origin}/new`);
    expect(await desk.items()).toHaveLength(1);
  });

  it('stays where it is for a redirect that is not for good', async () => {
    desk.serve('/old', (_, response) => response.writeHead(302, { location: '/new' }).end());
    desk.serveText('/new', rss([{ guid: 'one' }]));
    const { id } = await desk.follow('/old');
    await desk.refresh(id);
    expect((await feedOf(desk, id)).url).toBe(`${desk.origin}/old`);
  });

  it('does not ask a feed again that is gone', async () => {
    desk.serve('/gone', (_, response) => response.writeHead(410).end());
    const { id } = await desk.follow('/gone');
    expect(await feedOf(desk, id)).toMatchObject({ state: 'gone', failures: 1 });
    await desk.refresh();
    expect(desk.asked).toHaveLength(1);
  });

  it('takes what stands before the place where a feed breaks off, and the rest when it is whole', async () => {
    const whole = rss([{ guid: 'one' }, { guid: 'two' }, { guid: 'three' }]);
    desk.serveText('/feed', whole.slice(0, whole.indexOf('three')));
    const { id } = await desk.follow('/feed');
    expect((await desk.items()).map(({ title }) => title)).toEqual(['Title one', 'Title two']);
    desk.serveText('/feed', whole);
    await desk.refresh(id);
    expect(await desk.items()).toHaveLength(3);
  });

  it('is a failure where there is a page and no feed', async () => {
    desk.serve('/page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'));
    const { failure, failures } = await desk.follow('/page');
    expect([failures, failure === null]).toEqual([1, false]);
  });

  it('ended by the reader goes no further, and the next one takes the rest', async () => {
    for (let feed = 0; feed < 12; feed += 1) desk.serveText(`/f${feed}`, rss([{ guid: `g${feed}` }]));
    await desk.setOnline(false);
    for (let feed = 0; feed < 12; feed += 1) await desk.client['feeds.subscribe']({ url: `${desk.origin}/f${feed}` });
    await desk.setOnline(true);
    await desk.client['feeds.refresh']({});
    await desk.client['feeds.cancelRefresh']({});
    await desk.core.settleFeeds();
    expect((await desk.items()).length).toBeLessThan(12);
    await desk.refresh();
    expect(await desk.items()).toHaveLength(12);
  }, 60_000);

  it('killed in the middle loses nothing and doubles nothing', async () => {
    const items = Array.from({ length: 300 }, (_, at) => ({ guid: `item${at}` }));
    desk.serveText('/feed', rss(items), { etag: '"all"' });
    await desk.core.close();
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('test-helpers/refresh-and-wait.ts', import.meta.url)),
      desk.data,
      `${desk.origin}/feed`,
    ]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await desk.reopen();
    const [feed] = (await desk.client['feeds.list']({})).items;
    const some = (await desk.items()).length;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(300);
    await desk.refresh(feed?.id ?? '');
    expect(new Set((await desk.items()).map(({ title }) => title)).size).toBe(300);
    expect(await desk.items()).toHaveLength(300);
    expect(desk.asked.at(-1)).toMatchObject({ etag: undefined });
  }, 60_000);
});
