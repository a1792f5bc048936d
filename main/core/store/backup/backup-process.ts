/** The thread in which snapshots, backups and restores are made, so that reading never waits for them. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toFailure } from '../../../contract/errors.ts';
import { openJobLine } from '../../jobs/job-line.ts';
import type { BackupParcel } from './backup-job.ts';
import { runBackupTask, type BackupTask } from './backup-task.ts';

if (parentPort === null) throw new Error('backup-process runs in a worker thread, not by itself');
const line = openJobLine(parentPort);
const { dataDirectory, task } = workerData as { dataDirectory: string; task: BackupTask }; // cloned from what backup-job.ts gives

const leastBetweenMs = 200;
let toldAt = 0;

const progress = (share: number): void => {
  if (Date.now() - toldAt < leastBetweenMs) return;
  toldAt = Date.now();
  void line.send({ kind: 'progress', share: Math.min(1, share) } satisfies BackupParcel);
};

async function work(): Promise<BackupParcel> {
  try {
    return { kind: 'result', result: await runBackupTask(task, { dataDirectory, now: () => new Date(), progress }) };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failure', failure: toFailure(error) };
    throw error;
  }
}

await line.send(await work());
await line.done();
