/**
 * What may be served, by address: the window's files as they lay on the disk at the start, the assets that the collection
 * lists, and those of saved articles. An address is looked up and never turned into a path.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { openAssets, type Asset, type Assets } from '../collection/assets.ts';
import { followBundle, type FollowedBundle } from '../collection/follow-bundle.ts';
import { openAssetFiles } from '../library/asset-files.ts';
import { isRasterImage, mediaTypeOf } from './media-types.ts';

export interface WebFile {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly etag: string;
  /** The address names the content, so it never changes. */
  readonly immutable: boolean;
  /** The window's own files are trusted; those of articles are shown as pictures or saved, and never opened as pages. */
  readonly kind: 'window' | 'picture' | 'attachment';
  /** Of what was made for the reader to take away: the name to save it under. No cache keeps it. */
  readonly saveAs?: string;
}

/** The file at a decoded path that begins with a slash, or null. May throw an `AppError` about the collection. */
export type FindFile = (path: string) => WebFile | null;

/** The built window. Throws an `AppError` if there is none. Links are not followed. */
export function readWindowFiles(directory: string): FindFile {
  const files = new Map<string, WebFile>();
  try {
    addFolder(files, directory, '/');
  } catch (cause) {
    throw new AppError('not-found', notBuilt(directory), undefined, { cause });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new AppError('not-found', notBuilt(directory));
  files.set('/', index);
  return (path) => files.get(path) ?? null;
}

/** Under `/assets/`, what the collection's manifest lists. Opened at the first question, so that a damaged one is told then. */
export function collectionFiles(directory: string): FindFile {
  const assets = followBundle(directory, openAssets);
  return assetFiles((name) => resolveIn(assets, name));
}

/** Under `/assets/`, what came with the articles of the library that is open at the time. */
export function openLibraryFiles(dataDirectory: () => string): FindFile {
  let open: { readonly directory: string; readonly assets: Assets } | null = null;
  return assetFiles((name) => {
    const directory = dataDirectory();
    if (open?.directory !== directory) open = { directory, assets: openAssetFiles(directory) };
    return open.assets.resolve(name);
  });
}

function assetFiles(resolve: (name: string) => Asset | null): FindFile {
  const prefix = '/assets/';
  return (path) => {
    if (!path.startsWith(prefix)) return null;
    const name = path.slice(prefix.length);
    const asset = resolve(name);
    if (asset === null) return null;
    const kind = isRasterImage(asset.mediaType) ? 'picture' : 'attachment';
    return { ...asset, etag: `"${name}"`, immutable: true, kind };
  };
}

/** Looks again, once, before it says that there is no such file: the collection may be another by now. */
function resolveIn(assets: FollowedBundle<Assets>, name: string): Asset | null {
  try {
    const asset = assets.current().resolve(name);
    if (asset !== null) return asset;
  } catch (error) {
    if (!(error instanceof AppError) || !assets.refresh()) throw error;
  }
  assets.refresh();
  return assets.current().resolve(name);
}

function notBuilt(directory: string): string {
  return `The reader's window is missing from ${directory}. Build it with \`npm run build\`, or reinstall Lectern.`;
}

/** Folder by folder: Electron's archive has no recursive listing to rely on. */
function addFolder(files: Map<string, WebFile>, folder: string, address: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(files, path, `${address}${entry.name}/`);
    else if (entry.isFile()) files.set(`${address}${entry.name}`, windowFile(path));
  }
}

/** How Vite names a file by its content: `index-DC02PXiD.js`. */
const hashedName = /-[\w-]{8}\.[a-z0-9]+$/i;

function windowFile(path: string): WebFile {
  const content = readFileSync(path);
  return {
    path,
    bytes: content.length,
    mediaType: mediaTypeOf(path),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    immutable: hashedName.test(path),
    kind: 'window',
  };
}
