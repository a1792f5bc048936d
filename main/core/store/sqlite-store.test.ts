import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../contract/entities.ts';
import { schemaVersion } from './migrations.ts';
import { openSqliteStore, tryOpenSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

let directory: string;
let time: Date;
let open: Store[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-store-'));
  time = new Date('2026-11-23T08:00:00Z');
  open = [];
});

afterEach(() => {
  for (const store of open) store.close();
  rmSync(directory, { recursive: true, force: true });
});

function openStore(): Store {
  const store = openSqliteStore({ directory, now: () => time, lockTimeoutMs: 50 });
  open.push(store);
  return store;
}

function later(minutes: number): void {
  time = new Date(time.getTime() + minutes * 60_000);
}

const file = () => join(directory, 'library.db');

describe('the store', () => {
  it('keeps bookmarks, progress, answers and settings over a restart', () => {
    const first = openStore();
    first.setBookmark('code-blue', true);
    first.setProgress('code-blue', 0.4, 12);
    first.setRecommendation({
      articleId: 'morris',
      verdict: 'yes',
      reasons: ['clear'],
      opinion: 'Short “and” good 👍',
    });
    first.setSettings({ theme: 'dusk', keys: { 'go.home': 'h' } });
    first.close();

    const second = openStore();
    expect(second.mark('code-blue')).toEqual({
      bookmarked: true,
      bookmarkedAt: '2026-11-23T08:00:00.000Z',
      progress: 0.4,
      block: 12,
      finished: false,
      recommended: null,
      readAt: '2026-11-23T08:00:00.000Z',
    });
    expect(second.mark('morris')).toMatchObject({ bookmarked: false, recommended: 'yes' });
    expect([...second.marksOf(['morris', 'code-blue', 'other']).keys()].sort()).toEqual(['code-blue', 'morris']);
    expect(second.recommendation('morris')).toMatchObject({ reasons: ['clear'], opinion: 'Short “and” good 👍' });
    expect(second.settings()).toEqual({ ...defaultSettings, theme: 'dusk', keys: { 'go.home': 'h' } });
  });

  it('changes and withdraws an answer, keeping the time of the first', () => {
    const store = openStore();
    const answer = { articleId: 'morris', reasons: [], opinion: '' };
    store.setRecommendation({ ...answer, verdict: 'yes' });
    later(5);
    expect(store.setRecommendation({ ...answer, verdict: 'no' })).toMatchObject({
      verdict: 'no',
      createdAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-11-23T08:05:00.000Z',
    });
    store.withdrawRecommendation('morris');
    expect(store.recommendation('morris')).toBeNull();
    expect(store.recommendations()).toEqual([]);
  });

  it('counts an article as finished at its end and still so when it is read again', () => {
    const store = openStore();
    store.setProgress('morris', 1, 40);
    store.setProgress('morris', 0.1, 3);
    expect(store.mark('morris')).toMatchObject({ finished: true, progress: 0.1 });
    store.clearProgress('morris');
    expect(store.mark('morris')).toMatchObject({ finished: false, progress: 0, readAt: null });
  });

  it('keeps the time of the first bookmark when the same is set twice', () => {
    const store = openStore();
    store.setBookmark('morris', true);
    later(5);
    store.setBookmark('morris', true);
    expect(store.mark('morris').bookmarkedAt).toBe('2026-11-23T08:00:00.000Z');
    store.setBookmark('morris', false);
    expect(store.mark('morris').bookmarked).toBe(false);
  });

  it('reads a setting that makes no sense as its default and leaves the others alone', () => {
    const store = openStore();
    store.setSettings({ theme: 'sepia', justify: true });
    store.close();
    const database = new SQLite(file());
    database.prepare(`UPDATE setting SET value = '"tartan"' WHERE name = 'theme'`).run();
    database.close();
    expect(openStore().settings()).toEqual({ ...defaultSettings, justify: true });
  });
});

describe('opening a store', () => {
  const fault = () => {
    const opened = tryOpenSqliteStore({ directory, now: () => time, lockTimeoutMs: 50 });
    if ('fault' in opened) return opened.fault;
    open.push(opened.store);
    return null;
  };

  it('says that a damaged file is damaged and leaves every byte of it', () => {
    const garbage = Buffer.alloc(4096, 'not a database ');
    writeFileSync(file(), garbage);
    expect(fault()).toMatchObject({ code: 'store-damaged', message: expect.stringContaining('library.db') as string });
    expect(readFileSync(file()).equals(garbage)).toBe(true);
  });

  it('notices a page overwritten in the middle of the file', () => {
    const store = openStore();
    for (let index = 0; index < 2000; index += 1) store.setBookmark(`story-${index}`, true);
    store.close();
    const bytes = readFileSync(file());
    bytes.fill(0xff, 4096 * 4, 4096 * 6);
    writeFileSync(file(), bytes);
    expect(fault()).toMatchObject({ code: 'store-damaged' });
    expect(readFileSync(file()).equals(bytes)).toBe(true);
  });

  it('says that another program holds the file', () => {
    openStore().close();
    const other = new SQLite(file());
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(fault()).toMatchObject({ code: 'store-locked', message: expect.stringContaining('in use') as string });
    other.close();
    expect(fault()).toBeNull();
  });

  it('says that a data folder which is a file cannot be used', () => {
    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'a file');
    expect(fault()).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining(directory) as string });
    expect(readFileSync(directory, 'utf8')).toBe('a file');
  });

  it('refuses a library of a newer Lectern and does not touch it', () => {
    openStore().close();
    const database = new SQLite(file());
    database.pragma(`user_version = ${schemaVersion + 1}`);
    database.close();
    expect(fault()).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining('newer') as string });
    const after = new SQLite(file(), { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(schemaVersion + 1);
    after.close();
  });
});

describe('a store that is killed while it writes', () => {
  it('has kept everything that it had said was kept', async () => {
    const program = `
      import { openSqliteStore } from ${JSON.stringify(new URL('./sqlite-store.ts', import.meta.url).href)};
      const store = openSqliteStore({ directory: ${JSON.stringify(directory)}, now: () => new Date() });
      for (let index = 0; ; index += 1) {
        store.setBookmark('story-' + index, true);
        process.stdout.write('story-' + index + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const enough = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.length > 2000) resolve();
      });
    });
    await enough;
    child.kill('SIGKILL');
    await once(child, 'close');

    const told = said.split('\n').slice(0, -1);
    const kept = openStore().marksOf(told);
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((id) => !kept.has(id))).toEqual([]);
  });
});
