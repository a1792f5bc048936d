/**
 * The one rule by which a picture or an original goes: **no asset file is removed that the library, any snapshot, or a library
 * that waits to take its place names**, nor one that was put there within the last hour. What cannot be read may need anything:
 * then nothing is swept.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { z } from 'zod';
import { assetFileName, assetFolder, graceMs } from '../../library/asset-files.ts';
import { libraryFile } from '../open-database.ts';
import { listSnapshots, snapshotFolder } from '../snapshot-files.ts';
import { stagedLibraries } from './staged-library.ts';

/** Answers how many files went. */
export function sweepAssets(dataDirectory: string, now: Date): number {
  const directory = join(dataDirectory, assetFolder);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return 0;
  let swept = 0;
  for (const file of orphanedAssets(dataDirectory) ?? []) {
    const path = join(directory, file);
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt === undefined || now.getTime() - changedAt < graceMs) continue;
    rmSync(path, { force: true });
    swept += 1;
  }
  return swept;
}

/** Files that nobody names; null while that cannot be told. */
export function orphanedAssets(dataDirectory: string): string[] | null {
  const directory = join(dataDirectory, assetFolder);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return [];
  // Listed before anybody is asked: what comes meanwhile is not judged.
  const files = readdirSync(directory);
  const needed = neededAssets(dataDirectory);
  if (needed === null) return null;
  return files.filter((file) => {
    const [, start, ending] = assetFileName.exec(file) ?? [];
    return start !== undefined && ending !== undefined && !needed.has(`${start}.${ending}`);
  });
}

function neededAssets(dataDirectory: string): Set<string> | null {
  const snapshots = listSnapshots(dataDirectory);
  const isBeingTaken =
    statSync(snapshotFolder(dataDirectory), { throwIfNoEntry: false }) !== undefined &&
    readdirSync(snapshotFolder(dataDirectory)).length > snapshots.length;
  if (isBeingTaken) return null;
  const needed = new Set<string>();
  const libraries = [
    join(dataDirectory, libraryFile),
    ...snapshots.map(({ path }) => path),
    ...stagedLibraries(dataDirectory),
  ];
  for (const path of libraries) {
    const names = assetNames(path);
    if (names === null) return null;
    for (const name of names) needed.add(name);
  }
  return needed;
}

/** Null for a file that cannot be read. */
export function assetNames(path: string): string[] | null {
  try {
    const database = new SQLite(path, { readonly: true, fileMustExist: true });
    try {
      const hasAssets = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'asset'`).get() !== undefined;
      return hasAssets ? z.array(z.string()).parse(database.prepare('SELECT name FROM asset').pluck().all()) : [];
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return null;
    throw error;
  }
}
