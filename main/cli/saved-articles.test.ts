import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../contract/client.ts';
import type { EventMessage } from '../contract/events.ts';
import type { LibraryChange } from '../contract/organise-entities.ts';
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
    const change = (ids: string[], given: LibraryChange) =>
      client['library.change']({ selection: { ids }, change: given });
    expect((await change(['one'], { kind: 'state', state: 'archive' })).counts).toMatchObject({ inbox: 1, archive: 1 });
    expect((await change(['one'], { kind: 'favourite', favourite: true })).counts).toMatchObject({ favourites: 1 });
    await change(['one', 'two/2'], { kind: 'tags', add: ['both'], remove: [] });
    await change(['one'], { kind: 'tags', add: [], remove: ['mine'] });
    expect((await client['tags.list']({})).items).toEqual([
      { name: 'both', count: 2, colour: null },
      { name: 'mine', count: 0, colour: null },
    ]);
    expect((await client['shelves.list']({})).items).toMatchObject([{ name: 'Later', parent: null, count: 1 }]);
    const trashed = await change(['one'], { kind: 'trash' });
    expect(trashed.counts).toMatchObject({ inbox: 1, archive: 0, trash: 1 });
    expect(await ids({ source: 'library' })).toEqual(['two/2']);
    expect(await ids({ state: 'trash' })).toEqual(['one']);
    const undone = await client['library.undo']({ undo: trashed.undo! });
    expect(undone).toMatchObject({ changed: 1, undo: null, counts: { archive: 1, favourites: 1, trash: 0 } });
    await change(['one'], { kind: 'trash' });
    const purged = await client['library.purge']({ selection: { ids: ['one', 'two/2'] } });
    expect(purged).toEqual({ purged: 1, counts: { inbox: 1, archive: 0, trash: 0, favourites: 0, links: 0 } });
    await vi.waitFor(() => {
      expect(heard).toContain('library.changed');
    });
    await expect(change(['one', 'two/2'], { kind: 'trash' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are found by the new name of a tag, stand on shelves that fill themselves, and can be looked at in any stretch', async () => {
    const found = async (query: string) =>
      (await client['search.find']({ query })).hits.map(({ article }) => article.id);
    const smart = await client['shelves.create']({ name: 'Fresh', query: 'tag:fresh' });
    expect(smart).toMatchObject({ count: 0, query: 'tag:fresh', parent: null });
    const renamed = await client['tags.rename']({ name: 'mine', to: 'fresh' });
    expect(renamed).toMatchObject({ changed: 1, merged: false });
    expect([await found('tag:fresh'), await found('tag:mine')]).toEqual([['one'], []]);
    expect((await client['shelves.list']({})).items.map(({ name, count }) => [name, count])).toEqual([
      ['Later', 1],
      ['Fresh', 1],
    ]);
    const view = { shelf: smart.id };
    expect(await client['library.window']({ view, offset: 0, limit: 5 })).toMatchObject({
      items: [{ id: 'one', tags: ['fresh'] }],
      total: 1,
    });
    expect(await client['library.position']({ view, id: 'two/2' })).toEqual({ offset: null });
    expect((await client['library.facets']({ view })).tags).toEqual([{ name: 'fresh', count: 1, colour: null }]);
    await client['library.undo']({ undo: renamed.undo! });
    expect([await found('tag:fresh'), await found('tag:mine')]).toEqual([[], ['one']]);
    expect((await client['library.window']({ view, offset: 0, limit: 5 })).total).toBe(0);
    await expect(client['shelves.create']({ name: 'Fresh' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
