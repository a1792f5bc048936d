/**
 * Reads files of a bundle and believes none of them: each is measured and hashed against the manifest, the manifest
 * against its own checksum. What does not agree is an `AppError` that names the file and the remedy.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { bundlePaths, digest, isIntact, manifest, type Manifest } from './bundle-schema.ts';

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

/** The parsed and checked content of a JSON file that the manifest lists. */
export function readChecked<Schema extends z.ZodType>(
  directory: string,
  list: Manifest,
  path: string,
  schema: Schema,
): z.output<Schema> {
  const bytes = readCheckedBytes(directory, list, path);
  const parsed = schema.safeParse(parseJson(path, bytes.toString('utf8')));
  if (!parsed.success) throw damaged(path, 'does not hold what this version of Lectern expects');
  return parsed.data;
}

/** The checked content of a file that the manifest lists. */
export function readCheckedBytes(directory: string, list: Manifest, path: string): Buffer {
  const listed = Object.hasOwn(list.files, path) ? list.files[path] : undefined;
  if (listed === undefined) throw damaged(bundlePaths.manifest, `does not list ${path}`);
  const bytes = readBundleFile(directory, path);
  if (bytes.length < listed.bytes)
    throw damaged(path, `is cut short: ${bytes.length} of ${listed.bytes} bytes are there`);
  if (digest(bytes) !== listed.sha256) throw damaged(path, 'has been changed since it was made');
  return bytes;
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
    throw new AppError(
      'collection-missing',
      `The collection lacks its file ${path}, or it cannot be read. ${remedy}`,
      { file: path },
      { cause },
    );
  }
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
  return typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion !== 1;
}

function damaged(file: string, what: string): AppError {
  return new AppError('collection-damaged', `The collection's file ${file} ${what}. ${remedy}`, { file });
}
