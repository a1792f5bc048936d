/**
 * The list of the files that make up an index on disk, and the only file in its folder that is ever replaced. A segment is
 * written and flushed before the list names it; the list is swapped in one step; what no list names is swept away at the
 * next opening. So a crash at any point leaves the index as it was before or after.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { writeWholeFileSync } from '../../files/durable-file.ts';
import { segmentVersion } from '../segment/format.ts';

const name = 'index.json';

const entry = z.object({
  file: z.string().regex(/^[0-9a-f]{1,16}\.segment$/),
  /** Numbers of documents that are gone. */
  deleted: z.array(z.number().int().nonnegative()),
});

const content = z.object({
  version: z.literal(segmentVersion),
  /** What the owner wants to find again: how far the index is. */
  note: z.string(),
  nextFile: z.number().int().positive(),
  segments: z.array(entry),
});
export type ManifestContent = z.infer<typeof content>;

const manifest = z.object({ checksum: z.number(), content: z.string() });

/** Null if there is none, or none that can be trusted: then there is no index. */
export function readManifest(directory: string): ManifestContent | null {
  try {
    const outer = manifest.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
    if (crc32(outer.content) !== outer.checksum) return null;
    return content.parse(JSON.parse(outer.content));
  } catch {
    return null; // an index is a cache: whatever is wrong with its list, it is made anew
  }
}

export function writeManifest(directory: string, value: ManifestContent): void {
  const text = JSON.stringify(value);
  const bytes = Buffer.from(JSON.stringify({ checksum: crc32(text), content: text }));
  writeWholeFileSync(join(directory, name), bytes);
}

export function writeSegmentFile(directory: string, file: string, bytes: Uint8Array): void {
  mkdirSync(directory, { recursive: true });
  // What stands in its place is no segment of ours, and may be a folder.
  rmSync(join(directory, file), { force: true, recursive: true });
  writeWholeFileSync(join(directory, file), bytes);
}

/** In one gulp, into memory that nobody else has a part of. */
export function readSegmentFile(directory: string, file: string): Uint8Array {
  return readFileSync(join(directory, file));
}

/** Removes what no list names. */
export function sweep(directory: string, kept: ReadonlySet<string>): void {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return; // nothing was ever written
  }
  for (const file of names) {
    if (file !== name && !kept.has(file)) rmSync(join(directory, file), { force: true, recursive: true });
  }
}
