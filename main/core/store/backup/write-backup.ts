/**
 * Makes one backup file: a copy of the library as it is at one moment, the files that it names, the manifest. It is written
 * beside its place, read back and compared, and gets its name only then.
 */
import { rmSync, statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { AppError } from '../../../contract/errors.ts';
import { finishFile, unfinishedBeside, writeNewFile } from '../../files/durable-file.ts';
import { zipOf, type FileEntry, type WrittenEntry } from '../../files/zip.ts';
import { assetFolder, openAssetFiles } from '../../library/asset-files.ts';
import { libraryFile } from '../open-database.ts';
import { standAlone } from '../snapshot-files.ts';
import { contentsOf, manifestName, type Manifest } from './backup-manifest.ts';
import { copyError, copyLibrary } from './copy-library.ts';
import { checkBackup } from './read-backup.ts';
import { assetNames } from './sweep-assets.ts';

export interface BackupRequest {
  readonly dataDirectory: string;
  /** The path of the file to be. */
  readonly path: string;
  readonly madeBy: string;
  readonly now: Date;
  /** From 0 to 1. */
  readonly progress: (share: number) => void;
}

export interface WrittenBackup {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** Packed already: deflating them again costs time and saves nothing. */
const packed = /\.(?:png|jpg|gif|webp|avif|epub|pdf)$/;

/** Writing takes about as long as reading it back. */
const shareOfWriting = 0.6;

/** Throws `AppError`; then there is nothing under that name that was not there before. */
export async function writeBackup(request: BackupRequest): Promise<WrittenBackup> {
  const { dataDirectory, path, progress } = request;
  const copy = await copyLibrary(dataDirectory);
  try {
    standAlone(copy);
    const unfinished = unfinishedBeside(path);
    try {
      const written = await pack(request, copy, unfinished);
      progress(shareOfWriting);
      const { problems } = await checkBackup(unfinished, (share) => {
        progress(shareOfWriting + share * (1 - shareOfWriting));
      });
      if (problems.length > 0)
        throw new AppError(
          'disk-full',
          `What was written could not be read back as it was (${problems[0]}). The disk may be failing.`,
        );
      finishFile(unfinished, path);
      return { path, bytes: statSync(path).size, manifest: written };
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw backupError(error, path);
    }
  } catch (error) {
    throw copyError(error, dataDirectory);
  } finally {
    rmSync(copy, { force: true });
  }
}

async function pack(
  { dataDirectory, madeBy, now, progress }: BackupRequest,
  copy: string,
  out: string,
): Promise<Manifest> {
  const { resolve } = openAssetFiles(dataDirectory);
  const names = assetNames(copy) ?? [];
  const files = names.flatMap((name) => resolve(name) ?? []);
  const total = files.reduce((sum, { bytes }) => sum + bytes, statSync(copy).size);
  const manifest: Manifest = {
    format: 'lectern-backup',
    version: 1,
    madeAt: now.toISOString(),
    madeBy,
    ...factsOf(copy),
    missing: names.filter((name) => resolve(name) === null),
    entries: [],
  };
  let done = 0;
  const written = (entry: WrittenEntry): void => {
    manifest.entries.push(entry);
    done += entry.bytes;
    progress((done / Math.max(1, total)) * shareOfWriting);
  };
  const entries = function* (): Generator<FileEntry> {
    yield { name: libraryFile, content: { path: copy } };
    for (const { path } of files) yield assetEntry(path);
    // By now it tells of all that was written before it.
    yield { name: manifestName, content: JSON.stringify(manifest, null, 1) };
  };
  await writeNewFile(out, zipOf(entries(), { mtime: now, isFast: true, written }));
  return manifest;
}

function factsOf(copy: string): Pick<Manifest, 'counts' | 'schema'> {
  const database = new SQLite(copy, { readonly: true });
  try {
    return { counts: contentsOf(database), schema: Number(database.pragma('user_version', { simple: true })) };
  } finally {
    database.close();
  }
}

function assetEntry(path: string): FileEntry {
  const file = path.slice(path.lastIndexOf(assetFolder) + assetFolder.length + 1);
  return { name: `${assetFolder}/${file}`, content: { path }, isPacked: packed.test(file) };
}

function backupError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', `There is no room for the backup at ${path}. Make room, or choose another place.`);
  if (code === 'EFBIG')
    return new AppError(
      'disk-full',
      `The disk of ${path} takes no file as large as this backup. Choose a disk of another format.`,
    );
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new AppError('store-unavailable', `The backup cannot be written to ${path} (${code}). Choose another place.`);
}
