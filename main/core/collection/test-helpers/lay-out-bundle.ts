/** Writes a bundle's files, its lists and its manifest, as the compiler lays them out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLists, isListed } from '../bundle-lists.ts';
import { bundlePaths, createManifest, digest, type BundleFile } from '../bundle-schema.ts';

export function layOutBundle(
  directory: string,
  contents: Readonly<Record<string, { readonly text: string; readonly mediaType?: string }>>,
): void {
  const write = (path: string, text: string, mediaType?: string): [string, BundleFile] => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
    const described = { sha256: digest(text), bytes: Buffer.byteLength(text) };
    return [path, mediaType === undefined ? described : { ...described, mediaType }];
  };
  const files = Object.entries(contents).map(([path, { text, mediaType }]) => write(path, text, mediaType));
  const lists = Object.entries(createLists(files, () => 0)).map(([path, list]) => write(path, JSON.stringify(list)));
  const top = [...files.filter(([path]) => !isListed(path)), ...lists];
  writeFileSync(join(directory, bundlePaths.manifest), JSON.stringify(createManifest(top)));
}
