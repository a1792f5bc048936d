import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

const monday = '2026-11-23T08:00:00.000Z';
const tuesday = '2026-11-24T08:00:00.000Z';

let directory: string;
let store: Store;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-sqlite-links-'));
  store = openSqliteStore({ directory, now: () => new Date(monday) });
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true });
});

const enqueue = (articleId: string, host: string, byHand: boolean, at: string) => {
  store.links.enqueue([{ articleId, url: `https://${host}/${articleId}`, byHand, allowPrivate: false }], at);
};

it('claims what was asked for by hand first, then what is due longest, nothing of busy hosts and nothing before its time', () => {
  enqueue('c', 'a.example', false, '2026-11-21T08:00:00.000Z');
  enqueue('b', 'a.example', true, '2026-11-22T08:00:00.000Z');
  enqueue('a', 'b.example', true, '2026-11-21T08:00:00.000Z');
  enqueue('later-by-hand', 'c.example', true, tuesday);
  enqueue('d', 'c.example', false, '2026-11-21T08:00:00.000Z');
  const claim = (...busy: string[]) => store.links.claim(monday, busy, [])?.articleId ?? null;
  expect([claim('b.example'), claim(), claim(), claim('c.example'), claim(), claim()]).toEqual([
    ...['b', 'a', 'c'],
    ...[null, 'd', null],
  ]);
  expect(store.links.claim(tuesday, [], [])?.articleId).toBe('later-by-hand');
});

it('has something open until the last has ended', () => {
  expect(store.links.hasOpen()).toBe(false);
  enqueue('a', 'a.example', true, monday);
  const end = (state: 'waiting' | 'kept') => {
    store.links.settle('a', { state, attempts: 0, dueAt: tuesday, message: '' });
    return store.links.hasOpen();
  };
  const queued = store.links.hasOpen();
  store.links.claim(monday, [], []);
  expect([queued, store.links.hasOpen(), end('waiting'), end('kept')]).toEqual([true, true, true, false]);
});
