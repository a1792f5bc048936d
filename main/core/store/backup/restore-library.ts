/**
 * Makes another library ready to take the place of the present one (staged-library.ts): out of a backup file or of a
 * snapshot, brought to our schema, checked, with its pictures in their place. The present library becomes a snapshot.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { AppError } from '../../../contract/errors.ts';
import { finishFile, unfinishedBeside } from '../../files/durable-file.ts';
import { assetFileName, assetFolder } from '../../library/asset-files.ts';
import { migrate } from '../migrations.ts';
import { libraryFile } from '../open-database.ts';
import { standAlone, UnsoundCopy } from '../snapshot-files.ts';
import { storeError } from '../store-errors.ts';
import { openBackup, type Backup } from './read-backup.ts';
import { commitStage, makeStage } from './staged-library.ts';

export interface RestoreRequest {
  readonly dataDirectory: string;
  readonly source: { readonly kind: 'backup' | 'snapshot'; readonly path: string };
  /** What to call the source, for people. */
  readonly from: string;
  readonly now: Date;
  /** Goes on although pictures of the backup are damaged. The library in it has to be whole all the same. */
  readonly acceptDamage: boolean;
  readonly progress: (share: number) => void;
}

/** Commits the stage. Throws `AppError`; then nothing was changed. Answers what there is to say of it. */
export async function stageRestore(request: RestoreRequest): Promise<string[]> {
  const { dataDirectory, from, now } = request;
  mkdirSync(dataDirectory, { recursive: true });
  const stage = makeStage(dataDirectory);
  try {
    const report = await fillStage(request, join(stage, libraryFile));
    commitStage(dataDirectory, stage, { from, at: now.toISOString(), isRescue: false, report });
    return report;
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw storeError(error, dataDirectory);
  }
}

async function fillStage(
  { dataDirectory, source, acceptDamage, progress }: RestoreRequest,
  library: string,
): Promise<string[]> {
  if (source.kind === 'snapshot') {
    copyFileSync(source.path, library);
    bringUpToDate(library);
    return [];
  }
  const backup = await openBackup(source.path);
  try {
    const problem = await backup.extract(libraryFile, library);
    if (problem !== null) throw new AppError('invalid-input', `The backup is damaged: ${problem} Nothing was changed.`);
    bringUpToDate(library);
    const problems = await extractAssets(backup, dataDirectory, acceptDamage, progress);
    return [
      ...problems.map((one) => `Not restored: ${one}`),
      ...backup.manifest.missing.map((name) => `The backup was made without ${name}, which was missing then.`),
    ];
  } finally {
    await backup.close();
  }
}

/** Throws `AppError` for a file that is no sound library. A new id, since an index of what was here knows nothing of it. */
export function bringUpToDate(path: string): void {
  try {
    const database = new SQLite(path);
    try {
      database.pragma('foreign_keys = ON');
      migrate(database);
      database.exec('UPDATE library SET id = lower(hex(randomblob(16)))');
    } finally {
      database.close();
    }
    standAlone(path);
  } catch (cause) {
    if (cause instanceof UnsoundCopy || (cause instanceof SQLite.SqliteError && /CORRUPT|NOTADB/.test(cause.code)))
      throw new AppError(
        'invalid-input',
        'The library in it is damaged. Choose another one. Nothing was changed.',
        undefined,
        { cause },
      );
    throw cause;
  }
}

/** Those that are not here yet. Throws for the first that is damaged, unless that is accepted: then answers in sentences. */
export async function extractAssets(
  backup: Backup,
  dataDirectory: string,
  acceptDamage: boolean,
  progress: (share: number) => void,
): Promise<string[]> {
  const directory = join(dataDirectory, assetFolder);
  const problems: string[] = [];
  const entries = backup.manifest.entries.filter(({ name }) => name.startsWith(`${assetFolder}/`));
  for (const [index, { name, sha256 }] of entries.entries()) {
    const file = name.slice(assetFolder.length + 1);
    // A name that is not the digest of its content is none of ours, and never becomes a path.
    if (!assetFileName.test(file) || !file.startsWith(sha256))
      problems.push(`${name} was damaged when the backup was made.`);
    else if (!existsSync(join(directory, file))) {
      const unfinished = unfinishedBeside(join(directory, file));
      const problem = await backup.extract(name, unfinished);
      if (problem === null) finishFile(unfinished, join(directory, file));
      else problems.push(problem);
    }
    if (problems.length > 0 && !acceptDamage)
      throw new AppError(
        'invalid-input',
        `The backup is damaged: ${problems[0]} Restore all the same, without what is damaged, or choose another one. Nothing was changed.`,
      );
    progress((index + 1) / entries.length);
  }
  return problems;
}
