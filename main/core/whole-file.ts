/** Files that are there whole or not at all: written beside under another name, brought to the disk, renamed. */
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a file is called while it is written. */
export function unfinishedName(path: string): string {
  return `${path}.part`;
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
  const unfinished = unfinishedName(path);
  try {
    const stream = createWriteStream(unfinished, { flush: true });
    const options = signal === undefined ? {} : { signal };
    await pipeline(Readable.from(chunks, { objectMode: false }), stream, options);
    const { size } = statSync(unfinished);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    return size;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** So that a rename outlives a power cut. Windows has no folders that can be brought to the disk, and needs none. */
export function syncFolder(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
