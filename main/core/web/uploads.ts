/**
 * Files that the reader gives to the window, on their way into the library. A shell streams the bytes of one file into
 * `incoming/` of the data folder under a name that we draw, so that a file of any size never stands in memory; the window
 * learns that name and hands it to the core. No name of the reader's disk, and none out of the file, becomes a path.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, toFailure, type Reply } from '../../contract/errors.ts';

export interface Upload {
  /** 32 hex digits. */
  readonly upload: string;
  readonly bytes: number;
}

/** Where uploads are sent with POST, in both shells. */
export const uploadAddress = '/uploads';

/** Takes in one file; a shell without a data folder has none. */
export type ReceiveUpload = (body: AsyncIterable<Uint8Array>) => Promise<Upload>;

/** Whoever closed the window in the middle of an import will not be back for it after that long. */
const abandonedAfterMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Takes one file whole, or nothing of it: what broke off is removed. Throws `AppError` `disk-full`, or `store-unavailable`
 * for a folder that cannot be written.
 */
export async function receiveUpload(dataDirectory: string, body: AsyncIterable<Uint8Array>): Promise<Upload> {
  const upload = randomBytes(16).toString('hex');
  const directory = incomingIn(dataDirectory);
  const path = join(directory, upload);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw uploadError(cause);
  }
  try {
    await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(path, { flags: 'wx' }));
    return { upload, bytes: statSync(path).size };
  } catch (cause) {
    rmSync(path, { force: true });
    throw uploadError(cause);
  }
}

/** The answer to an upload, as a call of the contract is answered. */
export async function receiveReply(receive: ReceiveUpload, body: AsyncIterable<Uint8Array>): Promise<Reply> {
  try {
    return { ok: true, value: await receive(body) };
  } catch (error) {
    if (error instanceof AppError) return toFailure(error);
    throw error;
  }
}

/** The file that came as `upload`, or null. */
export function uploadedFile(dataDirectory: string, upload: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(upload)) return null;
  const path = join(incomingIn(dataDirectory), upload);
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : null;
}

export function removeUpload(dataDirectory: string, upload: string): void {
  const path = uploadedFile(dataDirectory, upload);
  if (path !== null) rmSync(path, { force: true });
}

/** At the start: clears away what nobody came back for, except what `keep` still needs. */
export function removeAbandonedUploads(dataDirectory: string, now: Date, keep: ReadonlySet<string>): void {
  const directory = incomingIn(dataDirectory);
  if (statSync(directory, { throwIfNoEntry: false }) === undefined) return;
  for (const name of readdirSync(directory)) {
    const path = uploadedFile(dataDirectory, name);
    if (path === null || keep.has(name)) continue;
    if (now.getTime() - statSync(path).mtimeMs > abandonedAfterMs) rmSync(path, { force: true });
  }
}

function incomingIn(dataDirectory: string): string {
  return join(dataDirectory, 'incoming');
}

function uploadError(cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message =
      'The disk is full, so this file could not be taken in. Make room and give it again; nothing was lost.';
    return new AppError('disk-full', message, undefined, { cause });
  }
  if (['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(code)) {
    return new AppError('unreachable', 'The file broke off on its way. Give it again.', undefined, { cause });
  }
  const message = `Your data folder cannot take the file (${code || 'unknown fault'}). Check that it may be written.`;
  return new AppError('store-unavailable', message, undefined, { cause });
}
