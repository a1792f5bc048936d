/**
 * Pictures and originals of saved articles: files in `assets/` of the data folder, named by the digest of their bytes, so
 * that the same picture is kept once. A file is whole or not there: written under a temporary name, brought to the disk,
 * renamed. Which articles need it is the business of the store.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset, Assets } from '../collection/assets.ts';
import { writeWholeFileSync } from '../files/durable-file.ts';
import { hasSnapshots } from '../store/snapshot-files.ts';
import { storeError } from '../store/store-errors.ts';

export interface AssetFile {
  /** Its address under `/assets/`: 32 hex digits of the digest and an ending. */
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface AssetFiles extends Assets {
  /** Throws `AppError` for a fault of the disk; nothing of the file is there then. */
  put(bytes: Uint8Array, mediaType: string): AssetFile;
  /**
   * Takes away what no row names any more, unless it was put there within the last hour: somebody may be about to. Where
   * there are snapshots, one of them may need it: then all is left to backup/sweep-assets.ts, which asks them.
   */
  remove(names: readonly string[]): void;
}

export const assetFolder = 'assets';

const endings: readonly (readonly [ending: string, mediaType: string])[] = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['svg', 'image/svg+xml'],
  ['pdf', 'application/pdf'],
  ['html', 'text/html'],
  ['mhtml', 'multipart/related'],
  ['epub', 'application/epub+zip'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
  ['bin', 'application/octet-stream'],
];

/** The first half of the digest is the name by which rows know a file. */
export const assetFileName = /^([0-9a-f]{32})[0-9a-f]{32}\.([a-z0-9]+)$/;

/** Somebody may be about to need what was put there that lately. */
export const graceMs = 60 * 60 * 1000;

/** Makes no folder until there is something to put into it. */
export function openAssetFiles(dataDirectory: string): AssetFiles {
  const directory = join(dataDirectory, assetFolder);
  const { resolve, know } = createResolver(directory);
  return {
    resolve,
    put: (bytes, mediaType) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ending = endings.find(([, known]) => known === mediaType)?.[0] ?? 'bin';
      const path = join(directory, `${sha256}.${ending}`);
      try {
        if (sizeOf(path) === bytes.length) utimesSync(path, new Date(), new Date());
        else {
          mkdirSync(directory, { recursive: true });
          writeWholeFileSync(path, bytes);
        }
      } catch (error) {
        throw storeError(error, dataDirectory);
      }
      const name = `${sha256.slice(0, 32)}.${ending}`;
      know(name, `${sha256}.${ending}`);
      return { name, sha256, mediaType: typeOf(ending), bytes: bytes.length };
    },
    remove: (names) => {
      if (hasSnapshots(dataDirectory)) return;
      const anew = createResolver(directory);
      for (const name of names) {
        const path = anew.resolve(name)?.path;
        const stat = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
        if (path !== undefined && stat !== undefined && Date.now() - stat.mtimeMs > graceMs) rmSync(path);
      }
    },
  };
}

interface Resolver {
  readonly resolve: (name: string) => Asset | null;
  /** A file that was put there: not all of the folder has to be read to find it. */
  readonly know: (name: string, file: string) => void;
}

/** By a list of the folder, read again when it has changed: no path is ever built from what was asked for. */
function createResolver(directory: string): Resolver {
  let listed = new Map<string, string>();
  let listedAt = -1;
  const resolve = (name: string): Asset | null => {
    const changedAt = statSync(directory, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt === undefined) return null;
    // A change within the same tick of the disk's clock would go unseen: what is young is listed again.
    if (!listed.has(name) && (changedAt !== listedAt || Date.now() - changedAt < 2000)) {
      listed = listFiles(directory);
      listedAt = changedAt;
    }
    const file = listed.get(name);
    if (file === undefined) return null;
    const path = join(directory, file);
    const bytes = sizeOf(path);
    return bytes === null ? null : { path, bytes, mediaType: typeOf(file.slice(file.indexOf('.') + 1)) };
  };
  return { resolve, know: (name, file) => listed.set(name, file) };
}

function listFiles(directory: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of readdirSync(directory)) {
    const [, start, ending] = assetFileName.exec(file) ?? [];
    if (start !== undefined && ending !== undefined) files.set(`${start}.${ending}`, file);
  }
  return files;
}

function typeOf(ending: string): string {
  return endings.find(([known]) => known === ending)?.[1] ?? 'application/octet-stream';
}

/** Null for what is no file. */
function sizeOf(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? stat.size : null;
}
