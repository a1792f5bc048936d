/**
 * Makes one backup file: a copy of the library as it is at one moment, the files that it names, the manifest. It is written
 * beside its place, read back and compared, and gets its name only then.
 */
import { rmSync, statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { AppError } from '../../../contract/errors.ts';
import { assetFolder, openAssetFiles } from '../../library/asset-files.ts';
import { finishFile, unfinishedBeside } from '../durable-file.ts';
import { libraryFile } from '../open-database.ts';
import { standAlone } from '../snapshot-files.ts';
import { contentsOf, manifestName, type Manifest } from './backup-manifest.ts';
import { copyError, copyLibrary } from './copy-library.ts';
import { checkBackup } from './read-backup.ts';
import { assetNames } from './sweep-assets.ts';
import { createZip, type WrittenEntry, type ZipWriter } from './zip-writer.ts';

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
  const entries: WrittenEntry[] = [];
  let done = 0;
  const zip = await createZip(out, now);
  const add = async (adding: Promise<WrittenEntry>): Promise<void> => {
    const entry = await adding;
    entries.push(entry);
    done += entry.bytes;
    progress((done / Math.max(1, total)) * shareOfWriting);
  };
  try {
    await add(zip.addFile(libraryFile, copy, true));
    for (const { path } of files) await add(addAsset(zip, path));
    const database = new SQLite(copy, { readonly: true });
    const facts = { counts: contentsOf(database), schema: Number(database.pragma('user_version', { simple: true })) };
    database.close();
    const manifest: Manifest = {
      format: 'lectern-backup',
      version: 1,
      madeAt: now.toISOString(),
      madeBy,
      ...facts,
      missing: names.filter((name) => resolve(name) === null),
      entries,
    };
    await zip.addBytes(manifestName, Buffer.from(JSON.stringify(manifest, null, 1)));
    await zip.finish();
    return manifest;
  } catch (error) {
    await zip.abandon().catch(() => undefined); // the first fault is the one to tell
    throw error;
  }
}

function addAsset(zip: ZipWriter, path: string): Promise<WrittenEntry> {
  const file = path.slice(path.lastIndexOf(assetFolder) + assetFolder.length + 1);
  return zip.addFile(`${assetFolder}/${file}`, path, !packed.test(file));
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
