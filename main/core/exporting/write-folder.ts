/**
 * An export as a folder of files: there whole or not at all, known by a note in it, and put in the place of an older one by
 * two renames. A kill between those leaves the older one beside, and whoever exports there next brings it back first.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExportFormat } from '../../contract/export-formats.ts';
import { abandonedIn, sweepUnfinished, syncFile, syncFolder, unfinishedBeside } from '../files/durable-file.ts';
import type { FileEntry } from '../files/zip.ts';
import { inTheWay } from './in-the-way.ts';

/** The note by which a folder is known as one of ours. */
const folderMark = '.lectern-export';

/** Throws `AppError` for what is in the way; whatever it throws, the folder is as it was. */
export function writeFolder(format: ExportFormat, files: Iterable<FileEntry>, path: string, now: Date): void {
  const [parent, name, oldName] = [dirname(path), basename(path), `${basename(path)}.old`];
  bringBack(path, oldName, now);
  if (existsSync(path) && readdirSync(path).length > 0 && !isOwn(path)) throw inTheWay(path);
  for (const left of [name, oldName]) sweepUnfinished(parent, now, left);
  const unfinished = unfinishedBeside(path);
  try {
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, folderMark), `${format}\n`, { flush: true });
    const folders = new Set([unfinished]);
    for (const entry of files) folders.add(writeEntry(unfinished, entry));
    for (const folder of folders) syncFolder(folder);
    putInPlace(unfinished, path, oldName);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Of an export that was killed when it had put the older folder aside and not yet its own in the place. */
function bringBack(path: string, oldName: string, now: Date): void {
  if (existsSync(path)) return;
  const old = abandonedIn(dirname(path), now, oldName).find(isOwn);
  if (old !== undefined) renameSync(old, path);
}

function isOwn(folder: string): boolean {
  return existsSync(join(folder, folderMark));
}

function putInPlace(unfinished: string, path: string, oldName: string): void {
  const old = unfinishedBeside(join(dirname(path), oldName));
  const isThere = existsSync(path);
  if (isThere) renameSync(path, old);
  try {
    renameSync(unfinished, path);
  } catch (error) {
    if (isThere) renameSync(old, path);
    throw error;
  }
  syncFolder(dirname(path));
  rmSync(old, { recursive: true, force: true });
}

/** Answers the folder in which it lies. Names are the exporter's: they hold no path but the folders that it makes. */
function writeEntry(folder: string, { name, content }: FileEntry): string {
  const target = join(folder, ...name.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  if (typeof content === 'string') writeFileSync(target, content, { flush: true });
  else {
    copyFileSync(content.path, target);
    syncFile(target);
  }
  return dirname(target);
}
