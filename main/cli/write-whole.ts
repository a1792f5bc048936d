/** A file that somebody named, replaced once all of it is written. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';

/** Throws `AppError` for a place that cannot be written. */
export function writeWhole(path: string, parts: Iterable<string>): void {
  const unfinished = `${path}.part`;
  try {
    const file = openSync(unfinished, 'w');
    try {
      for (const part of parts) writeFileSync(file, part);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    if (cause instanceof AppError || !(cause instanceof Error) || !('code' in cause)) throw cause;
    const full = cause.code === 'ENOSPC';
    const message = full
      ? `The disk is full, so ${path} was not written. Make room and try again.`
      : `${path} cannot be written (${String(cause.code)}). Choose another place with --out.`;
    throw new AppError(full ? 'disk-full' : 'invalid-input', message, undefined, { cause });
  }
}
