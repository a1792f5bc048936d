/** Snapshots, backups and the state of the library, as the window asks for them: by ids, never by paths. */
import { createReadStream } from 'node:fs';
import type { RestoreSource } from '../../contract/backup-entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { CoreHandlers } from '../../contract/methods.ts';
import { findBackup, listBackups } from '../store/backup/backup-folder.ts';
import { toldSnapshot, type Backups } from '../store/backup/backups.ts';
import { withSnapshot } from '../store/backup/open-past.ts';
import { listPast, onePast } from '../store/backup/past-articles.ts';
import type { PastSource } from '../store/backup/past-source.ts';
import type { LibraryReader } from '../store/library-store.ts';
import { findSnapshot, listSnapshots } from '../store/snapshot-files.ts';
import { writeOutgoing } from '../web/outgoing.ts';
import { uploadedFile } from '../web/uploads.ts';

type BackupHandlers = Pick<
  CoreHandlers,
  | 'backup.status'
  | 'backup.list'
  | 'backup.make'
  | 'backup.take'
  | 'backup.verify'
  | 'backup.preview'
  | 'backup.restore'
  | 'snapshots.list'
  | 'snapshots.take'
  | 'snapshots.articles'
  | 'snapshots.article'
  | 'snapshots.takeBack'
  | 'backup.check'
  | 'backup.rescue'
>;

interface BackupHandlerPorts {
  readonly backups: Backups;
  readonly rows: Pick<LibraryReader, 'article'>;
  readonly dataDirectory: string;
  readonly folder: string;
}

const pageSize = 50;

export function createBackupHandlers({ backups, rows, dataDirectory, folder }: BackupHandlerPorts): BackupHandlers {
  const snapshot = (id: string) => {
    const found = findSnapshot(dataDirectory, id);
    if (found !== null) return found;
    throw new AppError('not-found', 'This snapshot is not there any more: snapshots are thinned out with time.', {
      id,
    });
  };
  const backup = (id: string): string => {
    const found = findBackup(folder, id);
    if (found !== null) return found;
    throw new AppError('not-found', 'This backup is not in its folder any more.', { id });
  };
  const source = (from: RestoreSource): PastSource => {
    if (from.kind === 'snapshot') {
      const { path, takenAt } = snapshot(from.id);
      return { kind: 'snapshot', path, from: `the snapshot of ${takenAt.slice(0, 16).replace('T', ', ')}`, takenAt };
    }
    if (from.kind === 'backup') return { kind: 'backup', path: backup(from.id), from: from.id, takenAt: null };
    const path = uploadedFile(dataDirectory, from.upload);
    if (path === null) throw new AppError('not-found', 'The file is not here any more. Give it again.');
    return { kind: 'backup', path, from: 'the file that you gave', takenAt: null };
  };
  return {
    'backup.status': () => backups.status(),
    'backup.list': () => ({ items: listBackups(folder).map(({ id, madeAt, bytes }) => ({ id, madeAt, bytes })) }),
    'backup.make': () => backups.makeBackup(),
    'backup.take': ({ id }) =>
      writeOutgoing(dataDirectory, { fileName: id, mediaType: 'application/zip' }, createReadStream(backup(id))),
    'backup.verify': ({ id }) => backups.start({ task: 'verify-backup', path: backup(id) }),
    'backup.preview': ({ from }) => backups.start({ task: 'preview', source: source(from) }),
    'backup.restore': ({ from, whole, parts = [], acceptDamage = false }) =>
      backups.start({ task: 'restore', source: source(from), whole, parts, acceptDamage }),
    'snapshots.list': () => ({ items: listSnapshots(dataDirectory).map(toldSnapshot) }),
    'snapshots.take': () => backups.start({ task: 'snapshot', reason: 'by-hand' }),
    'snapshots.articles': ({ id, query = '', limit = pageSize, offset = 0 }) =>
      withSnapshot(snapshot(id).path, (past) => listPast(past, rows, { query, limit, offset })),
    'snapshots.article': ({ id, articleId }) =>
      withSnapshot(snapshot(id).path, (past) => onePast(past, rows, articleId)),
    'snapshots.takeBack': ({ id, articleIds }) => {
      snapshot(id);
      return backups.start({ task: 'take-back', snapshot: id, ids: articleIds });
    },
    'backup.check': ({ repair = false }) => backups.start({ task: repair ? 'repair' : 'check' }),
    'backup.rescue': () => backups.start({ task: 'rescue' }),
  };
}
