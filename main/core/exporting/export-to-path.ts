/**
 * Writes an export where somebody at this machine wants it: a file, a stream, or a folder with the files that would be in
 * the archive. What is there is replaced only if an export put it there, and only when the new one is whole.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { ExportFormat } from '../../contract/export-formats.ts';
import type { Assets } from '../collection/assets.ts';
import { exportedBytes, exporters } from '../exporters/exporters.ts';
import type { ExportSource } from '../exporters/export-source.ts';
import { sweepUnfinished, syncFolder, writeWholeFile } from '../files/durable-file.ts';
import { pathError } from '../files/path-error.ts';
import type { FileEntry } from '../files/zip.ts';
import type { Store } from '../store/store.ts';
import { isOwnFile } from './own-files.ts';
import { readSource } from './read-source.ts';
import { storyTitles } from './story-titles.ts';

/** A path, or whoever takes the bytes as they are made. */
export type ExportTarget = string | ((bytes: Uint8Array) => Promise<void>);

interface From {
  readonly store: Store;
  readonly assets: Assets;
  readonly collectionDirectory: string;
  readonly now: string;
}

/** The note by which a folder is known as one of ours. */
const folderMark = '.lectern-export';

/** Throws `AppError` for what is in the way and for faults of the disk; nothing of the export is left then. */
export async function exportToPath(
  format: ExportFormat,
  ids: readonly string[] | null,
  { store, assets, collectionDirectory, now }: From,
  target: ExportTarget,
): Promise<void> {
  const titleOfStory = storyTitles(collectionDirectory);
  const source = readSource({ store, assets, ids, withTrash: format === 'all', titleOfStory, now });
  if (typeof target !== 'string') {
    for await (const chunk of exportedBytes(format, source)) await target(chunk);
    return;
  }
  try {
    const { kind } = exporters[format];
    if (kind === 'files' && format !== 'epub' && meansFolder(target)) writeFolder(format, source, target);
    else await writeFile(format, source, target);
  } catch (cause) {
    throw pathError(cause, target);
  }
}

/** One that is there, or a name without an ending. */
function meansFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? !/\.[a-z0-9]{1,8}$/i.test(path);
}

async function writeFile(format: ExportFormat, source: ExportSource, path: string): Promise<void> {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !(there.isFile() && isOwnFile(format, path))) throw inTheWay(path);
  sweepUnfinished(dirname(path), new Date(source.now), basename(path));
  await writeWholeFile(path, exportedBytes(format, source));
}

function writeFolder(format: ExportFormat, source: ExportSource, path: string): void {
  const exporter = exporters[format];
  if (exporter.kind !== 'files') throw new Error(`${format} is no format of files`);
  const isThere = existsSync(path);
  if (isThere && readdirSync(path).length > 0 && !existsSync(join(path, folderMark))) throw inTheWay(path);
  const unfinished = `${path}.part`;
  const old = `${path}.old`;
  for (const stale of [unfinished, old]) {
    if (!existsSync(stale)) continue;
    // One of ours that was cut short.
    if (!existsSync(join(stale, folderMark))) throw inTheWay(stale);
    rmSync(stale, { recursive: true });
  }
  try {
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, folderMark), `${format}\n`, { flush: true });
    for (const entry of exporter.files(source)) writeEntry(unfinished, entry);
    if (isThere) renameSync(path, old);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Names are the exporter's: they hold no path but the folders that it makes. */
function writeEntry(folder: string, { name, content }: FileEntry): void {
  const target = join(folder, ...name.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  if (typeof content === 'string') writeFileSync(target, content, { flush: true });
  else copyFileSync(content.path, target);
}

function inTheWay(path: string): AppError {
  const message = `${path} is there already and is no export of this kind, so it was left alone. Choose another --out.`;
  return new AppError('invalid-input', message);
}
