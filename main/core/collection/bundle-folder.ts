/**
 * Where a bundle is. The compiler swaps a bundle for a newer one by two renames, and between them (for a moment, or until
 * the next compile if the power went) the old one lies beside its place as `.<name>.<8 hex digits>.old`.
 */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bundlePaths } from './bundle-schema.ts';

/** The folder to read: `directory`, or what was moved aside from it if nothing has taken its place. */
export function bundleFolder(directory: string): string {
  if (timeOf(directory) !== null) return directory;
  const aside = asideOf(directory)
    .map((path) => ({ path, time: timeOf(path) }))
    .filter(({ time }) => time !== null)
    .sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
  return aside[0]?.path ?? directory;
}

/** Tells one bundle in a place from the next, without reading it. Null if there is none. */
export function bundleMark(directory: string): string | null {
  const folder = bundleFolder(directory);
  const stat = statSync(join(folder, bundlePaths.manifest), { throwIfNoEntry: false });
  return stat === undefined ? null : [folder, stat.ino, stat.mtimeMs, stat.size].join('\0');
}

function timeOf(directory: string): number | null {
  return statSync(join(directory, bundlePaths.manifest), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function asideOf(directory: string): string[] {
  const name = basename(directory);
  try {
    return readdirSync(dirname(directory))
      .filter((entry) => entry.startsWith(`.${name}.`) && /^[0-9a-f]{8}\.old$/.test(entry.slice(name.length + 2)))
      .map((entry) => join(dirname(directory), entry));
  } catch {
    return []; // no such folder: then there is nothing beside it either
  }
}
