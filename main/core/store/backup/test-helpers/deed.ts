/** A process that does one thing to a data folder, to be killed in the middle of it: `node deed.ts DEED DATA BACKUPS`. */
import { join } from 'node:path';
import { finishRestore } from '../staged-library.ts';
import { lockAlone, openLibrary } from '../../open-library.ts';
import { listBackups } from '../backup-folder.ts';
import { runBackupTask, type BackupTask } from '../backup-task.ts';

const [deed = '', dataDirectory = '', folder = ''] = process.argv.slice(2);
const now = () => new Date();
const run = (task: BackupTask) => runBackupTask(task, { dataDirectory, now, progress: () => undefined });

process.stdout.write('begun\n');
switch (deed) {
  case 'backup':
    await run({ task: 'backup', folder, path: null, keep: 3, madeBy: 'test' });
    break;
  case 'snapshot':
    await run({ task: 'snapshot', reason: 'regular' });
    break;
  case 'restore': {
    const lock = lockAlone(dataDirectory, now());
    const path = join(folder, listBackups(folder).at(-1)?.id ?? '');
    const source = { kind: 'backup', path, from: 'the backup', takenAt: null } as const;
    await run({ task: 'restore', source, whole: true, parts: [], acceptDamage: false });
    finishRestore(dataDirectory);
    lock.release();
    break;
  }
  case 'repair':
    await run({ task: 'repair' });
    break;
  default: {
    const { store, release } = openLibrary({ dataDirectory, now });
    if (store.fault !== null) throw store.fault;
    store.close();
    release();
  }
}
