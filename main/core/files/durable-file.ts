/**
 * Files that are there whole or not at all, and stay: written beside under a name that tells whose they are, brought to the
 * disk, renamed, and the folder brought to the disk too.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const unfinishedName = /^(.*)\.(\d+)-[0-9a-f]{8}\.part(?:-journal|-wal|-shm)?$/s;

/** Whatever is unfinished that long was left, even if another process bears the number of its maker by now. */
const abandonedAfterMs = 6 * 60 * 60 * 1000;

/** A name beside `path` to write under until the file is whole. Makes the folder. */
export function unfinishedBeside(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return drawUnfinished(path);
}

/** Gives a whole file its name: from then on it is there, whatever happens. */
export function finishFile(unfinished: string, path: string): void {
  syncFile(unfinished);
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/**
 * Answers the size in bytes. What was at `path` stays until the new file is whole; a fault or an abort leaves nothing
 * behind and is thrown as it came. The folder must be there.
 */
export async function writeWholeFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  const unfinished = drawUnfinished(path);
  try {
    const bytes = await writeNewFile(unfinished, chunks, signal);
    finishFile(unfinished, path);
    return bytes;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The same, for what is in memory. */
export function writeWholeFileSync(path: string, content: Uint8Array | string): void {
  const unfinished = drawUnfinished(path);
  try {
    writeFileSync(unfinished, content, { flag: 'wx' });
    finishFile(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Under a name that is not taken, and not yet brought to the disk. Answers the size in bytes. */
export async function writeNewFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  const stream = createWriteStream(path, { flags: 'wx' });
  const options = signal === undefined ? {} : { signal };
  await pipeline(Readable.from(chunks, { objectMode: false }), stream, options);
  return stream.bytesWritten;
}

/** Removes what processes that are gone left unfinished in a folder, or only what was to be `name`; answers how many files. */
export function sweepUnfinished(directory: string, now: Date, name: string | null = null): number {
  const abandoned = abandonedIn(directory, now, name);
  for (const path of abandoned) rmSync(path, { force: true, recursive: true });
  return abandoned.length;
}

/** The paths of those, for whoever may need one yet. */
export function abandonedIn(directory: string, now: Date, name: string | null = null): string[] {
  return unfinishedIn(directory).flatMap(({ file, owner, path }) => {
    if (name !== null && file !== name) return [];
    const age = now.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return isRunning(owner) && age < abandonedAfterMs ? [] : [path];
  });
}

/** Removes what was to be `path`, for whoever knows that nobody writes it any more. */
export function removeUnfinished(path: string): void {
  for (const unfinished of unfinishedOf(path)) rmSync(unfinished, { force: true, recursive: true });
}

/** What is to be `path` once it is whole, whoever writes it. */
export function unfinishedOf(path: string): string[] {
  return unfinishedIn(dirname(path)).flatMap(({ file, path: unfinished }) =>
    file === basename(path) ? [unfinished] : [],
  );
}

export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** So that a rename outlives a power cut. Windows has no folders that can be brought to the disk, and needs none. */
export function syncFolder(directory: string): void {
  if (process.platform !== 'win32') sync(directory, 'r');
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function drawUnfinished(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
}

function unfinishedIn(directory: string): { readonly file: string; readonly owner: number; readonly path: string }[] {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(directory).flatMap((name) => {
    const [, file, owner] = unfinishedName.exec(name) ?? [];
    return file === undefined ? [] : [{ file, owner: Number(owner), path: join(directory, name) }];
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks, and sends nothing
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
