/**
 * Puts a bundle on disk so that at every moment the old one or the new one stands there whole: everything is written and
 * flushed to a folder beside it, the old one is moved aside, the new one takes its name.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { bundlePaths, createManifest, digest, type BundleFile } from '../../main/core/collection/bundle-schema.ts';

export interface BundleContent {
  readonly bytes: Uint8Array | string;
  /** Of assets only. */
  readonly mediaType?: string;
}

/** `files` by path. Gives the version of what was written and its size. */
export async function writeBundle(
  outDirectory: string,
  files: ReadonlyMap<string, BundleContent>,
): Promise<{ version: string; bytes: number }> {
  const out = resolve(outDirectory);
  const replaces = await isBundleFolder(out);
  const manifest = createManifest([...files].map(([path, content]) => [path, describe(content)] as const));
  const all = new Map(files).set(bundlePaths.manifest, { bytes: JSON.stringify(manifest, null, 1) });

  const parent = dirname(out);
  const mark = `${basename(out)}.${randomBytes(4).toString('hex')}`;
  const fresh = join(parent, `.${mark}.new`);
  const old = join(parent, `.${mark}.old`);
  try {
    for (const [path, { bytes }] of all) await writeDurably(join(fresh, path), bytes);
    if (replaces) await rename(out, old);
    try {
      await rename(fresh, out);
    } catch (error) {
      if (replaces) await rename(old, out);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(old, { recursive: true, force: true });
  return { version: manifest.version, bytes: Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0) };
}

/** Whether something is there to be replaced. A slip of the hand in `--out` must not cost a folder of something else. */
async function isBundleFolder(out: string): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  if (names.length === 0 || names.includes(bundlePaths.manifest)) return true;
  throw new Error(
    `${out} holds something that is no collection, so it is not replaced. Name an empty or a new folder.`,
  );
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
