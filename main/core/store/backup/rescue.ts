/**
 * After the library file was damaged: the newest sound snapshot becomes the library again, and what is newer and can still be
 * read of the damaged file is added to it. The damaged file is kept aside as it is.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { migrate } from '../migrations.ts';
import { libraryFile } from '../open-database.ts';
import { listSnapshots, problemsOf, type SnapshotFile } from '../snapshot-files.ts';
import { storeError } from '../store-errors.ts';
import { counted } from './counted.ts';
import { mergeLibrary, mergeMarks } from './merge-library.ts';
import { bringUpToDate } from './restore-library.ts';
import { salvage } from './salvage.ts';
import { commitStage, makeStage } from './staged-library.ts';

interface RescueRequest {
  readonly dataDirectory: string;
  /** Null to begin with an empty library, and what can be salvaged. */
  readonly snapshot: SnapshotFile | null;
  /** What to call the snapshot, for people. */
  readonly from: string;
  readonly now: Date;
  readonly progress: (share: number) => void;
}

/** Of those that there are: read through before it is offered. */
export function newestSoundSnapshot(dataDirectory: string): SnapshotFile | null {
  return listSnapshots(dataDirectory).find(({ path }) => isSound(path)) ?? null;
}

export function isSound(path: string): boolean {
  try {
    const database = new SQLite(path, { readonly: true, fileMustExist: true });
    try {
      return problemsOf(database).length === 0;
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return false;
    throw error;
  }
}

/** Commits the stage; answers the report, in sentences. Throws `AppError`; then nothing was changed. */
export function stageRescue({ dataDirectory, snapshot, from, now, progress }: RescueRequest): string[] {
  const stage = makeStage(dataDirectory);
  try {
    const library = join(stage, libraryFile);
    if (snapshot !== null) copyFileSync(snapshot.path, library);
    const target = new SQLite(library);
    migrate(target);
    target.close();
    const report = addSalvaged({ dataDirectory, snapshot, stage, library, now, progress });
    bringUpToDate(library);
    for (const name of ['damaged-copy.db', 'salvaged.db'])
      for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(join(stage, `${name}${ending}`), { force: true });
    commitStage(dataDirectory, stage, { from, at: now.toISOString(), isRescue: true, report });
    return report;
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw storeError(error, dataDirectory);
  }
}

function addSalvaged({
  dataDirectory,
  snapshot,
  stage,
  library,
  now,
  progress,
}: Omit<RescueRequest, 'from'> & { readonly stage: string; readonly library: string }): string[] {
  const out = join(stage, 'salvaged.db');
  const saved = salvage({
    damaged: join(dataDirectory, libraryFile),
    snapshot: snapshot?.path ?? null,
    work: join(stage, 'damaged-copy.db'),
    out,
  });
  if (saved === null) return ['Nothing could be read of the damaged file.'];
  const source = new SQLite(out);
  const target = new SQLite(library);
  try {
    const from = 'Salvaged from the damaged library';
    const ids = changedSince(source, target);
    const merged = mergeLibrary({ source, target, ids, bringsText: true, from, now, progress });
    const marks = mergeMarks(source, target);
    return [
      `${counted(merged.added, 'article')} newer than the snapshot ${merged.added === 1 ? 'was' : 'were'} saved from the damaged file, and ${counted(merged.changed, 'article')} brought up to date.`,
      ...(marks > 0 ? [`${counted(marks, 'mark or answer', 'marks and answers')} came along.`] : []),
      ...(saved.damaged.length > 0 ? [`Some of it could not be read: ${saved.damaged.join(', ')}.`] : []),
    ];
  } finally {
    source.close();
    target.close();
  }
}

/** What the damaged file has and the snapshot has not, or has as it was before. The rest is taken from the snapshot alone. */
function changedSince(source: Database, target: Database): string[] {
  const rows = z.array(z.object({ id: z.string(), revision: z.number() }));
  const known = target.prepare('SELECT revision FROM article WHERE id = ?').pluck();
  return rows
    .parse(source.prepare('SELECT id, revision FROM article ORDER BY key').all())
    .filter(({ id, revision }) => revision > z.number().catch(-1).parse(known.get(id)))
    .map(({ id }) => id);
}
