/**
 * Reads files of a bundle and believes none of them: each is measured and hashed against the manifest, the manifest
 * against its own checksum. What does not agree is an `AppError` that names the file and the remedy.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import {
  bundlePaths,
  digest,
  formatVersion,
  isIntact,
  manifest,
  type BundleFile,
  type Manifest,
} from './bundle-schema.ts';

const remedy = 'Reinstall Lectern, or make the collection again with `npm run content` or `lectern content`.';

export function readManifest(directory: string): Manifest {
  const name = bundlePaths.manifest;
  const text = readBundleFile(directory, name).toString('utf8');
  const value = parseJson(name, text);
  if (isOfOtherVersion(value)) {
    throw damaged(name, 'was made for another version of Lectern');
  }
  const parsed = manifest.safeParse(value);
  if (!parsed.success) throw damaged(name, 'is not the list of files that it should be');
  if (!isIntact(parsed.data)) throw damaged(name, 'has been changed since it was made');
  return parsed.data;
}

/** A file that the manifest lists; throws if it does not. */
export function listedIn({ files }: Manifest, path: string): BundleFile {
  const listed = Object.hasOwn(files, path) ? files[path] : undefined;
  if (listed === undefined) throw damaged(bundlePaths.manifest, `does not list ${path}`);
  return listed;
}

/** The parsed and checked content of a JSON file that is listed so. */
export function readChecked<Schema extends z.ZodType>(
  directory: string,
  path: string,
  listed: BundleFile,
  schema: Schema,
): z.output<Schema> {
  const bytes = readCheckedBytes(directory, path, listed);
  const parsed = schema.safeParse(parseJson(path, bytes.toString('utf8')));
  if (!parsed.success) throw damaged(path, 'does not hold what this version of Lectern expects');
  return parsed.data;
}

/** The checked content of a file that is listed so. */
export function readCheckedBytes(directory: string, path: string, listed: BundleFile): Buffer {
  const bytes = readBundleFile(directory, path);
  if (bytes.length < listed.bytes)
    throw damaged(path, `is cut short: ${bytes.length} of ${listed.bytes} bytes are there`);
  if (digest(bytes) !== listed.sha256) throw damaged(path, 'has been changed since it was made');
  return bytes;
}

/** Throws unless the file's bytes are those that are listed. Read in pieces: a download may be large. */
export function checkBytes(directory: string, path: string, listed: BundleFile): void {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  let file: number;
  try {
    file = openSync(join(directory, path), 'r');
  } catch (cause) {
    throw lacking(path, cause);
  }
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  if (hash.digest('hex') !== listed.sha256) throw damaged(path, 'has been changed since it was made');
}

function readBundleFile(directory: string, path: string): Buffer {
  try {
    return readFileSync(join(directory, path));
  } catch (cause) {
    if (path === bundlePaths.manifest && !isDirectory(directory)) {
      throw new AppError(
        'collection-missing',
        `There is no collection in ${directory}. ${remedy}`,
        { file: path },
        { cause },
      );
    }
    throw lacking(path, cause);
  }
}

function lacking(file: string, cause: unknown): AppError {
  const message = `The collection lacks its file ${file}, or it cannot be read. ${remedy}`;
  return new AppError('collection-missing', message, { file }, { cause });
}

function isDirectory(directory: string): boolean {
  return statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      'collection-damaged',
      `The collection's file ${path} is cut short or garbled. ${remedy}`,
      { file: path },
      { cause },
    );
  }
}

function isOfOtherVersion(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion !== formatVersion
  );
}

function damaged(file: string, what: string): AppError {
  return new AppError('collection-damaged', `The collection's file ${file} ${what}. ${remedy}`, { file });
}
