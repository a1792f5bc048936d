/** Where on this machine a library can be kept: the reader's folders, and what is mounted. Looks, and makes nothing. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { userInfo } from 'node:os';
import { libraryFile } from '../store/open-database.ts';

export interface LibraryPlace {
  readonly id: string;
  readonly name: string;
  readonly directory: string;
  /** Null where the system does not tell. */
  readonly freeBytes: number | null;
}

export interface FoundLibrary {
  readonly id: string;
  readonly name: string;
  readonly directory: string;
}

/** As many entries of a place are looked at for libraries: a full folder of documents is not searched through. */
const mostEntries = 1000;

/** By the habits of `platform`; only folders that are there and can be written to. */
export function listPlaces(platform: string, home: string, chosen: readonly string[]): LibraryPlace[] {
  const named = new Map<string, string>();
  const add = (directory: string, name: string) => {
    if (!named.has(directory) && isWritableFolder(directory)) named.set(directory, name);
  };
  for (const directory of chosen) add(directory, basename(directory) || directory);
  add(join(home, 'Documents'), 'Documents');
  add(home, 'Home folder');
  for (const directory of mounts(platform)) add(directory, basename(directory) || directory);
  return [...named].map(([directory, name]) => ({
    id: placeIdOf(directory),
    name,
    directory,
    freeBytes: freeBytes(directory),
  }));
}

/** In a place or in a folder right within it. */
export function findLibraries(places: readonly LibraryPlace[]): FoundLibrary[] {
  const found = new Map<string, FoundLibrary>();
  for (const { directory } of places) {
    const candidates = [directory, ...subfolders(directory).slice(0, mostEntries)];
    for (const candidate of candidates) {
      if (existsSync(join(candidate, libraryFile)))
        found.set(candidate, { id: placeIdOf(candidate), name: basename(candidate), directory: candidate });
    }
  }
  return [...found.values()];
}

/** Null if the system does not tell. */
export function freeBytes(directory: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch (error) {
    if (isOfFileSystem(error)) return null;
    throw error;
  }
}

export function placeIdOf(directory: string): string {
  return createHash('sha256').update(directory).digest('hex').slice(0, 16);
}

function mounts(platform: string): string[] {
  if (platform === 'win32') return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
  if (platform === 'darwin') return subfolders('/Volumes');
  const { username } = userInfo();
  return [`/media/${username}`, `/run/media/${username}`, '/mnt'].flatMap(subfolders);
}

function subfolders(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => join(directory, name));
  } catch (error) {
    if (isOfFileSystem(error)) return [];
    throw error;
  }
}

function isWritableFolder(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return statSync(directory).isDirectory();
  } catch (error) {
    if (isOfFileSystem(error)) return false;
    throw error;
  }
}

function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
