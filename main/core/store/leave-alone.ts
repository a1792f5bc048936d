/** Makes library.db ready to be carried elsewhere as a file. */
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { libraryFile } from './open-database.ts';

/**
 * Brings the log into the one file. Throws `store-locked` if anybody has the library open: SQLite gives up its log only
 * when it is alone with the file.
 */
export function leaveAlone(directory: string): void {
  const database = new SQLite(join(directory, libraryFile), { timeout: 2000, fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
  } catch (cause) {
    const message = 'Another Lectern has this library open. Close it and try again; nothing was moved.';
    throw new AppError('store-locked', message, undefined, { cause });
  } finally {
    database.close();
  }
}
