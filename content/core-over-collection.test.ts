/** The core over the collection that we ship: what a window asks, and what it gets. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../main/contract/client.ts';
import type { EventMessage } from '../main/contract/events.ts';
import { createCore, type Core } from '../main/core/core.ts';
import { compileCollection } from './compiler/compile-collection.ts';

/** Where Debian's package puts it; its command needs a registered Java loader, so the archive is run by name. */
const epubcheck = '/usr/share/java/epubcheck.jar';

let scratch: string;
let bundle: string;
let dataDirectory: string;
let time: Date;
let core: Core;
let client: Client;
let events: EventMessage[];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'lectern-core-'));
  bundle = join(scratch, 'bundle');
  const result = await compileCollection(join(import.meta.dirname, 'the-patch'), bundle);
  expect(result).toMatchObject({ ok: true });
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

beforeEach(() => {
  dataDirectory = mkdtempSync(join(scratch, 'data-'));
  time = new Date('2026-11-23T08:00:00Z');
  open(bundle);
});

afterEach(async () => {
  await core.close();
});

function open(collectionDirectory: string): void {
  const bugs: unknown[] = [];
  core = createCore({
    collectionDirectory,
    dataDirectory,
    version: '0.0.0',
    now: () => time,
    report: (method, error) => bugs.push([method, error]),
  });
  events = [];
  core.onEvent((message) => events.push(message));
  client = createClient(async (method, input) => {
    const reply = await core.dispatch(method, input);
    expect(bugs).toEqual([]);
    return reply;
  });
}

function passMinutes(minutes: number): void {
  time = new Date(time.getTime() + minutes * 60_000);
}

