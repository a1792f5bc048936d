/** Another library to look into or to take from: a snapshot, or the library of a backup file in a temporary place. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../contract/errors.ts';
import { libraryFile } from '../open-database.ts';
import { openPast } from './open-past.ts';
import { checkBackup, openBackup } from './read-backup.ts';
import { extractAssets } from './restore-library.ts';

export interface PastSource {
  readonly kind: 'backup' | 'snapshot';
  readonly path: string;
  /** What to call it, for people. */
  readonly from: string;
  readonly takenAt: string | null;
}

interface About {
  readonly from: string;
  readonly takenAt: string;
  /** What of it cannot be had; in sentences. */
  readonly problems: readonly string[];
  /** Puts its pictures among ours. Those of a snapshot are there. */
  bringAssets(dataDirectory: string): Promise<void>;
}

/** Throws `AppError` for one whose library cannot be read. */
export async function withPast<Result>(
  { kind, path, from, takenAt }: PastSource,
  progress: (share: number) => void,
  use: (past: Database, about: About) => Result | Promise<Result>,
): Promise<Result> {
  if (kind === 'snapshot') {
    const past = openPast(path);
    try {
      return await use(past.database, {
        from,
        takenAt: takenAt ?? '',
        problems: [],
        bringAssets: () => Promise.resolve(),
      });
    } finally {
      past.close();
    }
  }
  const { problems } = await checkBackup(path, progress);
  const backup = await openBackup(path);
  const folder = mkdtempSync(join(tmpdir(), 'lectern-backup-'));
  try {
    const library = join(folder, libraryFile);
    const damage = await backup.extract(libraryFile, library);
    if (damage !== null) throw new AppError('invalid-input', `The backup is damaged: ${damage} Nothing was changed.`);
    const past = openPast(library);
    try {
      const bringAssets = async (dataDirectory: string) => {
        await extractAssets(backup, dataDirectory, true, progress);
      };
      return await use(past.database, { from, takenAt: backup.manifest.madeAt, problems, bringAssets });
    } finally {
      past.close();
    }
  } finally {
    await backup.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
