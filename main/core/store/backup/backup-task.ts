/**
 * The work of backing up and restoring, each task from beginning to end. Runs in a thread beside the core
 * (backup-process.ts) or in a command's own process, over connections of its own.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { BackupOutcome, RestorePart, RestorePreview } from '../../../contract/backup-entities.ts';
import { AppError } from '../../../contract/errors.ts';
import { sweepUnfinished } from '../../files/durable-file.ts';
import { libraryFile, markSuspect, openDatabase } from '../open-database.ts';
import { findSnapshot } from '../snapshot-files.ts';
import { storeError } from '../store-errors.ts';
import { nextBackup, thinBackups } from './backup-folder.ts';
import { takeSnapshot } from './copy-library.ts';
import { counted } from './counted.ts';
import { mergeLibrary, type Merged, mergeMarks, mergeSearches, mergeSettings } from './merge-library.ts';
import { openPast } from './open-past.ts';
import { withPast, type PastSource } from './past-source.ts';
import { compareLibraries } from './preview-restore.ts';
import { checkBackup } from './read-backup.ts';
import { repairLibrary } from './repair-library.ts';
import { isSound, newestSoundSnapshot, stageRescue } from './rescue.ts';
import { stageRestore } from './restore-library.ts';
import { rotateSnapshots } from './rotate-snapshots.ts';
import { verifyLibrary } from './verify-library.ts';
import { writeBackup } from './write-backup.ts';

export type BackupTask =
  | { readonly task: 'snapshot'; readonly reason: 'regular' | 'by-hand' }
  | {
      readonly task: 'backup';
      readonly folder: string;
      readonly path: string | null;
      readonly keep: number | null;
      readonly madeBy: string;
    }
  | { readonly task: 'verify-backup'; readonly path: string }
  | { readonly task: 'preview'; readonly source: PastSource }
  | {
      readonly task: 'restore';
      readonly source: PastSource;
      readonly whole: boolean;
      readonly parts: readonly RestorePart[];
      readonly acceptDamage: boolean;
    }
  | { readonly task: 'take-back'; readonly snapshot: string; readonly ids: readonly string[] }
  | { readonly task: 'check' }
  | { readonly task: 'repair' }
  | { readonly task: 'rescue' };

export interface TaskPorts {
  readonly dataDirectory: string;
  readonly now: () => Date;
  readonly progress: (share: number) => void;
}

export interface TaskResult extends Pick<BackupOutcome, 'ok' | 'lines' | 'problems' | 'preview' | 'importId'> {
  /** Another library waits to take the place of the present one. */
  readonly mustReopen: boolean;
  /** Whoever has the index open has to make it again. */
  readonly mustRebuildIndex: boolean;
}

const plain: TaskResult = {
  ok: true,
  lines: [],
  problems: [],
  preview: null,
  importId: null,
  mustReopen: false,
  mustRebuildIndex: false,
};

/** Throws `AppError`; then nothing was changed. */
export async function runBackupTask(given: BackupTask, ports: TaskPorts): Promise<TaskResult> {
  try {
    return await run(given, ports);
  } catch (error) {
    throw storeError(error, ports.dataDirectory);
  }
}

async function run(given: BackupTask, ports: TaskPorts): Promise<TaskResult> {
  const { dataDirectory, now, progress } = ports;
  switch (given.task) {
    case 'snapshot':
      await takeSnapshot(dataDirectory, given.reason, now());
      rotateSnapshots(dataDirectory, now());
      return { ...plain, lines: ['A snapshot was taken.'] };
    case 'backup':
      return makeBackup(given, ports);
    case 'verify-backup': {
      const { manifest, problems } = await checkBackup(given.path, progress);
      const articles = manifest?.counts.articles ?? 0;
      const good = `It is whole: ${articles.toLocaleString('en-GB')} articles, ${(manifest?.entries.length ?? 0).toLocaleString('en-GB')} files, each as it was written.`;
      return { ...plain, ok: problems.length === 0, lines: problems.length === 0 ? [good] : [...problems] };
    }
    case 'preview':
      return { ...plain, preview: await previewOf(given.source, ports) };
    case 'restore':
      return given.whole ? restoreWhole(given, ports) : restoreParts(given, ports);
    case 'take-back':
      return takeBack(given, ports);
    case 'check': {
      const problems = await verifyLibrary({ dataDirectory, now: now(), progress });
      const mustReopen = problems.some(({ part }) => part === 'database');
      if (mustReopen) markSuspect(dataDirectory);
      return { ...plain, ok: problems.length === 0, problems, mustReopen };
    }
    case 'repair':
      return { ...plain, ...(await repairLibrary({ dataDirectory, now: now(), progress })) };
    case 'rescue': {
      const snapshot = newestSoundSnapshot(dataDirectory);
      const from = snapshot === null ? 'an empty library' : `the snapshot of ${snapshot.takenAt}`;
      const lines = stageRescue({ dataDirectory, snapshot, from, now: now(), progress });
      return { ...plain, lines, mustReopen: true };
    }
  }
}

