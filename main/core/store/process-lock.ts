/**
 * A lock that one process at a time holds, and that the operating system takes back when the process is gone, however it
 * went: an exclusive transaction on a small database of its own.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';

export interface ProcessLock {
  release(): void;
}

/** Null if another process holds it, alone or with others, or if the file cannot be made. Never waits. */
export function takeLock(path: string): ProcessLock | null {
  return hold(path, 'BEGIN EXCLUSIVE');
}

/** The same lock, held by any number at once, and by none while one has it alone. */
export function shareLock(path: string): ProcessLock | null {
  return hold(path, 'BEGIN; SELECT count(*) FROM sqlite_schema');
}

function hold(path: string, how: string): ProcessLock | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new SQLite(path, { timeout: 0 });
    try {
      database.exec(how);
    } catch (error) {
      database.close();
      throw error;
    }
    return {
      release: () => {
        database.close();
      },
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
