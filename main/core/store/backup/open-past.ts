/** A library of another time, opened to be read: as it is where its schema is ours, else a copy that is brought up to date. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { AppError } from '../../../contract/errors.ts';
import { migrate, schemaVersion } from '../migrations.ts';

export interface PastLibrary {
  readonly database: Database;
  close(): void;
}

/** Throws `AppError` for a file that no library can be read from. */
export function openPast(path: string): PastLibrary {
  const database = openReadOnly(path);
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version === schemaVersion) return { database, close: () => database.close() };
  database.close();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-past-'));
  const copy = join(folder, 'library.db');
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    copyFileSync(path, copy);
    const migrated = new SQLite(copy);
    migrate(migrated);
    return {
      database: migrated,
      close: () => {
        migrated.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function openReadOnly(path: string): Database {
  try {
    const database = new SQLite(path, { readonly: true, fileMustExist: true });
    database.pragma('schema_version');
    return database;
  } catch (cause) {
    throw new AppError('store-damaged', 'This copy of the library cannot be read. Choose another one.', undefined, {
      cause,
    });
  }
}

/** For one question. */
export function withSnapshot<Result>(path: string, ask: (past: Database) => Result): Result {
  const past = openPast(path);
  try {
    return ask(past.database);
  } finally {
    past.close();
  }
}
