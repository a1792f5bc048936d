import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedItem } from '../../contract/feed-entities.ts';
import { openFeedDesk, rss, words, type FeedDesk } from './test-helpers/feed-desk.ts';

let desk: FeedDesk;

beforeEach(async () => {
  desk = await openFeedDesk();
});
afterEach(async () => {
  await desk.close();
});

const html = { 'content-type': 'text/html' };
const pageOf = (name: string, count = 200) =>
  `<!doctype html><title>${name} - The site</title><main><article><h1>${name}</h1><p>${words(name, count)}</p></article></main>`;
const teasers = (...names: string[]) =>
  rss(names.map((name) => ({ guid: name, text: words(`teaser${name}`, 12), link: `${desk.origin}/${name}` })));
const servePages = (...names: string[]) => {
  for (const name of names) desk.serveText(`/${name}`, pageOf(name), html);
};
const pathsAsked = () => desk.asked.map(({ path }) => path).filter((path) => !['/feed', '/robots.txt'].includes(path));
const textOf = async ({ articleId }: FeedItem) => (await desk.client['articles.get']({ id: articleId ?? '' })).html;
const settled = async (): Promise<FeedItem[]> =>
  vi.waitFor(
    async () => {
      const items = await desk.items();
      const open = items.filter(({ page }) => ['queued', 'fetching'].includes(page?.state ?? ''));
      expect(open).toEqual([]);
      return items;
    },
    { timeout: 30_000, interval: 50 },
  );
const followFully = async (): Promise<string> => {
  const { id } = await desk.follow('/feed');
  await desk.client['feeds.edit']({ id, fullPages: true });
  return id;
};

