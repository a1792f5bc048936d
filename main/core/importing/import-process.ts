/** The thread in which an import reads and prepares. Whatever a file does to it, the core goes on. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openJobLine } from '../jobs/job-line.ts';
import { openAssetFiles, type AssetFile } from '../library/asset-files.ts';
import type { GivenFile } from './file-set.ts';
import { phases, progressPlaces, type ImportParcel, type ImportTask, type PreparedRow } from './import-task.ts';
import { prepareRow, type PrepareOptions } from './prepare-row.ts';
import { openInput } from './read-inputs.ts';

if (parentPort === null) throw new Error('import-process runs in a worker thread, not by itself');
const line = openJobLine(parentPort);
const task = workerData as ImportTask; // cloned from what import-run.ts gives
const progress = new Uint32Array(task.progress);

/** Rows of a parcel, and the characters of their text. */
const mostRows = 128;
const mostText = 4_000_000;
/** In milliseconds: whoever looks on sees something move. */
const longestWait = 400;
/** Larger originals are not kept beside the text, in bytes. */
const largestOriginal = 64 * 1024 * 1024;

const put = task.dataDirectory === null ? nameOnly : openAssetFiles(task.dataDirectory).put;
const formats = new Map<string, number>();
let waiting: PreparedRow[] = [];
let text = 0;
let sentAt = Date.now();
let ordinal = 0;

for (const [index, given] of task.inputs.entries()) {
  mark('file', index);
  await readInput(given, index);
}
await send(task.inputs.length);
await line.done();

async function readInput(given: GivenFile, index: number): Promise<void> {
  const broken = task.broken.get(index);
  mark('phase', phases.reading);
  mark('row', ordinal);
  if (broken !== undefined && ordinal >= broken.before) {
    breakOff(given, broken.reason);
    return;
  }
  const { format, rows } = await openInput(given, task.all);
  formats.set(format, (formats.get(format) ?? 0) + 1);
  const iterator = rows[Symbol.asyncIterator]();
  for (;;) {
    if (broken !== undefined && ordinal >= broken.before) {
      breakOff(given, broken.reason);
      return;
    }
    mark('phase', phases.reading);
    mark('row', ordinal);
    const next = await iterator.next();
    if (next.done === true) return;
    mark('phase', phases.preparing);
    if (isWanted(ordinal)) {
      const { record, service } = next.value;
      const poison = task.poisoned.get(ordinal);
      const { input, row } = record;
      take(
        poison === undefined
          ? prepareRow(record, service, ordinal, optionsFor(given))
          : { ordinal, input, row, title: '', kind: 'failed', reason: poison },
      );
    } else line.alive();
    ordinal += 1;
    if (waiting.length >= mostRows || text >= mostText || Date.now() - sentAt > longestWait) await send(index);
  }
}

function breakOff({ name }: GivenFile, reason: string): void {
  if (isWanted(ordinal)) {
    const said = `The rest of the file could not be read. ${reason}`;
    take({ ordinal, input: name, row: 0, title: '', kind: 'failed', reason: said });
  }
  ordinal += 1;
}

function isWanted(row: number): boolean {
  return row >= task.from && (task.only?.has(row) ?? true);
}

function take(row: PreparedRow): void {
  waiting.push(row);
  if (row.kind === 'article') text += row.prepared.body?.html?.length ?? 1000;
}

async function send(filesDone: number): Promise<void> {
  const parcel: ImportParcel = { rows: waiting, filesDone, formats: [...formats] };
  waiting = [];
  text = 0;
  sentAt = Date.now();
  await line.send(parcel);
}

function mark(place: keyof typeof progressPlaces, value: number): void {
  Atomics.store(progress, progressPlaces[place], value);
}

function optionsFor({ path, name }: GivenFile): PrepareOptions {
  const isKept = task.keepOriginals && statSync(path).size <= largestOriginal;
  const original = isKept ? () => put(readFileSync(path), mediaTypeOf(name)) : null;
  return { put, now: task.now, extent: task.extent, original };
}

function mediaTypeOf(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    pdf: 'application/pdf',
    epub: 'application/epub+zip',
    mht: 'multipart/related',
    mhtml: 'multipart/related',
    md: 'text/markdown',
    txt: 'text/plain',
  };
  return types[ending] ?? 'text/html';
}

/** What a file would be called, for a preview that keeps nothing. */
function nameOnly(bytes: Uint8Array, mediaType: string): AssetFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `${sha256.slice(0, 32)}.bin`, sha256, mediaType, bytes: bytes.length };
}
