/**
 * The second door to the library, beside core.ts: backs up, restores and checks the files of a data folder from outside, in
 * this process and without opening a core. What changes the library wants to be alone with it.
 */
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RestorePart } from '../contract/backup-entities.ts';
import { runBackupTask, type BackupTask, type TaskResult } from './store/backup/backup-task.ts';
import { finishRestore } from './store/backup/staged-library.ts';
import { lockAlone, lockShared } from './store/open-library.ts';
import type { ProcessLock } from './store/process-lock.ts';

interface CaretakerOptions {
  readonly dataDirectory: string;
  readonly version: string;
  readonly now: () => Date;
}

export type CareResult = TaskResult;

/** All throw `AppError` for what cannot be done; then nothing was changed. */
export interface Caretaker {
  /** To a path, or to the usual folder for null. */
  backUp(out: string | null): Promise<CareResult>;
  verifyBackup(path: string): Promise<CareResult>;
  preview(path: string): Promise<CareResult>;
  /** No parts for the whole library. */
  restore(path: string, parts: readonly RestorePart[], acceptDamage: boolean): Promise<CareResult>;
  check(): Promise<CareResult>;
  repair(): Promise<CareResult>;
}

export function createCaretaker({ dataDirectory, version, now }: CaretakerOptions): Caretaker {
  const run = (task: BackupTask) => runBackupTask(task, { dataDirectory, now, progress: () => undefined });
  const within = async (lock: ProcessLock, task: BackupTask): Promise<CareResult> => {
    try {
      const result = await run(task);
      if (result.mustReopen) finishRestore(dataDirectory);
      if (result.mustRebuildIndex) rmSync(join(dataDirectory, 'index'), { recursive: true, force: true });
      return result;
    } finally {
      lock.release();
    }
  };
  const alone = (task: BackupTask) => within(lockAlone(dataDirectory, now()), task);
  const shared = (task: BackupTask) => within(lockShared(dataDirectory), task);
  const source = (path: string) => ({ kind: 'backup', path, from: basename(path), takenAt: null }) as const;
  return {
    backUp: async (out) => {
      const folder = out === null ? join(dataDirectory, 'backups') : dirname(out);
      return shared({ task: 'backup', folder, path: out, keep: null, madeBy: version });
    },
    verifyBackup: (path) => run({ task: 'verify-backup', path }),
    preview: (path) => run({ task: 'preview', source: source(path) }),
    restore: async (path, parts, acceptDamage) =>
      alone({ task: 'restore', source: source(path), whole: parts.length === 0, parts, acceptDamage }),
    check: async () => shared({ task: 'check' }),
    repair: async () => alone({ task: 'repair' }),
  };
}
