/**
 * Copies library.db as it is at one moment, by SQLite's online backup over a connection of its own: whoever reads or writes
 * meanwhile is not kept waiting. All pages in one step, since a step in which another connection wrote begins again; so this
 * runs in a thread or a process where nobody waits for it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { libraryFile, markSuspect } from '../open-database.ts';
import {
  finishSnapshot,
  unfinishedSnapshot,
  UnsoundCopy,
  type SnapshotFile,
  type SnapshotReason,
} from '../snapshot-files.ts';
import { damaged, storeError } from '../store-errors.ts';

const allPages = 0x7fff_ffff;

/** An unfinished snapshot: until it is removed or finished, no asset of it is swept. Throws `AppError` for a fault of the disk. */
export async function copyLibrary(dataDirectory: string): Promise<string> {
  const path = unfinishedSnapshot(dataDirectory);
  try {
    const library = new SQLite(join(dataDirectory, libraryFile), {
      readonly: true,
      fileMustExist: true,
      timeout: 5000,
    });
    try {
      await library.backup(path, { progress: () => allPages });
    } finally {
      library.close();
    }
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw storeError(error, dataDirectory);
  }
}

/** Throws `AppError` for a fault of the disk, or of the library itself. */
export async function takeSnapshot(dataDirectory: string, reason: SnapshotReason, now: Date): Promise<SnapshotFile> {
  const copy = await copyLibrary(dataDirectory);
  try {
    return finishSnapshot(copy, dataDirectory, reason, now);
  } catch (error) {
    rmSync(copy, { force: true });
    throw copyError(error, dataDirectory);
  }
}

/** A copy that is not sound is one of a library that is not: it is read through at the next opening, whatever its size. */
export function copyError(error: unknown, dataDirectory: string): unknown {
  if (!(error instanceof UnsoundCopy)) return storeError(error, dataDirectory);
  markSuspect(dataDirectory);
  return damaged(dataDirectory, error);
}