describe('the full page of what a feed brings', () => {
  it('is asked for by nobody unless the reader says so', async () => {
    servePages('one');
    desk.serveText('/feed', teasers('one'));
    expect(await desk.follow('/feed')).toMatchObject({ fullPages: false });
    await desk.refresh();
    expect([await settled(), pathsAsked()]).toMatchObject([[{ page: null }], []]);
  });

  it('takes the place of the teaser, waits in the feed as that did, and stays when the teaser changes', async () => {
    servePages('one', 'two');
    desk.serveText('/feed', teasers('one'));
    const id = await followFully();
    desk.serveText('/feed', teasers('two', 'one'));
    await desk.refresh(id);
    const items = await settled();
    const shown = { shows: 'page', state: 'kept', message: '' };
    expect(items).toMatchObject([
      { title: 'Title two', isKept: false, page: shown },
      { title: 'Title one', isKept: false, page: shown },
    ]);
    expect(await Promise.all(items.map(textOf))).toEqual([
      expect.stringContaining('twoword199'),
      expect.stringContaining('oneword199'),
    ]);
    const { client } = desk;
    const lists = [
      (await client['articles.list']({ source: 'library' })).total,
      (await client['links.list']({})).total,
      Object.values((await client['links.status']({})).counts).reduce((sum, count) => sum + count, 0),
    ];
    expect(lists).toEqual([0, 0, 0]);

    desk.serveText('/feed', rss([{ guid: 'one', text: words('other', 14), link: `${desk.origin}/one` }]));
    await desk.refresh(id);
    const one = (await desk.items()).find(({ title }) => title === 'Title one');
    expect(one?.page).toEqual(shown);
    expect(one && (await textOf(one))).toContain('oneword199');
    expect(pathsAsked()).toEqual(['/one', '/two']);
    desk.serveText('/feed', rss([{ guid: 'one', text: words('all', 300), link: `${desk.origin}/one` }]));
    await desk.refresh(id);
    const whole = (await desk.items()).find(({ title }) => title === 'Title one');
    expect(whole?.page?.shows).toBe('feed');
    expect(whole && (await textOf(whole))).toContain('allword299');
  }, 60_000);

  it('leaves the teaser where it fails, is shorter, or is not for robots, and says why', async () => {
    desk.serveText('/robots.txt', 'User-agent: *\nDisallow: /forbidden', { 'content-type': 'text/plain' });
    for (const path of ['/short', '/summary']) desk.serveText(path, pageOf('short', 5), html);
    servePages('forbidden');
    const summary = `<item><guid>s</guid><title>Title summary</title><link>${desk.origin}/summary</link><description>${words('teaser', 12)}</description></item>`;
    desk.serveText('/feed', teasers('missing', 'short', 'forbidden').replace('</channel>', `${summary}</channel>`));
    await followFully();
    const items = await settled();
    const pages = new Map(items.map(({ title, page }) => [title, page]));
    expect(pages.get('Title missing')).toEqual({
      shows: 'feed',
      state: 'failed',
      message: 'It is not there any more (404).',
    });
    expect(pages.get('Title short')).toMatchObject({ shows: 'feed', state: 'failed' });
    expect(pages.get('Title short')?.message).toMatch(/less text than the feed gave: \d+ words, and 12 from the feed/);
    expect(pages.get('Title forbidden')).toMatchObject({ shows: 'feed', state: 'refused' });
    expect(pages.get('Title summary')).toEqual(pages.get('Title short'));
    expect(pathsAsked().sort()).toEqual(['/missing', '/short', '/summary']);
    for (const item of items) expect(`${item.standfirst} ${await textOf(item)}`).toContain('teaser');
  }, 60_000);

  it('is left alone with its whole site for as long as that asks, and the teaser stays', async () => {
    desk.serve('/busy', (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    servePages('next');
    desk.serveText('/feed', teasers('busy', 'next'));
    await desk.follow('/feed');
    for (const { articleId } of await desk.items()) {
      await desk.client['feeds.fetchPage']({ article: articleId ?? '' });
      await settled();
    }
    const items = await desk.items();
    const later = { page: { shows: 'feed', state: 'waiting' } };
    expect(items).toMatchObject([later, later]);
    for (const item of items) expect(await textOf(item)).toContain('teaser');
    const link = (await desk.client['links.get']({ id: items[0]?.articleId ?? '' })).link;
    expect(Date.parse(link?.at ?? '')).toBeGreaterThan(Date.now() + 7_000_000);
    expect(pathsAsked()).toEqual(['/busy']);
  }, 60_000);

  it('is fetched for one item at a time when the reader asks, and for none where all lead to one page', async () => {
    servePages('one', 'two', 'home');
    desk.serveText('/feed', teasers('one', 'two'));
    await desk.follow('/feed');
    const [one] = await desk.items();
    const { page } = await desk.client['feeds.fetchPage']({ article: one?.articleId ?? '' });
    expect(page).toMatchObject({ shows: 'feed', isOffered: true });
    expect(await settled()).toMatchObject([{ isKept: false, page: { shows: 'page' } }, { page: null }]);
    expect(desk.asked.map(({ path }) => path)).toEqual(['/feed', '/one']);

    const link = `${desk.origin}/home`;
    desk.serveText('/radio', rss(['a', 'b'].map((guid) => ({ guid, link }))));
    const radio = await desk.follow('/radio');
    await desk.client['feeds.edit']({ id: radio.id, fullPages: true });
    const [a] = await desk.items({ feed: radio.id });
    const article = a?.articleId ?? '';
    expect((await desk.client['feeds.page']({ article })).page).toMatchObject({ isOffered: false, state: null });
    await expect(desk.client['feeds.fetchPage']({ article })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(pathsAsked()).not.toContain('/home');
  }, 60_000);

  it('is asked of a site one after the other, whoever asks', async () => {
    const names = ['one', 'two', 'three', 'four'];
    let open = 0;
    let mostOpen = 0;
    for (const name of names)
      desk.serve(`/${name}`, (_, response) => {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        setTimeout(() => {
          open -= 1;
          response.writeHead(200, html).end(pageOf(name));
        }, 50);
      });
    desk.serveText('/feed', teasers(...names));
    await desk.follow('/feed');
    for (const { articleId } of await desk.items()) await desk.client['feeds.fetchPage']({ article: articleId ?? '' });
    expect((await settled()).map(({ page }) => page?.shows)).toEqual(names.map(() => 'page'));
    expect(mostOpen).toBe(1);
  }, 60_000);

  it('waits while the network is off, and is not fetched once the setting is off again', async () => {
    servePages('one');
    desk.serveText('/feed', teasers('one'));
    const { id } = await desk.follow('/feed');
    await desk.setOnline(false);
    await desk.client['feeds.edit']({ id, fullPages: true });
    expect(await desk.items()).toMatchObject([{ page: { shows: 'feed', state: 'queued' } }]);
    await desk.client['feeds.edit']({ id, fullPages: false });
    await desk.setOnline(true);
    await desk.client['network.online']({});
    expect([await desk.items(), pathsAsked()]).toMatchObject([[{ page: { shows: 'feed', state: null } }], []]);
  });

  it('comes after all when Lectern was killed while it was fetched, and what had come is not asked for again', async () => {
    servePages('one', 'two', 'three');
    const held = Promise.withResolvers<undefined>();
    desk.serve('/two', () => {
      held.resolve(undefined);
    });
    desk.serveText('/feed', teasers('one', 'two', 'three'));
    const { id } = await desk.follow('/feed');
    await desk.setOnline(false);
    await desk.client['feeds.edit']({ id, fullPages: true });
    await desk.core.close();
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('test-helpers/fetch-pages.ts', import.meta.url)),
      desk.data,
    ]);
    await held.promise;
    child.kill('SIGKILL');
    await once(child, 'exit');
    servePages('two');
    await desk.reopen();
    const before = (await desk.items()).filter(({ page }) => page?.shows === 'page').map(({ title }) => title);
    const asked = pathsAsked().length;
    await desk.client['network.online']({});
    expect((await settled()).map(({ page }) => page?.shows)).toEqual(['page', 'page', 'page']);
    expect(pathsAsked().length - asked).toBe(3 - before.length);
  }, 60_000);
});
