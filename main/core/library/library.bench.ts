/**
 * `npm run bench -- library [--sizes 50,5000,50000]`: what one does with a library all day, through the methods that the
 * window calls, at several sizes: opening, scrolling, filtering, and changing all of it at once. It takes the articles of
 * the corpus (`LECTERN_CORPUS`), else it makes some. Cold is what is asked for the first time since the library changed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LibraryView } from '../../contract/organise-entities.ts';
import { createClient } from '../../contract/client.ts';
import { createCore } from '../core.ts';
import { findCorpus, readCorpus } from '../search/bench/corpus.ts';
import { figure, median, percentile, table } from '../search/bench/statistics.ts';
import { bareArticle } from '../importers/bare-article.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { createEventSource } from '../event-source.ts';
import { openAssetFiles } from './asset-files.ts';
import { createLibrary } from './library.ts';
import { type ArticleToSave } from './prepare-article.ts';
import { ownService } from '../importers/import-record.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '50,5000,50000' }, corpus: { type: 'string' } },
});
const sizes = values.sizes.split(',').map(Number);
const windowRows = 60;
const now = () => new Date();
const collectionDirectory = join(import.meta.dirname, '..', '..', '..', 'dist', 'collection');

const articles = await articlesOf(findCorpus(values.corpus), Math.max(...sizes));
const measured: Map<string, readonly number[]>[] = [];
for (const size of sizes) measured.push(await measureSize(articles.slice(0, size)));
printTable(measured);

/** Every tenth is on a shelf, every third carries a tag of its own beside one of twenty. */
async function articlesOf(corpus: string | null, count: number): Promise<ArticleToSave[]> {
  console.log(corpus === null ? 'Made articles; set LECTERN_CORPUS for real ones.\n' : 'Articles of the corpus.\n');
  const documents = corpus === null ? [] : await readCorpus(corpus, count);
  return Array.from({ length: count }, (_, at) => {
    const { title = '', author = '', body = '' } = documents[at % Math.max(1, documents.length)]?.fields ?? {};
    const made = `${at} ${(at * 7919) % count} ${'a text that is about nothing in particular '.repeat(8)}`;
    const { content: _content, ...bare } = bareArticle(null);
    return {
      ...bare,
      externalId: `bench-${at}`,
      title: title === '' ? `Article ${(at * 7919) % count}` : title,
      author: author === '' ? `Author ${at % 500}` : author,
      site: `site${at % 200}.example`,
      savedAt: new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toISOString(),
      published: at % 4 === 0 ? null : new Date(Date.UTC(2010, 0, 1) + ((at * 31) % 5000) * 86_400_000).toISOString(),
      tags: [`tag ${at % 20}`, ...(at % 3 === 0 ? [`own ${at % 300}`] : [])],
      shelves: at % 10 === 0 ? [['Shelf']] : [],
      state: at % 5 === 0 ? 'archive' : 'inbox',
      content: { kind: 'text', text: `${made} ${body}`.slice(0, 4000) },
      otherUrls: [],
      imagesWanted: 0,
      assets: [],
    } satisfies ArticleToSave;
  });
}

async function measureSize(saved: readonly ArticleToSave[]): Promise<Map<string, readonly number[]>> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  fill(directory, saved);
  const times = new Map<string, number[]>();
  const timed = async <Result>(name: string, run: () => Promise<Result>): Promise<Result> => {
    const begun = performance.now();
    const result = await run();
    times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
    return result;
  };
  const open = () =>
    createCore({
      collectionDirectory,
      dataDirectory: directory,
      version: 'bench',
      now,
      isBrief: true,
      report: (method, error) => {
        throw new Error(method, { cause: error });
      },
    });

  for (let round = 0; round < 9; round += 1) {
    const opened = await timed('open, and the first window', async () => {
      const core = open();
      await createClient(core.dispatch)['library.window']({ view: {}, offset: 0, limit: windowRows });
      return core;
    });
    await opened.close();
  }

  const core = open();
  const client = createClient(core.dispatch);
  const { items: shelves } = await client['shelves.list']({});
  const window = (view: LibraryView, offset: number) => client['library.window']({ view, offset, limit: windowRows });
  /** Makes everything kept of the library old. */
  const disturb = () =>
    client['library.change']({
      selection: { ids: [`bench-${saved.length - 1}`] },
      change: { kind: 'favourite', favourite: (disturbed += 1) % 2 === 1 },
    });
  let disturbed = 0;
  const [middle, end] = [Math.floor(saved.length / 2), Math.max(0, saved.length - windowRows)];
  const author = saved[0]?.author ?? '';
  const views: readonly (readonly [string, LibraryView])[] = [
    ['by title', { order: 'title' }],
    ['one tag', { tags: ['tag 3'] }],
    ['one author', { author }],
    ['a part of a name', { text: 'ar 4' }],
    ['one shelf', { shelf: shelves[0]?.id ?? 1 }],
    ['unread, by author', { only: ['unread'], order: 'author' }],
  ];
  for (let round = 0; round < 15; round += 1) {
    await disturb();
    await timed('a window at the start, cold', () => window({}, 0));
    await timed('a window in the middle, cold', () => window({}, middle));
    await timed('a window in the middle', () => window({}, middle + round));
    await timed('a window at the end', () => window({}, Math.max(0, end - round)));
    for (const [name, view] of views) await timed(`${name}, cold`, () => window(view, 0));
    await timed('names and counts to filter by, cold', () => client['library.facets']({ view: {} }));
    await timed('counts', () => client['library.counts']({}));
  }
  const all = { view: {} };
  for (let round = 0; round < 5; round += 1) {
    let undo = '';
    const change = async (made: Parameters<(typeof client)['library.change']>[0]['change']) => {
      undo = (await client['library.change']({ selection: all, change: made })).undo ?? '';
    };
    await timed('tag all', () => change({ kind: 'tags', add: [`new ${round}`], remove: [] }));
    await timed('tag all, undone', () => client['library.undo']({ undo }));
    await timed('archive all', () => change({ kind: 'state', state: 'archive' }));
    await timed('archive all, undone', () => client['library.undo']({ undo }));
    await timed('all to the trash', () => change({ kind: 'trash' }));
    await timed('all to the trash, undone', () => client['library.undo']({ undo }));
  }
  await core.close();
  rmSync(directory, { recursive: true });
  return times;
}

function fill(directory: string, saved: readonly ArticleToSave[]): void {
  const store = openSqliteStore({ directory, now });
  const events = createEventSource();
  const library = createLibrary({
    store: store.library,
    assets: openAssetFiles(directory),
    events,
    now,
    isStory: () => false,
  });
  for (let at = 0; at < saved.length; at += 500) library.save(saved.slice(at, at + 500), ownService);
  events.close();
  store.close();
}

function printTable(all: readonly ReadonlyMap<string, readonly number[]>[]): void {
  const rows = [...(all[0]?.keys() ?? [])].map((name) => {
    const times = all.map((one) => one.get(name) ?? []);
    const cells = times.map((one) => `${figure(median(one))} / ${figure(percentile(one, 0.95))}`);
    const ratio = median(times.at(-1) ?? []) / median(times[0] ?? []);
    return [name, ...cells, `${figure(ratio)}×`];
  });
  const head = sizes.map((size) => size.toLocaleString('en'));
  console.log(table(['ms, median / 95th percentile', ...head, 'last : first'], rows));
}
