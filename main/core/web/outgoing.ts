/**
 * Files that the core makes for the reader to take away: exports, backups. The core writes one into `outgoing/` of the
 * data folder under a name that we draw; a shell serves it at `/outgoing/<id>` as a file to save, under the name that
 * stands in the note beside it. The window learns the id and no path. A file is there only when it is whole.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outgoingLabel, type Outgoing, type OutgoingLabel } from '../../contract/outgoing.ts';
import {
  finishFile,
  removeUnfinished,
  sweepUnfinished,
  unfinishedBeside,
  unfinishedOf,
  writeNewFile,
} from '../files/durable-file.ts';
import { storeError } from '../store/store-errors.ts';
import type { FindFile } from './web-files.ts';

const prefix = '/outgoing/';

/** Whoever has not taken a file by then has it made again. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

export function drawOutgoing(): string {
  return randomBytes(16).toString('hex');
}

/** Streams a file into its place. Throws `AppError` for a fault of the disk, `AbortError` if told to stop; nothing is left then. */
export async function writeOutgoing(
  dataDirectory: string,
  label: OutgoingLabel,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { outgoing = drawOutgoing(), signal }: { readonly outgoing?: string; readonly signal?: AbortSignal } = {},
): Promise<Outgoing> {
  const path = join(outgoingIn(dataDirectory), outgoing);
  try {
    const unfinished = unfinishedBeside(path);
    const bytes = await writeNewFile(unfinished, chunks, signal);
    // Before the file has its name, which would be without one; and after it is there, so that a note alone is left over.
    writeFileSync(noteOf(path), JSON.stringify(label), { flush: true });
    finishFile(unfinished, path);
    return { ...label, outgoing, bytes };
  } catch (error) {
    removeOutgoing(dataDirectory, outgoing);
    throw storeError(error, dataDirectory);
  }
}

/** Under `/outgoing/`, what waits to be taken from the library that is open at the time. */
export function outgoingFiles(dataDirectory: () => string): FindFile {
  return (address) => {
    if (!address.startsWith(prefix)) return null;
    const outgoing = address.slice(prefix.length);
    const found = findOutgoing(dataDirectory(), outgoing);
    if (found === null) return null;
    const { path, bytes, mediaType, fileName } = found;
    return { path, bytes, mediaType, etag: `"${outgoing}"`, immutable: true, kind: 'attachment', saveAs: fileName };
  };
}

/** Null for what is not there, not whole, or no id of ours. */
export function findOutgoing(dataDirectory: string, outgoing: string): (Outgoing & { readonly path: string }) | null {
  if (!isOutgoing(outgoing)) return null;
  const path = join(outgoingIn(dataDirectory), outgoing);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return null;
  return { ...outgoingLabel.parse(JSON.parse(readFileSync(noteOf(path), 'utf8'))), outgoing, bytes: stat.size, path };
}

/** Finished or not. */
export function removeOutgoing(dataDirectory: string, outgoing: string): void {
  if (!isOutgoing(outgoing)) return;
  const path = join(outgoingIn(dataDirectory), outgoing);
  removeUnfinished(path);
  for (const name of [path, noteOf(path)]) rmSync(name, { force: true });
}

/** At the start: what a process that is gone left unfinished, and what nobody took within a day. */
export function removeAbandonedOutgoing(dataDirectory: string, now: Date): void {
  const directory = outgoingIn(dataDirectory);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return;
  sweepUnfinished(directory, now);
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) continue;
    if (now.getTime() - stat.mtimeMs > abandonedAfterMs || isNoteAlone(path)) rmSync(path, { force: true });
  }
}

/** Whoever writes one has the file beside it, unfinished first and then under its name: so it is looked for in that order. */
function isNoteAlone(path: string): boolean {
  if (!path.endsWith('.json')) return false;
  const file = path.slice(0, -'.json'.length);
  return unfinishedOf(file).length === 0 && !existsSync(file);
}

function isOutgoing(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function outgoingIn(dataDirectory: string): string {
  return join(dataDirectory, 'outgoing');
}

function noteOf(path: string): string {
  return `${path}.json`;
}
