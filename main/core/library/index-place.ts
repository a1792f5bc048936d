/**
 * How far the index on the disk has followed the library: written after the index itself, so that it never claims more
 * than there is. An index without it, or with that of another library, is worth nothing and is made anew.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const fileName = 'followed.json';

const indexPlace = z.object({
  /** Of the library that it was made from. */
  library: z.string(),
  revision: z.number().int().nonnegative(),
  key: z.number().int().nonnegative(),
  /** Saved articles in the index then. */
  documents: z.number().int().nonnegative(),
});
export type IndexPlace = z.infer<typeof indexPlace>;

/** Null if there is none that can be read. */
export function readIndexPlace(directory: string): IndexPlace | null {
  try {
    return indexPlace.parse(JSON.parse(readFileSync(join(directory, fileName), 'utf8')));
  } catch {
    return null; // not there, cut short or garbled: the index is a cache, and is made anew
  }
}

/** Throws what the file system throws. */
export function writeIndexPlace(directory: string, place: IndexPlace): void {
  const path = join(directory, fileName);
  const file = openSync(`${path}.part`, 'w');
  try {
    writeFileSync(file, JSON.stringify(place));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.part`, path);
}
