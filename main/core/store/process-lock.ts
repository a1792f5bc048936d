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

/** Null if another process holds it, or if the file cannot be made. Never waits. */
export function takeLock(path: string): ProcessLock | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new SQLite(path, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
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
