/**
 * Raster pictures and downloads of a bundle, by name. A name is looked up in the bundle's list and nowhere else: no path
 * is ever built from what was asked for.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { assetList } from './bundle-lists.ts';
import { bundleFolder } from './bundle-folder.ts';
import { bundlePaths } from './bundle-schema.ts';
import { checkBytes, listedIn, readChecked, readManifest } from './bundle-reader.ts';

export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface Assets {
  /**
   * Null for a name that the bundle does not list. Throws `collection-missing` or `collection-damaged` for a file that is
   * not what is listed: its bytes are hashed the first time, and again if the file was written to since.
   */
  resolve(name: string): Asset | null;
}

/** Throws `collection-missing` or `collection-damaged`. */
export function openAssets(directory: string): Assets {
  const folder = bundleFolder(directory);
  const path = bundlePaths.assets;
  const list = readChecked(folder, path, listedIn(readManifest(folder), path), assetList);
  const checked = new Map<string, number>();
  return {
    resolve: (name) => {
      const listed = Object.hasOwn(list, name) ? list[name] : undefined;
      if (listed === undefined) return null;
      const asset = bundlePaths.asset(name);
      const file = join(folder, asset);
      const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      if (written === undefined || checked.get(name) !== written) checkBytes(folder, asset, listed);
      if (written !== undefined) checked.set(name, written);
      return { path: file, mediaType: listed.mediaType ?? 'application/octet-stream', bytes: listed.bytes };
    },
  };
}