describe('the core over the shipped collection', () => {
  it('lays out a front page on which no story stands in two slots of the top', async () => {
    const front = await client['front.get']({});
    const top = [front.lead, ...front.featured].map(({ id }) => id);
    expect(new Set(top).size).toBe(top.length);
    expect(front.leadPicture?.svg).toContain('<svg');
    expect(front.featured.every(({ spot }) => spot?.startsWith('<svg'))).toBe(true);
    expect(front.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(front.sections.every(({ stories }) => stories.length > 0)).toBe(true);
    expect(front.latest.length).toBeGreaterThan(3);
    expect(front.download?.files.length).toBeGreaterThan(0);
  });

  it('offers to continue what was begun, the last first, and not what is finished', async () => {
    await client['progress.set']({ id: 'morris', progress: 0.3, block: 4 });
    passMinutes(1);
    await client['progress.set']({ id: 'slammer', progress: 0.6, block: 9 });
    passMinutes(1);
    await client['progress.set']({ id: 'creeper', progress: 1, block: 9 });
    const { continueReading } = await client['front.get']({});
    expect(continueReading.map(({ id }) => id)).toEqual(['slammer', 'morris']);
    expect(await client['articles.list']({ only: 'finished' })).toMatchObject({ items: [{ id: 'creeper' }] });
    await client['progress.clear']({ id: 'slammer' });
    expect((await client['front.get']({})).continueReading.map(({ id }) => id)).toEqual(['morris']);
  });

  it('lists by section, tag, author and mark, in the order asked for', async () => {
    const worms = (await client['articles.list']({ section: 'worms' })).items;
    const dates = worms.map(({ published }) => published ?? '');
    expect(worms.every(({ section }) => section?.id === 'worms')).toBe(true);
    expect(dates).toEqual(dates.toSorted().reverse());
    const oldest = (await client['articles.list']({ section: 'worms', order: 'oldest' })).items;
    expect(oldest.map(({ id }) => id)).toEqual(worms.map(({ id }) => id).reverse());
    expect((await client['articles.list']({ tag: 'no-such-tag' })).items).toEqual([]);

    for (const id of ['tex', 'morris', 'utf-8']) {
      await client['bookmarks.set']({ id, bookmarked: true });
      passMinutes(1);
    }
    const kept = await client['articles.list']({ only: 'bookmarked', order: 'marked' });
    expect(kept.items.map(({ id }) => id)).toEqual(['utf-8', 'morris', 'tex']);
    expect((await client['app.status']({})).counts).toMatchObject({ bookmarks: 3, recommendations: 0 });
  });

  it('tells of every change by id and revision, and of nothing else', async () => {
    await client['bookmarks.set']({ id: 'tex', bookmarked: true });
    await client['recommendations.set']({ id: 'tex', verdict: 'yes', reasons: ['clear', 'clear'], opinion: '' });
    await client['settings.set']({ theme: 'dusk' });
    await client['articles.get']({ id: 'tex' });
    expect(events).toEqual([
      { event: 'marks.changed', payload: { revision: 1, articleId: 'tex' } },
      { event: 'marks.changed', payload: { revision: 2, articleId: 'tex' } },
      { event: 'settings.changed', payload: { revision: 3 } },
    ]);
    expect((await client['recommendations.get']({ id: 'tex' })).recommendation?.reasons).toEqual(['clear']);
  });

  it('knows the neighbours of a story in its section and in its threads', async () => {
    const worms = (await client['articles.list']({ section: 'worms' })).items.map(({ id }) => id);
    const [first = '', second = ''] = worms;
    expect(await client['articles.get']({ id: first })).toMatchObject({ previous: null, next: { id: second } });
    const { threads } = await client['articles.get']({ id: 'code-blue' });
    const summer = threads.find(({ earlier }) => earlier?.id === 'code-red');
    expect(summer).toMatchObject({ later: { id: 'nimda' }, position: 2, length: 3 });
  });

  it('answers not-found for a story that is not there, whatever is asked of it', async () => {
    const id = 'no-such-story';
    const asked = [
      client['articles.get']({ id }),
      client['articles.related']({ id }),
      client['articles.export']({ id, format: 'html' }),
      client['articles.cite']({ id }),
      client['search.places']({ id, query: 'worm' }),
      client['bookmarks.set']({ id, bookmarked: true }),
      client['progress.set']({ id, progress: 0, block: 0 }),
      client['progress.clear']({ id }),
      client['recommendations.get']({ id }),
      client['recommendations.set']({ id, verdict: 'no' }),
      client['recommendations.withdraw']({ id }),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'not-found' });
    expect(events).toEqual([]);
  });

  it('gives a story away in every format, none with a script or an address to fetch', async () => {
    for (const format of ['markdown', 'html', 'text'] as const) {
      const { content, fileName, encoding } = await client['articles.export']({ id: 'hamming', format });
      expect(fileName).toMatch(/^hamming\.(md|html|txt)$/);
      expect(encoding).toBe('utf-8');
      expect(content).not.toMatch(/<script|\u00AD|src="(?!data:)/);
    }
    const book = await client['articles.export']({ id: 'hamming', format: 'epub' });
    expect(Buffer.from(book.content, 'base64').subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  });

  it.skipIf(!existsSync(epubcheck))('offers the whole edition as an EPUB that passes epubcheck', async () => {
    const files = (await client['downloads.list']({})).items.flatMap((download) => download.files);
    const book = files.find(({ mediaType }) => mediaType === 'application/epub+zip');
    const path = join(bundle, 'assets', book?.asset ?? '');
    expect(book?.bytes).toBe(statSync(path).size);
    const { status, stderr, stdout } = spawnSync('java', ['-jar', epubcheck, path], { encoding: 'utf8' });
    expect(status, `${stdout}${stderr}`.slice(0, 2000)).toBe(0);
  });

  it('marks places that are in the text of the story', async () => {
    const { hits } = await client['search.find']({ query: 'buffer' });
    expect(hits.length).toBeGreaterThan(0);
    for (const { article, places } of hits) {
      const found = await client['search.places']({ id: article.id, query: 'buffer' });
      expect(found.total).toBe(places);
      for (const { text, marks, block } of found.blocks) {
        expect(block).toBeLessThan(found.blockCount);
        for (const [start, end] of marks) expect(text.slice(start, end).toLowerCase()).toMatch(/^buffer/);
      }
    }
  });

  it('refuses a query of ten thousand characters and says so', async () => {
    await expect(client['search.find']({ query: 'x'.repeat(10_000) })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('1,000 characters') as string,
    });
  });
});

describe('a core with half of itself missing', () => {
  it('reads on without a store that can be opened, and says with each write why it is not kept', async () => {
    await core.close();
    rmSync(dataDirectory, { recursive: true });
    writeFileSync(dataDirectory, 'a file where a folder should be');
    open(bundle);
    expect(await client['app.status']({})).toMatchObject({
      collection: { ready: true },
      store: { ready: false, code: 'store-unavailable' },
    });
    expect((await client['articles.get']({ id: 'tex' })).marks.bookmarked).toBe(false);
    await expect(client['bookmarks.set']({ id: 'tex', bookmarked: true })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });

  it('says that there is no collection, and keeps the marks for when there is one', async () => {
    await client['bookmarks.set']({ id: 'tex', bookmarked: true });
    await core.close();
    open(join(scratch, 'nowhere'));
    expect(await client['app.status']({})).toMatchObject({
      collection: { ready: false, code: 'collection-missing' },
      store: { ready: true },
      counts: { bookmarks: 1 },
    });
    await expect(client['front.get']({})).rejects.toMatchObject({ code: 'collection-missing' });
    await core.close();
    open(bundle);
    expect((await client['articles.get']({ id: 'tex' })).marks.bookmarked).toBe(true);
  });

  it('refuses a tampered search index and reads on', async () => {
    const tampered = join(scratch, 'tampered');
    cpSync(bundle, tampered, { recursive: true });
    const index = join(tampered, 'search', 'index.segment');
    expect(existsSync(index)).toBe(true);
    appendFileSync(index, ' ');
    await core.close();
    open(tampered);
    await expect(client['search.find']({ query: 'worm' })).rejects.toMatchObject({ code: 'collection-damaged' });
    expect((await client['articles.get']({ id: 'tex' })).title).not.toBe('');
  });
});
