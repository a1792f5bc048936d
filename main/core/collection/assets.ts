/**
 * Raster pictures and downloads of a bundle, by name. A name is looked up in the manifest and nowhere else: no path is
 * ever built from what was asked for.
 */
import { join } from 'node:path';
import { bundlePaths } from './bundle-schema.ts';
import { readManifest } from './bundle-reader.ts';

export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface Assets {
  /** Null for a name that the bundle does not list. */
  resolve(name: string): Asset | null;
}

/** Throws `collection-missing` or `collection-damaged`. */
export function openAssets(directory: string): Assets {
  const prefix = bundlePaths.asset('');
  const byName = new Map<string, Asset>();
  for (const [path, { bytes, mediaType }] of Object.entries(readManifest(directory).files)) {
    if (!path.startsWith(prefix)) continue;
    byName.set(path.slice(prefix.length), {
      path: join(directory, path),
      mediaType: mediaType ?? 'application/octet-stream',
      bytes,
    });
  }
  return { resolve: (name) => byName.get(name) ?? null };
}
