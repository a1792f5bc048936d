/**
 * The folder `snapshots/` of the data folder: whole copies of library.db, each a file that says by its name when it was
 * taken and why. A snapshot names the pictures and originals of its articles and does not hold them: no asset that any of
 * them needs may be swept (backup/sweep-assets.ts). What is in the folder and bears no such name is unfinished.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { finishFile, unfinishedBeside } from '../files/durable-file.ts';

/** `regular` ones are taken while Lectern is in use, and thinned out with time. */
export type SnapshotReason = 'regular' | 'by-hand' | 'before-restore' | 'before-repair' | `before-migration-${number}`;

export interface SnapshotFile {
  /** The name of the file without its ending. */
  readonly id: string;
  readonly reason: SnapshotReason;
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly bytes: number;
  readonly path: string;
}

const namePattern =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.(regular|by-hand|before-restore|before-repair|before-migration-\d+)\.db$/;

export function snapshotFolder(dataDirectory: string): string {
  return join(dataDirectory, 'snapshots');
}

/** Newest first. */
export function listSnapshots(dataDirectory: string): SnapshotFile[] {
  const folder = snapshotFolder(dataDirectory);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder)
    .flatMap((name): SnapshotFile[] => {
      const [, year, month, day, hour, minute, second, ms, reason] = namePattern.exec(name) ?? [];
      const path = join(folder, name);
      const stat = reason === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
      if (stat?.isFile() !== true) return [];
      const takenAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
      // The pattern lets no other words through.
      return [{ id: name.slice(0, -3), reason: reason as SnapshotReason, takenAt, bytes: stat.size, path }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Null for what is no snapshot: no path is ever built from what was asked for. */
export function findSnapshot(dataDirectory: string, id: string): SnapshotFile | null {
  return listSnapshots(dataDirectory).find((snapshot) => snapshot.id === id) ?? null;
}

/** Whether anything in the folder may need an asset: an unfinished snapshot counts too. */
export function hasSnapshots(dataDirectory: string): boolean {
  const folder = snapshotFolder(dataDirectory);
  return statSync(folder, { throwIfNoEntry: false }) !== undefined && readdirSync(folder).length > 0;
}

/** Where the next snapshot is written until it is whole. */
export function unfinishedSnapshot(dataDirectory: string): string {
  return unfinishedBeside(join(snapshotFolder(dataDirectory), 'new.db'));
}

/** Gives a copy of the library its name among the snapshots. It is checked first; one that is not sound is removed, and thrown for. */
export function finishSnapshot(
  unfinished: string,
  dataDirectory: string,
  reason: SnapshotReason,
  takenAt: Date,
): SnapshotFile {
  try {
    standAlone(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  const id = idOf(takenAt, reason);
  const path = join(snapshotFolder(dataDirectory), `${id}.db`);
  finishFile(unfinished, path);
  return { id, reason, takenAt: takenAt.toISOString(), bytes: statSync(path).size, path };
}

/**
 * Makes a snapshot of the library file itself, which is about to be replaced and which nobody has open: so nothing is lost
 * that was written at the last moment. False for a file that is not sound; it stays where it is.
 */
export function putAmongSnapshots(path: string, dataDirectory: string, takenAt: Date): boolean {
  try {
    standAlone(path);
  } catch (error) {
    if (error instanceof UnsoundCopy || error instanceof SQLite.SqliteError) return false;
    throw error;
  }
  mkdirSync(snapshotFolder(dataDirectory), { recursive: true });
  finishFile(path, join(snapshotFolder(dataDirectory), `${idOf(takenAt, 'before-restore')}.db`));
  return true;
}

function idOf(takenAt: Date, reason: SnapshotReason): string {
  return `${takenAt.toISOString().replace(/[-:.]/g, '')}.${reason}`;
}

/** Checks a copy through, and makes it one file that can be read without writing a log beside it. */
export function standAlone(path: string): void {
  const database = new SQLite(path);
  try {
    database.pragma('journal_mode = DELETE');
    const problems = problemsOf(database);
    if (problems.length > 0) throw new UnsoundCopy(problems);
  } finally {
    database.close();
  }
}

/** A copy of the library that does not hold what a library holds. */
export class UnsoundCopy extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`the copy is damaged: ${problems.join('; ')}`);
    this.problems = problems;
  }
}

/** What SQLite finds wrong with the file, in its words; at most a few. Throws for one that is no database at all. */
export function problemsOf(database: Database): string[] {
  const found = database.pragma('quick_check(5)') as { quick_check: string }[]; // SQLite's documented answer
  return found.map(({ quick_check: problem }) => problem).filter((problem) => problem !== 'ok');
}