async function makeBackup(
  { folder, path, keep, madeBy }: Extract<BackupTask, { task: 'backup' }>,
  { dataDirectory, now, progress }: TaskPorts,
): Promise<TaskResult> {
  sweepUnfinished(folder, now());
  const made = await writeBackup({
    dataDirectory,
    path: path ?? nextBackup(folder, now()),
    madeBy,
    now: now(),
    progress,
  });
  const gone = keep === null ? 0 : thinBackups(folder, keep);
  const { counts, missing } = made.manifest;
  return {
    ...plain,
    lines: [
      `${made.path}: ${counts.articles.toLocaleString('en-GB')} articles, ${counts.pictures.toLocaleString('en-GB')} pictures and originals, ${Math.ceil(made.bytes / 1_000_000).toLocaleString('en-GB')} MB, read back and compared.`,
      ...(missing.length > 0 ? [`${missing.length} files that articles name were missing and are not in it.`] : []),
      ...(gone > 0 ? [`${gone} older ${gone === 1 ? 'backup was' : 'backups were'} removed.`] : []),
    ],
  };
}

async function previewOf(source: PastSource, ports: TaskPorts): Promise<RestorePreview> {
  return withPast(source, ports.progress, (past, { takenAt, problems, from }) => {
    const path = join(ports.dataDirectory, libraryFile);
    const here = existsSync(path) && isSound(path) ? new SQLite(path, { readonly: true, timeout: 5000 }) : null;
    try {
      return { from, takenAt, problems: [...problems], canRestore: true, ...compareLibraries(past, here) };
    } finally {
      here?.close();
    }
  });
}

async function restoreWhole(
  { source, acceptDamage }: Extract<BackupTask, { task: 'restore' }>,
  { dataDirectory, now, progress }: TaskPorts,
): Promise<TaskResult> {
  const lines = await stageRestore({ dataDirectory, source, from: source.from, now: now(), acceptDamage, progress });
  return { ...plain, lines, mustReopen: true };
}

async function restoreParts(
  { source, parts, acceptDamage }: Extract<BackupTask, { task: 'restore' }>,
  ports: TaskPorts,
): Promise<TaskResult> {
  const { dataDirectory, now, progress } = ports;
  return withPast(source, progress, async (past, { problems, bringAssets }) => {
    if (problems.length > 0 && !acceptDamage)
      throw new AppError(
        'invalid-input',
        `The backup is damaged: ${problems[0]} Restore all the same, without what is damaged, or choose another one. Nothing was changed.`,
      );
    const target = openDatabase(dataDirectory, 5000);
    try {
      await takeSnapshot(dataDirectory, 'before-restore', now());
      const lines: string[] = [...problems];
      let importId: string | null = null;
      if (parts.includes('articles')) {
        await bringAssets(dataDirectory);
        const merged = mergeLibrary({
          source: past,
          target,
          ids: null,
          bringsText: false,
          from: source.from,
          now: now(),
          progress,
        });
        importId = merged.importId;
        lines.push(tellMerged(merged));
      }
      if (parts.includes('marks'))
        lines.push(`${counted(mergeMarks(past, target), 'mark or answer', 'marks and answers')} came or changed.`);
      if (parts.includes('settings')) lines.push(`${counted(mergeSettings(past, target), 'setting')} changed.`);
      if (parts.includes('searches'))
        lines.push(`${counted(mergeSearches(past, target), 'saved search', 'saved searches')} came.`);
      return { ...plain, lines, importId };
    } finally {
      target.close();
    }
  });
}

function takeBack(
  { snapshot, ids }: Extract<BackupTask, { task: 'take-back' }>,
  { dataDirectory, now, progress }: TaskPorts,
): TaskResult {
  const found = findSnapshot(dataDirectory, snapshot);
  if (found === null) throw new AppError('not-found', 'This snapshot is not there any more.');
  const past = openPast(found.path);
  const target = openDatabase(dataDirectory, 5000);
  try {
    const from = `Snapshot of ${found.takenAt.slice(0, 16).replace('T', ', ')}`;
    const merged = mergeLibrary({ source: past.database, target, ids, bringsText: true, from, now: now(), progress });
    return { ...plain, lines: [tellMerged(merged)], importId: merged.importId };
  } finally {
    target.close();
    past.close();
  }
}

function tellMerged({ added, changed, same }: Merged): string {
  const parts = [
    `${counted(added, 'article')} came`,
    `${counted(changed, 'article')} united with what is here`,
    `${counted(same, 'article')} here as ${same === 1 ? 'it was' : 'they were'}`,
  ];
  return `${parts.join(', ')}.`;
}
