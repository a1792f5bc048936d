/** A collection's folder on disk: which files it holds, and their bytes. Everything is read before anything is judged. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFolder {
  /** Relative paths with forward slashes, sorted. */
  readonly paths: readonly string[];
  bytes(path: string): Buffer | null;
  text(path: string): string | null;
}

/** Throws if the folder cannot be listed. Hidden files are left alone. */
export function openSourceFolder(directory: string): SourceFolder {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`There is no folder ${directory}. Name the one that holds publication.yaml.`);
  }
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, '/').length).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  const known = new Set(paths);
  const bytes = (path: string): Buffer | null => (known.has(path) ? readFileSync(join(directory, path)) : null);
  return {
    paths,
    bytes,
    text: (path) =>
      bytes(path)
        ?.toString('utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n') ?? null,
  };
}
