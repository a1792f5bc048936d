/**
 * Puts a bundle on disk so that a crash leaves the old one or the new one: everything is written and flushed to a folder
 * beside it, the old one is moved aside, the new one takes its name. Should the power go between those two steps, the old
 * one is moved back by the next compilation, which also clears away what a crash left lying.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createLists, isListed } from '../../main/core/collection/bundle-lists.ts';
import { bundlePaths, createManifest, digest, type BundleFile } from '../../main/core/collection/bundle-schema.ts';

export interface BundleContent {
  readonly bytes: Uint8Array | string;
  /** Of assets only. */
  readonly mediaType?: string;
}

/** A file of a bundle by its path; its content is made when its turn comes, and let go when it is written. */
export type BundleEntry = readonly [path: string, make: () => BundleContent];

const atOnce = 8;

/**
 * Gives the version of what was written, and its size. Lists and manifest are made here, of what the entries turn out to
 * be; `pages` says on which page of the list of summaries each story stands.
 */
export async function writeBundle(
  outDirectory: string,
  entries: Iterable<BundleEntry>,
  pages: ReadonlyMap<string, number>,
): Promise<{ version: string; bytes: number }> {
  const out = resolve(outDirectory);
  const replaces = await isBundleFolder(out);
  const mark = randomBytes(4).toString('hex');
  const fresh = besides(out, mark, 'new');
  try {
    const files = await writeAll(fresh, entries);
    const lists = Object.entries(createLists(files, (id) => pages.get(id) ?? 0)).map(([path, list]): BundleEntry => [
      path,
      () => ({ bytes: JSON.stringify(list) }),
    ]);
    const top = [...files.filter(([path]) => !isListed(path)), ...(await writeAll(fresh, lists))];
    const manifest = createManifest(top);
    await writeDurably(join(fresh, bundlePaths.manifest), JSON.stringify(manifest, null, 1));
    await swap(fresh, out, replaces ? besides(out, mark, 'old') : null);
    return { version: manifest.version, bytes: files.reduce((sum, [, file]) => sum + file.bytes, 0) };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Several at once, since each waits for the disk; in memory are only those that are being written. */
async function writeAll(folder: string, entries: Iterable<BundleEntry>): Promise<[string, BundleFile][]> {
  const files: [string, BundleFile][] = [];
  const turn = entries[Symbol.iterator]();
  const writer = async (): Promise<void> => {
    for (let next = turn.next(); next.done !== true; next = turn.next()) {
      const [path, make] = next.value;
      const content = make();
      files.push([path, describe(content)]);
      await writeDurably(join(folder, path), content.bytes);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writer));
  return files;
}

async function swap(fresh: string, out: string, old: string | null): Promise<void> {
  if (old === null) await removeEmpty(out);
  else await rename(out, old);
  try {
    await rename(fresh, out);
  } catch (error) {
    if (old !== null) await rename(old, out);
    throw error;
  }
  if (old !== null) await rm(old, { recursive: true, force: true });
}

/** Windows does not move a folder onto one that is there, be it empty. */
async function removeEmpty(directory: string): Promise<void> {
  try {
    await rmdir(directory);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function besides(out: string, mark: string, kind: 'new' | 'old'): string {
  return join(dirname(out), `.${basename(out)}.${mark}.${kind}`);
}

/** Long enough that no compilation running beside this one loses its folder. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Clears up after a compilation that did not come to its end, an hour or more ago. */
export async function recoverBundle(outDirectory: string, now: Date): Promise<void> {
  const out = resolve(outDirectory);
  const left = (await namesIn(dirname(out))).filter(
    (name) => name.startsWith(`.${basename(out)}.`) && /\.[0-9a-f]{8}\.(?:new|old)$/.test(name),
  );
  for (const name of left) {
    const path = join(dirname(out), name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs < abandonedAfterMs) continue;
    if (name.endsWith('.old') && (await namesIn(out)).length === 0) await rename(path, out);
    else await rm(path, { recursive: true, force: true });
  }
}

/** Whether something is there to be replaced. A slip of the hand in `--out` must not cost a folder of something else. */
async function isBundleFolder(out: string): Promise<boolean> {
  const names = await namesIn(out);
  if (names.length > 0 && !names.includes(bundlePaths.manifest)) {
    const what = 'holds something that is no collection, so it is not replaced';
    throw new Error(`${out} ${what}. Name an empty or a new folder.`);
  }
  return names.length > 0;
}

/** Empty for a folder that is not there. */
async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function describe({ bytes, mediaType }: BundleContent): BundleFile {
  const plain = { sha256: digest(bytes), bytes: Buffer.byteLength(bytes) };
  return mediaType === undefined ? plain : { ...plain, mediaType };
}

async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
