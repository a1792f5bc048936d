/** Opens library.db as the whole store needs it: written through, checked, brought up to date. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { refuseMoved } from './moved-mark.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { finishSnapshot, unfinishedSnapshot } from './snapshot-files.ts';
import { damaged } from './store-errors.ts';

export const libraryFile = 'library.db';

/** In bytes: what is read through at every start. A library of 50,000 articles is 200 MB and takes most of a second. */
const alwaysChecked = 16_000_000;

/** What the reader did by hand: of every version. */
const smallTables = ['mark', 'recommendation', 'setting'];

/** Lies beside a library in which damage was found while it was open. */
const suspectFile = 'library.suspect';

/** The next opening reads the whole file through before anybody relies on it. */
export function markSuspect(directory: string): void {
  writeFileSync(join(directory, suspectFile), '');
}

/** Waits at most `lockTimeoutMs` for another process to let go. Throws what SQLite or the file system throw. */
export function openDatabase(directory: string, lockTimeoutMs: number): Database {
  mkdirSync(directory, { recursive: true });
  refuseMoved(directory);
  const path = join(directory, libraryFile);
  // SQLite takes its log away when it is closed in order: one with anything in it tells of a crash, or of another process.
  const suspect = join(directory, suspectFile);
  const isWhole = sizeOf(`${path}-wal`) === 0 && sizeOf(path) > alwaysChecked && !existsSync(suspect);
  const database = new SQLite(path, { timeout: lockTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    const checks = isWhole ? smallTables.map((name) => `quick_check(${name})`) : ['quick_check(1)'];
    if (checks.some((check) => database.pragma(check, { simple: true }) !== 'ok')) throw damaged(directory);
    if (!isWhole) rmSync(suspect, { force: true });
    keepBeforeMigration(database, directory);
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A library of an older schema is kept as it is before anything of it is changed: `before-migration-N`, N the schema that
 * it is brought to. If that cannot be, nothing is changed and the reason is thrown.
 */
function keepBeforeMigration(database: Database, directory: string): void {
  const current = Number(database.pragma('user_version', { simple: true }));
  if (current === 0 || current >= schemaVersion) return;
  const unfinished = unfinishedSnapshot(directory);
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    finishSnapshot(unfinished, directory, `before-migration-${schemaVersion}`, new Date());
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
