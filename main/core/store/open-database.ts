/** Opens library.db as the whole store needs it: written through, checked, brought up to date. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { migrate } from './migrations.ts';
import { damaged } from './store-errors.ts';

export const libraryFile = 'library.db';

/** Waits at most `lockTimeoutMs` for another process to let go. Throws what SQLite or the file system throw. */
export function openDatabase(directory: string, lockTimeoutMs: number): Database {
  mkdirSync(directory, { recursive: true });
  const database = new SQLite(join(directory, libraryFile), { timeout: lockTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(directory);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
