import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../contract/client.ts';
import type { EventMessage } from '../contract/events.ts';
import { createCore, type Core } from '../core/core.ts';
import { makeScratch, type Scratch } from './test-helpers/scratch.ts';

let scratch: Scratch;
let core: Core;
let client: Client;
const heard: EventMessage['event'][] = [];
let library = 0;

beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(async () => {
  await core.close();
  scratch.remove();
});
beforeEach(async () => {
  if (library > 0) await core.close();
  library += 1;
  core = createCore({
    collectionDirectory: scratch.collection,
    dataDirectory: scratch.path(`library-${library}`),
    version: '1',
    now: () => new Date('2026-11-27T08:00:00Z'),
    report: (method, error) => {
      throw new Error(method, { cause: error });
    },
  });
  client = createClient(core.dispatch);
  core.onEvent(({ event }) => heard.push(event));
  await save(
    {
      id: 'one',
      title: 'One of mine',
      text: 'It is about the worm.',
      author: 'Ada',
      tags: ['mine'],
      savedAt: '2026-11-25',
    },
    {
      id: 'two/2',
      title: 'Two of mine',
      html: '<h1>Head</h1><p>It has <b>bold</b> words.<table><tr><td>a</td><td>b</td></tr></table>',
      url: 'https://www.example.org/two?utm_source=x',
      savedAt: '2026-11-20',
      highlights: [{ quote: 'bold', note: 'Why?' }],
      note: 'Good',
      shelves: [['Later']],
    },
  );
  heard.length = 0;
});

async function save(...lines: object[]): Promise<void> {
  const path = scratch.path('articles.jsonl');
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  await core.importFiles([path], { dryRun: false, keepOriginals: false, progress: () => undefined });
}

const ids = async (input: Parameters<Client['articles.list']>[0]) =>
  (await client['articles.list'](input)).items.map(({ id }) => id);

describe('saved articles beside stories', () => {
  it('stand in one list, sorted together, page by page', async () => {
    const all = ['one', 'first-story', 'second-story', 'two/2'];
    expect((await ids({})).toSorted()).toEqual(all.toSorted());
    expect(await ids({ source: 'library' })).toEqual(['one', 'two/2']);
    expect(await ids({ source: 'collection' })).toHaveLength(2);
    for (const order of ['newest', 'oldest', 'marked'] as const) {
      const whole = await ids({ order });
      const paged: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 9; page += 1) {
        const { items, total, next } = await client['articles.list']({ order, limit: 1, ...(cursor && { cursor }) });
        expect(total).toBe(4);
        paged.push(...items.map(({ id }) => id));
        if (next === null) break;
        cursor = next;
      }
      expect(paged).toEqual(whole);
    }
    expect(await ids({ tag: 'mine' })).toEqual(['one']);
    expect(await ids({ author: 'Ada' })).toEqual(['one']);
    expect(await ids({ shelf: ['Later'] })).toEqual(['two/2']);
    expect(await ids({ site: 'example.org', state: 'inbox' })).toEqual(['two/2']);
    await expect(client['articles.list']({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('open whole, with what the reader added', async () => {
    expect(await client['articles.get']({ id: 'two/2' })).toMatchObject({
      source: 'library',
      html: '<h2 id="h-head" data-block="0">Head</h2><p data-block="1">It has <b>bold</b> words.</p><figure class="tablefig"><table><tbody><tr data-block="2"><td>a</td>\n<td>b</td>\n</tr></tbody></table></figure>',
      headings: [{ block: 0, level: 2, text: 'Head' }],
      url: 'https://www.example.org/two?utm_source=x',
      saved: { savedAt: '2026-11-20', site: 'example.org', state: 'inbox', favourite: false, isLink: false },
      own: { note: 'Good', shelves: [['Later']], highlights: [{ quote: 'bold', note: 'Why?' }] },
      editor: null,
      section: null,
    });
    await expect(client['articles.get']({ id: 'three' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('take marks, answers and a place on the front page', async () => {
    await client['bookmarks.set']({ id: 'one', bookmarked: true });
    await client['progress.set']({ id: 'one', progress: 0.5, block: 0 });
    await client['recommendations.set']({ id: 'two/2', verdict: 'yes' });
    expect(await ids({ only: 'bookmarked' })).toEqual(['one']);
    expect(await ids({ only: 'recommended' })).toEqual(['two/2']);
    expect((await client['front.get']({})).continueReading.map(({ id }) => id)).toEqual(['one']);
    expect((await client['app.status']({})).counts).toEqual({
      stories: 2,
      bookmarks: 1,
      recommendations: 1,
      finished: 0,
      saved: 2,
    });
  });

  it('are found by notes and highlights, with or without a text', async () => {
    await save(
      { id: 'link', title: 'A link', url: 'https://example.org/link', note: 'zanzibar' },
      { id: 'read', title: 'Read', text: 'Plain words.', highlights: [{ quote: 'quixotic', note: 'marzipan' }] },
    );
    const found = async (query: string) =>
      (await client['search.find']({ query })).hits.map(({ article }) => article.id);
    expect([await found('zanzibar'), await found('quixotic'), await found('marzipan')]).toEqual([
      ['link'],
      ['read'],
      ['read'],
    ]);
  });

  it('leave in every format', async () => {
    const markdown = await client['articles.export']({ id: 'two/2', format: 'markdown' });
    expect(markdown.fileName).toBe('two-of-mine.md');
    expect(markdown.content).toContain('It has **bold** words.');
    // A table without headings is none of Markdown's.
    expect(markdown.content).toContain('<td>a</td>');
    for (const format of ['html', 'text', 'epub'] as const) {
      expect((await client['articles.export']({ id: 'two/2', format })).content.length).toBeGreaterThan(50);
    }
    expect((await client['articles.cite']({ id: 'two/2' })).citation).toBe(
      '“Two of mine”, example.org, https://www.example.org/two?utm_source=x.',
    );
    expect(await client['articles.related']({ id: 'one' })).toEqual({ items: [] });
  });

  it('are put away, tagged, trashed, taken back and purged, and everybody hears of it', async () => {
    expect(await client['library.setState']({ ids: ['one'], state: 'archive' })).toMatchObject({
      inbox: 1,
      archive: 1,
    });
    expect(await client['library.setFavourite']({ ids: ['one'], favourite: true })).toMatchObject({ favourites: 1 });
    await client['library.addTags']({ ids: ['one', 'two/2'], tags: ['both'] });
    await client['library.removeTags']({ ids: ['one'], tags: ['mine'] });
    expect((await client['library.tags']({})).items).toEqual([{ name: 'both', count: 2 }]);
    expect((await client['library.shelves']({})).items).toEqual([{ path: ['Later'], count: 1 }]);
    expect(await client['library.trash']({ ids: ['one'] })).toMatchObject({ inbox: 1, archive: 0, trash: 1 });
    expect(await ids({ source: 'library' })).toEqual(['two/2']);
    expect(await ids({ state: 'trash' })).toEqual(['one']);
    expect(await client['library.restore']({ ids: ['one'] })).toMatchObject({ archive: 1, favourites: 1, trash: 0 });
    await client['library.trash']({ ids: ['one'] });
    expect(await client['library.purge']({ ids: ['one', 'two/2'] })).toEqual({ purged: 1 });
    expect(await client['library.counts']({})).toEqual({ inbox: 1, archive: 0, trash: 0, favourites: 0, links: 0 });
    await vi.waitFor(() => {
      expect(heard).toContain('library.changed');
    });
    await expect(client['library.trash']({ ids: ['one', 'two/2'] })).rejects.toMatchObject({ code: 'not-found' });
  });
});
