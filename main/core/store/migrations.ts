/**
 * The history of the schema. A migration, once released, is never edited: a change is a new one at the end. The number
 * of a migration is its place in the list, kept in SQLite's `user_version`.
 */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { feedPageTables } from './feed-page-tables.ts';
import { feedTables } from './feed-tables.ts';
import { importTables } from './import-tables.ts';
import { linkTables } from './link-tables.ts';
import { libraryTables } from './library-tables.ts';
import { organiseTables } from './organise-tables.ts';
import { registerSortKeys } from './sort-keys.ts';
import { searchTables } from './sqlite-searches.ts';
import { upkeepTables } from './upkeep-tables.ts';

const migrations: readonly string[] = [
  `
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
  `,
  libraryTables,
  importTables,
  searchTables,
  organiseTables,
  feedTables,
  linkTables,
  upkeepTables,
  feedPageTables,
];

export const schemaVersion = migrations.length;

/** Brings the schema up to date, each step in a transaction of its own. Refuses a library written by a newer Lectern. */
export function migrate(database: Database): void {
  const current = Number(database.pragma('user_version', { simple: true }));
  if (current > schemaVersion) {
    throw new AppError(
      'store-unavailable',
      `This library was written by a newer Lectern (schema ${current}, this one knows ${schemaVersion}). ` +
        'Install the newer version, or choose another data folder. Nothing was changed.',
    );
  }
  registerSortKeys(database);
  for (const [index, sql] of migrations.entries()) {
    if (index < current) continue;
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}
