import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noRules } from '../../contract/feed-entities.ts';
import { feedTables } from './feed-tables.ts';
import { importTables } from './import-tables.ts';
import { libraryTables } from './library-tables.ts';
import { linkTables } from './link-tables.ts';
import { schemaVersion } from './migrations.ts';
import { organiseTables } from './organise-tables.ts';
import { listSnapshots } from './snapshot-files.ts';
import { registerSortKeys } from './sort-keys.ts';
import { searchTables } from './sqlite-searches.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { upkeepTables } from './upkeep-tables.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-migrations-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** As version 0.1.0 made and filled it. */
const version1 = `
  CREATE TABLE mark (
    article_id    TEXT PRIMARY KEY,
    bookmarked_at TEXT,
    progress      REAL NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    block         INTEGER NOT NULL DEFAULT 0 CHECK (block >= 0),
    finished_at   TEXT,
    read_at       TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE recommendation (
    article_id TEXT PRIMARY KEY,
    verdict    TEXT NOT NULL CHECK (verdict IN ('yes', 'no')),
    reasons    TEXT NOT NULL CHECK (json_valid(reasons)),
    opinion    TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;
  INSERT INTO mark VALUES ('code-blue', '2026-11-20T08:00:00.000Z', 0.5, 12, NULL, '2026-11-21T08:00:00.000Z');
  INSERT INTO mark VALUES ('nimda', NULL, 1, 40, '2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z');
  INSERT INTO recommendation VALUES
    ('nimda', 'yes', '["clear","useful"]', 'Read it twice.', '2026-11-22T09:00:00.000Z', '2026-11-22T09:30:00.000Z');
  INSERT INTO setting VALUES ('theme', '"sepia"');
  PRAGMA user_version = 1;`;

/** Of versions 2 to 8. */
const laterTables = [
  ...[libraryTables, importTables, searchTables, organiseTables],
  ...[feedTables, linkTables, upkeepTables],
];

describe('a library of an earlier version', () => {
  it('comes along from version 1 with every mark, answer and setting, and can take articles', () => {
    const database = new SQLite(join(directory, 'library.db'));
    database.exec(version1);
    database.close();

    const store = openSqliteStore({ directory, now: () => new Date() });
    expect(store.mark('code-blue')).toEqual({
      bookmarked: true,
      bookmarkedAt: '2026-11-20T08:00:00.000Z',
      progress: 0.5,
      block: 12,
      finished: false,
      recommended: null,
      readAt: '2026-11-21T08:00:00.000Z',
    });
    expect(store.recommendations()).toEqual([
      {
        articleId: 'nimda',
        verdict: 'yes',
        reasons: ['clear', 'useful'],
        opinion: 'Read it twice.',
        createdAt: '2026-11-22T09:00:00.000Z',
        updatedAt: '2026-11-22T09:30:00.000Z',
      },
    ]);
    expect([store.mark('nimda').finished, store.settings().theme]).toEqual([true, 'sepia']);
    expect(store.library.counts()).toEqual({ inbox: 0, archive: 0, trash: 0, favourites: 0, links: 0 });
    store.close();
  });

  it('of version 8 keeps its feeds, with nothing asked for that was not before', () => {
    const database = new SQLite(join(directory, 'library.db'));
    database.exec(version1);
    registerSortKeys(database);
    for (const sql of laterTables) database.exec(sql);
    database.exec(`
      INSERT INTO feed (id, url, title, given_title, folder, state, allow_private, rules, added_at, due_at, interval_minutes)
      VALUES ('one', 'https://blog.example/feed', 'A blog', '', 'News', 'active', 0, '${JSON.stringify(noRules)}',
        '2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z', 60);
      PRAGMA user_version = 8;`);
    database.close();
    const store = openSqliteStore({ directory, now: () => new Date() });
    expect(store.feeds.list()).toMatchObject([{ title: 'A blog', folder: 'News', rules: noRules, fullPages: false }]);
    store.close();
  });

  it.each([1, 2, 3, 8])('is kept as it was, of version %i, before anything of it is changed', (version) => {
    const path = join(directory, 'library.db');
    const database = new SQLite(path);
    database.exec(version1);
    registerSortKeys(database);
    for (const sql of laterTables.slice(0, version - 1)) database.exec(sql);
    database.pragma(`user_version = ${version}`);
    const tables = () => database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
    const before = tables();
    database.close();

    openSqliteStore({ directory, now: () => new Date() }).close();
    const [kept, ...others] = listSnapshots(directory);
    expect([kept?.reason, others]).toEqual([`before-migration-${schemaVersion}`, []]);
    const snapshot = new SQLite(kept?.path ?? '', { readonly: true });
    expect(snapshot.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()).toEqual(before);
    expect([snapshot.pragma('user_version', { simple: true }), snapshot.prepare('SELECT * FROM mark').all()]).toEqual([
      version,
      expect.arrayContaining([expect.objectContaining({ article_id: 'code-blue' })]),
    ]);
    snapshot.close();

    openSqliteStore({ directory, now: () => new Date() }).close();
    expect(listSnapshots(directory)).toHaveLength(1);
  });
});
