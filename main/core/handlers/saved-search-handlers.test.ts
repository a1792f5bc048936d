import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import { createEventSource } from '../event-source.ts';
import { recentLimit } from '../store/search-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { createSavedSearchHandlers } from './saved-search-handlers.ts';

const understood = {
  ...{ text: '', words: [], phrases: [], excluded: [], unknown: [], dropped: [] },
  ...{ corrections: [], problems: [], parts: [] },
};

let directory: string;
let store: Store;
let heard: string[];
let time: Date;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-searches-'));
  time = new Date('2026-11-27T08:00:00Z');
  store = openSqliteStore({ directory, now: () => time });
  heard = [];
});

afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Finds as many articles as the query has letters, and nothing can be found at all for "broken". */
const find: CoreHandlers['search.find'] = ({ query }) => {
  if (query === 'broken') throw new AppError('collection-missing', 'There is no collection here.');
  return { total: query.length, tookMs: 0, understood, hits: [], facets: [] };
};

function handlers() {
  const events = createEventSource();
  events.onEvent(({ event }) => heard.push(event));
  return createSavedSearchHandlers({ searches: store.searches, events, find });
}

describe('saved searches', () => {
  it('are kept over a restart with their order and count, and can be renamed and removed', async () => {
    const first = handlers();
    const worms = await first['searches.save']({ name: 'Worms', query: ' worm -red ', order: 'newest' });
    expect(worms).toMatchObject({ name: 'Worms', query: 'worm -red', order: 'newest', count: 9 });
    await first['searches.save']({ name: 'Clocks', query: 'clock' });
    store.close();

    store = openSqliteStore({ directory, now: () => time });
    const second = handlers();
    await second['searches.rename']({ id: worms.id, name: 'Worms, not red' });
    const { saved } = await second['searches.list']({});
    expect(saved.map(({ name, count }) => [name, count])).toEqual([
      ['Worms, not red', 9],
      ['Clocks', 5],
    ]);
    await second['searches.remove']({ id: worms.id });
    expect((await second['searches.list']({})).saved).toHaveLength(1);
    expect(heard).toEqual(Array.from({ length: 4 }, () => 'searches.changed'));
  });

  it('keep one entry for the same query in the same order, under its newest name', async () => {
    const all = handlers();
    const first = await all['searches.save']({ name: 'One', query: 'worm' });
    const again = await all['searches.save']({ name: 'Two', query: 'worm' });
    await all['searches.save']({ name: 'Newest', query: 'worm', order: 'newest' });
    expect(again).toMatchObject({ id: first.id, name: 'Two' });
    expect((await all['searches.list']({})).saved.map(({ name }) => name)).toEqual(['Two', 'Newest']);
  });

  it('stay listed while nothing can be searched', async () => {
    const all = handlers();
    await all['searches.save']({ name: 'Broken', query: 'broken' });
    expect((await all['searches.list']({})).saved).toMatchObject([{ name: 'Broken', count: null }]);
  });

  it('are not made of nothing, and say so when they are gone', () => {
    const all = handlers();
    expect(() => all['searches.save']({ name: 'Empty', query: '  ' })).toThrow(/Type what to look for/);
    expect(() => all['searches.rename']({ id: 'none', name: 'x' })).toThrow(AppError);
    expect(() => all['searches.remove']({ id: 'none' })).toThrow(AppError);
  });
});

describe('recent searches', () => {
  it('come newest first, once each, and no more than fit', async () => {
    const all = handlers();
    for (let number = 0; number < recentLimit + 5; number += 1) await all['searches.record']({ query: `q${number}` });
    await all['searches.record']({ query: ' q20 ' });
    await all['searches.record']({ query: '   ' });
    const { recent } = await all['searches.list']({});
    expect(recent).toHaveLength(recentLimit);
    expect(recent.slice(0, 2).map(({ query }) => query)).toEqual(['q20', `q${recentLimit + 4}`]);
  });

  it('are forgotten one by one, and all at once', async () => {
    const all = handlers();
    for (const query of ['worm', 'clock', 'door']) await all['searches.record']({ query });
    await all['searches.forget']({ query: 'clock' });
    expect((await all['searches.list']({})).recent.map(({ query }) => query)).toEqual(['door', 'worm']);
    await all['searches.forget']({});
    expect((await all['searches.list']({})).recent).toEqual([]);
  });
});
