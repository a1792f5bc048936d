/** Runs a task in a thread of its own, and tells how it ended as the task itself would have. */
import { AppError, type Failure } from '../../../contract/errors.ts';
import { startJob } from '../../jobs/job-runner.ts';
import type { BackupTask, TaskResult } from './backup-task.ts';

export type BackupParcel =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'result'; readonly result: TaskResult }
  | { readonly kind: 'failure'; readonly failure: Failure };

export interface RunningBackup {
  /** Rejects with what the task threw. */
  readonly result: Promise<TaskResult>;
  /** Ends the thread; what is unfinished is swept later. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** The program of the thread, beside that of imports: both are sources, or both are built. */
export function backupEntryBeside(jobEntry: URL | undefined): URL {
  if (jobEntry === undefined || jobEntry.pathname.endsWith('.ts')) return new URL('backup-process.ts', import.meta.url);
  return new URL('backup-process.js', jobEntry);
}

/** Long steps (reading a large database through) say nothing. */
const limits = { silenceMs: 30 * 60_000, heapMb: 2048 };

export function startBackupJob(
  entry: URL,
  data: { readonly dataDirectory: string; readonly task: BackupTask },
  progress: (share: number) => void,
): RunningBackup {
  let last: Exclude<BackupParcel, { kind: 'progress' }> | null = null;
  const job = startJob({
    entry,
    data,
    limits,
    take: (parcel) => {
      const told = parcel as BackupParcel; // backup-process.ts sends nothing else
      if (told.kind === 'progress') progress(told.share);
      else last = told;
    },
  });
  const result = job.ended.then((end) => {
    if (last?.kind === 'result') return last.result;
    if (last?.kind === 'failure') throw new AppError(last.failure.code, last.failure.message);
    if (end.kind === 'cancelled') throw new AppError('core-stopped', 'It was broken off; nothing was changed.');
    throw new Error(end.kind === 'failed' ? end.reason : 'the thread of a backup ended without a word');
  });
  return {
    result,
    stop: async () => {
      job.cancel();
      await job.ended;
    },
  };
}
