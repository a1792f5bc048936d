/** Turns what SQLite and the file system throw into errors that a reader can act on. Bugs pass through untouched. */
import { AppError } from '../../contract/errors.ts';

/** An AppError for a fault of the disk, the folder or the file; `error` itself if it is none of these. */
export function storeError(error: unknown, directory: string): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof AppError) return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'store-locked',
      `The library in ${directory} is in use by another program that does not let go of it. ` +
        'Close the other one (a backup, a database viewer, a second Lectern) and try again.',
      undefined,
      { cause: error },
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(directory, error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new AppError(
      'disk-full',
      `The disk that holds ${directory} is full, so the last change was not kept. Make room and try again; ` +
        'everything kept before is safe.',
      undefined,
      { cause: error },
    );
  }
  if (unusable.some((start) => code.startsWith(start))) {
    return new AppError(
      'store-unavailable',
      `The data folder ${directory} cannot be used (${code}). Choose a folder that you may write to, ` +
        'or give yourself permission for this one.',
      undefined,
      { cause: error },
    );
  }
  return error;
}

/** The error for a library file that SQLite cannot make sense of. */
export function damaged(directory: string, cause?: unknown): AppError {
  return new AppError(
    'store-damaged',
    `The library file library.db in ${directory} is damaged and was left as it is. ` +
      'Open Lectern and look under Backup: it goes back to the newest snapshot and saves what is newer.',
    undefined,
    { cause },
  );
}

const unusable = [
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_PERM',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'EIO',
];

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
