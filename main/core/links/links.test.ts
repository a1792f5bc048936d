import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LinkState } from '../../contract/link-entities.ts';
import { createEventSource } from '../event-source.ts';
import { openAssetFiles } from '../library/asset-files.ts';
import { createLibrary, type Library } from '../library/library.ts';
import { createNetwork } from '../network/network.ts';
import type { Network } from '../network/network-port.ts';
import { createHops } from '../network/one-hop.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { fakeClock, type FakeClock } from '../test-helpers/fake-clock.ts';
import { createLinks, type Links } from './links.ts';
import { moodOf, moods, startMoodySites, type MoodySites } from './test-helpers/moody-site.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Desk {
  readonly sites: MoodySites;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly library: Library;
  readonly links: Links;
  setOffline(isOffline: boolean): void;
  /** Until nothing is under way and nothing waits. `onWait` comes before the clock goes on to the next attempt. */
  settle(onWait?: () => void): Promise<void>;
}

async function openDesk(hosts = 1): Promise<Desk> {
  const clock = fakeClock(Date.parse('2026-11-27T08:00:00Z'));
  const sites = await startMoodySites(hosts, () => clock.now());
  const directory = mkdtempSync(join(tmpdir(), 'lectern-links-'));
  const now = () => new Date(clock.now());
  const store = openSqliteStore({ directory, now });
  const assets = openAssetFiles(directory);
  const library = createLibrary({
    store: store.library,
    assets,
    events: createEventSource(),
    now,
    isStory: () => false,
  });
  let isOffline = false;
  const network = createNetwork({
    version: '1',
    isOn: () => store.settings().network === 'online',
    allowPrivate: false,
    pace: { perHost: 2, overall: 12, robotPauseMs: 0 },
    clock,
    hops: createHops(sites.lookup),
    isConnected: () => true,
  });
  const switched: Network = {
    ...network,
    fetch: async (request) =>
      isOffline
        ? { kind: 'failed', reason: 'offline', message: 'There is no network.', url: request.url, isRetryable: true }
        : network.fetch(request),
  };
  const faults: unknown[] = [];
  let tell = (): void => undefined;
  const links = createLinks({
    ...{ store, library, assets, network: switched, clock, chance: () => 0.5 },
    pageEntry: new URL('../importing/page-process.ts', import.meta.url),
    changed: () => {
      tell();
    },
    report: (error) => faults.push(error),
  });
  closing.push(
    () => sites.close(),
    () => {
      rmSync(directory, { recursive: true });
    },
    () => {
      store.close();
    },
    () => links.close(),
  );
  const settle = async (onWait: () => void = () => undefined): Promise<void> => {
    for (;;) {
      expect(faults).toEqual([]);
      if (store.links.list(['fetching'], 1, 0).length > 0) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
        continue;
      }
      if (!store.links.hasOpen()) return;
      onWait();
      const next = clock.untilNext();
      if (next === null) throw new Error('nothing would ever go on');
      clock.advance(next);
    }
  };
  return {
    ...{ sites, clock, store, library, links, settle },
    setOffline: (value) => {
      isOffline = value;
    },
  };
}

const plain = { title: '', tags: [], shelf: [], fetch: true, allowPrivate: false };
/** Numbers of pages, by their mood, on a desk of one host. */
const pageOf = (mood: string) =>
  Array.from({ length: 200 }, (_, number) => number).find((one) => moodOf(one) === mood) ?? 0;

