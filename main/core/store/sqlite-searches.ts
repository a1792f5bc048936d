/** Saved and recent searches in SQLite. Shares the database of sqlite-store.ts, which opens and closes it. */
import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { recentSearch, searchOrders } from '../../contract/search-entities.ts';
import { recentLimit, type SearchStore, type StoredSearch } from './search-store.ts';

export const searchTables = `
  CREATE TABLE saved_search (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    query      TEXT NOT NULL,
    sort       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (query, sort)
  ) STRICT;

  CREATE TABLE recent_search (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    query TEXT NOT NULL UNIQUE,
    at    TEXT NOT NULL
  ) STRICT;
`;

const savedRow = z
  .object({ id: z.string(), name: z.string(), query: z.string(), sort: z.enum(searchOrders) })
  .transform(({ sort, ...row }): StoredSearch => ({ ...row, order: sort }));

type Write = <Result>(run: () => Result) => Result;

/** `write` runs a write and tells faults of the disk as such. */
export function createSqliteSearches(database: Database, write: Write, now: () => Date): SearchStore {
  const columns = 'id, name, query, sort';
  const saved = database.prepare(`SELECT ${columns} FROM saved_search ORDER BY rowid`);
  const save = database.prepare(
    `INSERT INTO saved_search (id, name, query, sort, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (query, sort) DO UPDATE SET name = excluded.name RETURNING ${columns}`,
  );
  const rename = database.prepare(`UPDATE saved_search SET name = ? WHERE id = ? RETURNING ${columns}`);
  const remove = database.prepare('DELETE FROM saved_search WHERE id = ?');
  const recent = database.prepare(`SELECT query, at FROM recent_search ORDER BY id DESC LIMIT ${recentLimit}`);
  const record = database.prepare('INSERT INTO recent_search (query, at) VALUES (?, ?)');
  const forgetOne = database.prepare('DELETE FROM recent_search WHERE query = ?');
  const forgetAll = database.prepare('DELETE FROM recent_search');
  const forgetOld = database.prepare(
    `DELETE FROM recent_search WHERE id NOT IN (SELECT id FROM recent_search ORDER BY id DESC LIMIT ${recentLimit})`,
  );

  return {
    saved: () => saved.all().map((row) => savedRow.parse(row)),
    save: ({ name, query, order }) =>
      write(() => savedRow.parse(save.get(randomUUID(), name, query, order, now().toISOString()))),
    rename: (id, name) => {
      const row = write(() => rename.get(name, id));
      return row === undefined ? null : savedRow.parse(row);
    },
    remove: (id) => write(() => remove.run(id).changes > 0),
    recent: () => recent.all().map((row) => recentSearch.parse(row)),
    record: (query) => {
      write(() => {
        database.transaction(() => {
          forgetOne.run(query);
          record.run(query, now().toISOString());
          forgetOld.run();
        })();
      });
    },
    forget: (query) => {
      write(() => (query === null ? forgetAll.run() : forgetOne.run(query)));
    },
  };
}
