/** Tells whether anything at all was written to a database: for what is kept only as long as nothing was. */
import type { Database } from 'better-sqlite3';

/** Another string after any write, by this connection or, since SQLite's `data_version` counts those, by another. */
export function createWriteStamp(database: Database): () => string {
  const others = database.prepare('PRAGMA data_version').pluck();
  const own = database.prepare('SELECT total_changes()').pluck();
  return () => `${String(others.get())} ${String(own.get())}`;
}