describe('links', () => {
  it('keeps a link at once and its page and pictures when they have come', async () => {
    const { links, library, sites, settle } = await openDesk();
    const saved = links.save({ ...plain, url: sites.addressOf(0), tags: ['later'], shelf: ['Sea', 'Tides'] });
    expect(saved).toMatchObject({ there: false, isLink: true, link: { state: 'fetching' } });
    expect(library.article(saved.articleId)).toMatchObject({ hasContent: false, state: 'inbox' });
    await settle();
    const article = library.article(saved.articleId);
    expect(article).toMatchObject({ title: 'Page 0', hasContent: true, imagesWanted: 1, imagesKept: 1 });
    expect(library.body(article).html).toMatch(/<img src="\/assets\/[0-9a-f]{32}\.png"/);
    expect(library.rows.belongings(article)).toMatchObject({ tags: ['later'], shelves: [['Sea', 'Tides']] });
    expect(links.get(saved.articleId)).toMatchObject({ state: 'kept', message: '' });
    expect(links.save({ ...plain, url: `${sites.addressOf(0)}?utm_source=x` })).toMatchObject({
      there: true,
      isLink: false,
    });
    expect(sites.log).toEqual(['h0/good/0', 'h0/picture/0.png']);
  });

  it('refuses what is no address of the web, and takes one without its scheme', async () => {
    const { links } = await openDesk();
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'words', 'http://', 'mailto:a@b.org'])
      expect(() => links.save({ ...plain, url, fetch: false })).toThrow(/no address/);
    expect(links.save({ ...plain, url: ' example.org/a ', fetch: false }).title).toBe('https://example.org/a');
  });

  it('waits out a time without network and goes on by itself, the page that had come not asked for again', async () => {
    const { links, sites, settle, setOffline } = await openDesk();
    setOffline(true);
    const { articleId } = links.save({ ...plain, url: sites.addressOf(0) });
    let waits = 0;
    await settle(() => {
      expect(links.status()).toMatchObject({ network: 'offline', counts: { queued: 1 } });
      waits += 1;
      if (waits === 3) setOffline(false);
    });
    expect(links.get(articleId)?.state).toBe('kept');
    expect(links.status()).toMatchObject({ network: 'online', wakesAt: null });
    expect(sites.log).toEqual(['h0/good/0', 'h0/picture/0.png']);
  });

  it('asks for nothing while it is paused or the network is switched off, and goes on afterwards', async () => {
    const { links, store, sites, settle } = await openDesk();
    store.setSettings({ network: 'off' });
    const { articleId } = links.save({ ...plain, url: sites.addressOf(0) });
    expect(links.status()).toMatchObject({ network: 'off', counts: { queued: 1 } });
    store.setSettings({ network: 'online', linksPaused: true });
    links.wake();
    await new Promise(setImmediate);
    expect(sites.log).toEqual([]);
    store.setSettings({ linksPaused: false });
    links.wake();
    await settle();
    expect(links.get(articleId)?.state).toBe('kept');
  });

  it('fetches again on demand, keeps the older text, and lets nothing come back from the trash', async () => {
    const { links, library, sites, settle } = await openDesk();
    const { articleId } = links.save({ ...plain, url: sites.addressOf(0) });
    await settle();
    links.fetchAgain([articleId]);
    await settle();
    expect(sites.log.filter((path) => path === 'h0/good/0')).toHaveLength(2);
    links.fetchAgain([articleId]);
    library.moveToTrash([articleId]);
    await settle();
    expect(library.article(articleId).deletedAt).not.toBeNull();
    expect(links.get(articleId)?.state).toMatch(/kept|refused/);
  });

  it('completes the pictures of an article without asking again for what is there', async () => {
    const { links, library, store, sites, settle } = await openDesk();
    const { articleId } = links.save({ ...plain, url: sites.addressOf(0) });
    await settle();
    const article = library.article(articleId);
    const body = library.body(article);
    // As if the picture had not come.
    store.library.write((writer) => {
      writer.setBody(article.key, { ...body, html: (body.html ?? '').replace(/src="[^"]*" /, '') }, null);
      writer.update({ ...article, imagesKept: 0 });
    });
    const picture = store.links.parts(articleId).find(({ role }) => role === 'picture');
    if (picture === undefined) throw new Error('the picture was a part');
    store.links.putPart(articleId, { ...picture, asset: null });
    expect(links.completePictures([articleId])).toBe(1);
    await settle();
    expect(library.article(articleId)).toMatchObject({ imagesWanted: 1, imagesKept: 1 });
    expect(library.body(library.article(articleId)).html).toBe(body.html);
    expect(sites.log).toEqual(['h0/good/0', 'h0/picture/0.png', 'h0/picture/0.png']);
  });

  it('leaves the rules for robots to robots: what a person saves by hand is fetched', async () => {
    const { links, sites, settle } = await openDesk();
    const number = pageOf('forbidden');
    const { articleId } = links.save({ ...plain, url: sites.addressOf(number), fetch: false });
    expect(links.status().missing).toBe(1);
    expect(links.fetchMissing(null)).toBe(1);
    await settle();
    expect(links.get(articleId)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('programs') as string,
    });
    expect(links.status().missing).toBe(0);
    expect(links.retry([articleId])).toBe(1);
    await settle();
    expect(sites.log).toEqual(['h0/robots.txt']);
    links.fetchAgain([articleId]);
    await settle();
    expect(links.get(articleId)?.state).toBe('kept');
  });

  // 10,000 take minutes: LECTERN_LINKS=10000 vitest run main/core/links/links.test.ts
  const many = Number(process.env['LECTERN_LINKS'] ?? 300);
  it(`brings ${many} links to exactly one end each, and asks for nothing twice without need`, async () => {
    const { links, library, store, sites, settle, setOffline } = await openDesk(20);
    const ids: string[] = [];
    store.links.within(() => {
      for (let number = 0; number < many; number += 1)
        ids.push(links.save({ ...plain, url: sites.addressOf(number), fetch: false }).articleId);
    });
    expect(links.fetchMissing(null)).toBe(many);
    let waits = 0;
    const timer = setInterval(() => {
      setOffline(true);
    }, 300);
    await settle(() => {
      waits += 1;
      if (waits % 2 === 0) setOffline(false);
    });
    clearInterval(timer);

    const wrong: string[] = [];
    const expected: Record<LinkState, number> = { queued: 0, fetching: 0, waiting: 0, kept: 0, failed: 0, refused: 0 };
    const asked = Map.groupBy(sites.log, (path) => path);
    for (const [number, id] of ids.entries()) {
      const name = moodOf(number);
      const mood = moods[name];
      if (mood === undefined) throw new Error(`no mood ${name}`);
      expected[mood.ends] += 1;
      const { hasContent, imagesWanted, imagesKept } = library.article(id);
      const state = links.get(id)?.state;
      const times = asked.get(`h${number % 20}/${name}/${number}`)?.length ?? 0;
      const pictures = asked.get(`h${number % 20}/picture/${number}.png`)?.length ?? 0;
      const isRight =
        state === mood.ends &&
        hasContent === (state === 'kept') &&
        imagesKept === imagesWanted &&
        times === mood.asked &&
        pictures === mood.pictures;
      if (!isRight)
        wrong.push(`${name}/${number}: ${state}, asked ${times}, pictures ${pictures}, ${imagesKept}/${imagesWanted}`);
    }
    expect(wrong).toEqual([]);
    expect(links.status().counts).toEqual(expected);
    expect(Math.max(...[...asked].flatMap(([path, times]) => (path.endsWith('robots.txt') ? times.length : [])))).toBe(
      1,
    );
    expect(waits).toBeGreaterThan(2);
  }, 600_000);
});
