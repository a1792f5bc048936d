/**
 * Writes an export where somebody at this machine wants it: a file, a stream, or a folder with the files that would be in
 * the archive. What is there is replaced only if an export put it there, and only when the new one is whole.
 */
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ExportFormat } from '../../contract/export-formats.ts';
import type { Assets } from '../collection/assets.ts';
import { exportedBytes, exporters } from '../exporters/exporters.ts';
import type { ExportSource } from '../exporters/export-source.ts';
import { sweepUnfinished, writeWholeFile } from '../files/durable-file.ts';
import { pathError } from '../files/path-error.ts';
import type { Store } from '../store/store.ts';
import { inTheWay } from './in-the-way.ts';
import { isOwnFile } from './own-files.ts';
import { readSource } from './read-source.ts';
import { storyTitles } from './story-titles.ts';
import { writeFolder } from './write-folder.ts';

/** A path, or whoever takes the bytes as they are made. */
export type ExportTarget = string | ((bytes: Uint8Array) => Promise<void>);

interface From {
  readonly store: Store;
  readonly assets: Assets;
  readonly collectionDirectory: string;
  readonly now: string;
}

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
    const exporter = exporters[format];
    if (exporter.kind === 'files' && format !== 'epub' && meansFolder(target))
      writeFolder(format, exporter.files(source), target, new Date(now));
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
