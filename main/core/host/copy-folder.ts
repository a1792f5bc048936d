/**
 * Copies a folder of files so that nothing of it can be lost: every file is brought to the disk and read again before it
 * counts. A second run copies only what the first did not, or what has changed since.
 */
import { createHash, type Hash } from 'node:crypto';
import { lstat, mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { syncFolder } from '../files/durable-file.ts';

interface FolderFile {
  /** From the folder, with the system's separators. */
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: Date;
}

interface CopyOptions {
  readonly signal: AbortSignal;
  /** Told of every stretch that was copied or found copied. */
  readonly progress: (bytes: number) => void;
  /** Whether files may go while one copies, and are left out then. */
  readonly mayVanish: boolean;
}

const chunkBytes = 1_048_576;

/** Every file below, in order of name; what goes meanwhile is left out. Throws `AppError` for a link or a device: what is neither file nor folder. */
export async function listFiles(folder: string, within = ''): Promise<FolderFile[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const files: FolderFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = join(within, entry.name);
    if (entry.isDirectory()) files.push(...(await listFiles(folder, name)));
    else if (entry.isFile()) files.push(...(await describeFile(folder, name)));
    else
      throw new AppError(
        'invalid-input',
        `${join(folder, name)} is neither a file nor a folder, so it cannot be moved. Take it away and try again.`,
      );
  }
  return files;
}

async function describeFile(folder: string, name: string): Promise<FolderFile[]> {
  try {
    const { size, mtime } = await lstat(join(folder, name));
    return [{ name, bytes: size, changedAt: mtime }];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Copies `files` of `from` into `to`. Throws `AppError` for a copy that is not what was read; rejects when aborted. */
export async function copyFiles(
  from: string,
  to: string,
  files: readonly FolderFile[],
  { signal, progress, mayVanish }: CopyOptions,
): Promise<void> {
  const folders = new Set<string>();
  for (const file of files) {
    signal.throwIfAborted();
    const target = join(to, file.name);
    if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    try {
      if (!(await isCopied(target, file))) await copyFile(join(from, file.name), target, file, signal);
    } catch (error) {
      if (!mayVanish || !isGone(error)) throw error;
    }
    progress(file.bytes);
  }
  for (const folder of [...folders, to]) syncFolder(folder);
}

/** The time of change is set last, so it stands for a copy that came to its end. */
async function isCopied(target: string, { bytes, changedAt }: FolderFile): Promise<boolean> {
  try {
    const stat = await lstat(target);
    return stat.size === bytes && Math.abs(stat.mtimeMs - changedAt.getTime()) < clockOfStickMs;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** FAT keeps times to two seconds. */
const clockOfStickMs = 2001;

async function copyFile(from: string, to: string, { changedAt }: FolderFile, signal: AbortSignal): Promise<void> {
  await using source = await open(from, 'r');
  await using target = await open(to, 'w+');
  const read = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for await (const chunk of chunks(source, buffer)) {
    signal.throwIfAborted();
    read.update(chunk);
    await target.writev([chunk]);
  }
  await target.sync();
  const written = await digest(target, buffer);
  if (written.digest('hex') !== read.digest('hex')) {
    const message = `${to} does not read as it was written: the disk there may be failing. Nothing was moved; choose another place.`;
    throw new AppError('store-damaged', message);
  }
  await target.utimes(changedAt, changedAt);
}

async function digest(file: FileHandle, buffer: Buffer): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of chunks(file, buffer)) hash.update(chunk);
  return hash;
}

/** From the start. Each chunk is good until the next is asked for. */
async function* chunks(file: FileHandle, buffer: Buffer): AsyncGenerator<Buffer> {
  let at = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
