/**
 * Backups and snapshots beside a library that is open: one task at a time in a thread, snapshots while the library is in use,
 * backups by the reader's schedule. Remembers how the last task of each kind ended.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupOutcome, BackupStatus, BackupTaskName, Snapshot } from '../../../contract/backup-entities.ts';
import type { Settings } from '../../../contract/entities.ts';
import { AppError } from '../../../contract/errors.ts';
import { libraryFile } from '../open-database.ts';
import { listSnapshots, type SnapshotFile } from '../snapshot-files.ts';
import { listBackups } from './backup-folder.ts';
import { startBackupJob, type RunningBackup } from './backup-job.ts';
import type { BackupTask } from './backup-task.ts';
import { lastRestore } from './staged-library.ts';

export interface BackupPorts {
  readonly dataDirectory: string;
  readonly folder: string;
  readonly version: string;
  readonly entry: URL;
  /** Why the library cannot be opened, if it is damaged; and what could take its place. */
  readonly rescue: { readonly fault: AppError; readonly snapshot: SnapshotFile | null } | null;
  readonly settings: () => Settings;
  readonly now: () => Date;
  readonly changed: () => void;
  /** Articles may have come. */
  readonly libraryChanged: () => void;
  readonly settingsChanged: () => void;
  readonly rebuildIndex: () => void;
  /** Another library waits to take the place of ours. */
  readonly reopen: () => void;
  readonly report: (error: unknown) => void;
}

export interface Backups {
  status(): BackupStatus;
  /** Throws `AppError` while another task is at work. Answers at once. */
  start(task: BackupTask): BackupStatus;
  makeBackup(): BackupStatus;
  /** Takes a snapshot or makes a backup if it is time. */
  keep(): void;
  /** Breaks off what is at work. */
  close(): Promise<void>;
}

const hour = 3_600_000;
const day = 24 * hour;
const every = { daily: day, weekly: 7 * day } as const;

export function createBackups(ports: BackupPorts): Backups {
  const { dataDirectory, folder, now } = ports;
  const outcomes = new Map<BackupTaskName, BackupOutcome>();
  let working: { readonly task: BackupTaskName; share: number; readonly job: RunningBackup } | null = null;

  const status = (): BackupStatus => {
    const snapshots = listSnapshots(dataDirectory);
    const [newest] = snapshots;
    const [backup] = listBackups(folder);
    const restored = lastRestore(dataDirectory);
    return {
      working: working === null ? null : { task: working.task, share: working.share },
      outcomes: [...outcomes.values()],
      lastBackup: backup === undefined ? null : { id: backup.id, madeAt: backup.madeAt, bytes: backup.bytes },
      lastSnapshot: newest === undefined ? null : toldSnapshot(newest),
      snapshotBytes: snapshots.reduce((sum, { bytes }) => sum + bytes, 0),
      folder,
      rescue:
        ports.rescue === null
          ? null
          : {
              message: ports.rescue.fault.message,
              snapshot: ports.rescue.snapshot === null ? null : toldSnapshot(ports.rescue.snapshot),
            },
      restored: restored === null ? null : { from: restored.from, at: restored.at, report: restored.report },
    };
  };

  const start = (task: BackupTask): BackupStatus => {
    if (dataDirectory === '')
      throw new AppError('store-unavailable', 'Lectern runs without a data folder here: there is nothing to back up.');
    if (working !== null)
      throw new AppError('invalid-input', 'Lectern is at another backup or restore. Wait until it is done.');
    const job = startBackupJob(ports.entry, { dataDirectory, task }, (share) => {
      if (working?.job === job) working.share = share;
      ports.changed();
    });
    working = { task: task.task, share: 0, job };
    void finish(task.task, job);
    ports.changed();
    return status();
  };

  const finish = async (task: BackupTaskName, job: RunningBackup): Promise<void> => {
    const outcome = {
      task,
      at: now().toISOString(),
      ok: false,
      lines: [],
      problems: [],
      preview: null,
      importId: null,
    };
    try {
      const { mustReopen, mustRebuildIndex, ...result } = await job.result;
      outcomes.set(task, { ...outcome, ...result });
      working = null;
      if (mustReopen) ports.reopen();
      if (mustRebuildIndex) ports.rebuildIndex();
      if (task === 'restore' || task === 'take-back' || task === 'repair') {
        ports.libraryChanged();
        ports.settingsChanged();
      }
    } catch (error) {
      working = null;
      if (!(error instanceof AppError)) ports.report(error);
      // Found while the library was open: opened again, it is read through, and offers the way out.
      if (error instanceof AppError && error.code === 'store-damaged' && ports.rescue === null) ports.reopen();
      const message = error instanceof AppError ? error.message : 'It failed for a reason that was not foreseen.';
      outcomes.set(task, { ...outcome, lines: [message] });
    }
    ports.changed();
  };

  const makeBackup = (): BackupStatus =>
    start({ task: 'backup', folder, path: null, keep: ports.settings().backupsKept, madeBy: ports.version });

  return {
    status,
    start,
    makeBackup,
    keep: () => {
      if (working !== null || ports.rescue !== null) return;
      const changedAt = lastChange(dataDirectory);
      if (changedAt === null) return;
      const time = now().getTime();
      const { backupSchedule: schedule } = ports.settings();
      const backedUpAt = timeOf(listBackups(folder)[0]?.madeAt);
      if (
        schedule !== 'off' &&
        time - backedUpAt >= every[schedule] &&
        changedAt > backedUpAt &&
        !hasJustFailed('backup', time)
      ) {
        makeBackup();
        return;
      }
      const keptAt = timeOf(listSnapshots(dataDirectory)[0]?.takenAt);
      if (time - keptAt >= hour && changedAt > keptAt && !hasJustFailed('snapshot', time))
        start({ task: 'snapshot', reason: 'regular' });
    },
    close: async () => {
      await working?.job.stop();
    },
  };

  /** A full disk is not asked again every few minutes. */
  function hasJustFailed(task: BackupTaskName, time: number): boolean {
    const last = outcomes.get(task);
    return last !== undefined && !last.ok && time - Date.parse(last.at) < hour;
  }
}

export function toldSnapshot({ id, reason, takenAt, bytes }: SnapshotFile): Snapshot {
  return { id, reason, takenAt, bytes };
}

/** When the library was last written to, by whomever; null if there is none. */
function lastChange(dataDirectory: string): number | null {
  const times = ['', '-wal'].flatMap(
    (ending) => statSync(join(dataDirectory, `${libraryFile}${ending}`), { throwIfNoEntry: false })?.mtimeMs ?? [],
  );
  return times.length === 0 ? null : Math.max(...times);
}

function timeOf(at: string | undefined): number {
  return at === undefined ? 0 : Date.parse(at);
}
