/**
 * Saves what can still be read of a damaged library file: table by table, from both ends towards the damage, into a sound file
 * of the same schema. Works on a copy; the damaged file is only read. Where the beginning of the file is what was damaged, the
 * snapshot's takes its place: both are copies of one library, page for page.
 */
import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import SQLite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { migrate } from '../migrations.ts';
import type { Row } from './row-copier.ts';

export interface Salvaged {
  /** Rows that could be read, by table. */
  readonly rows: ReadonlyMap<string, number>;
  /** Tables with rows that could not. */
  readonly damaged: readonly string[];
}

interface Places {
  readonly damaged: string;
  /** Of the same library, sound. Null for none. */
  readonly snapshot: string | null;
  /** Where to work, and where the result goes: neither is there yet. */
  readonly work: string;
  readonly out: string;
}

/** Null if nothing of it can be read. */
export function salvage({ damaged, snapshot, work, out }: Places): Salvaged | null {
  for (const ending of ['', '-wal'])
    if (existsSync(`${damaged}${ending}`)) copyFileSync(`${damaged}${ending}`, `${work}${ending}`);
  const found = readAll(work, out);
  if (found !== null || snapshot === null) return found;
  borrowBeginning(work, snapshot);
  return readAll(work, out);
}

function readAll(work: string, out: string): Salvaged | null {
  let source: Database | null = null;
  const target = new SQLite(out);
  try {
    migrate(target);
    target.pragma('foreign_keys = OFF');
    source = new SQLite(work);
    source.pragma('cell_size_check = ON');
    const tables = tablesOf(source, target);
    const rows = new Map<string, number>();
    const damaged: string[] = [];
    for (const table of tables) {
      const { count, isWhole } = readTable(source, target, table);
      rows.set(table, count);
      if (!isWhole) damaged.push(table);
    }
    dropLoose(target);
    return { rows, damaged };
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return null;
    throw error;
  } finally {
    source?.close();
    target.close();
  }
}

/** Those that both have. */
function tablesOf(source: Database, target: Database): string[] {
  const list = (database: Database) =>
    z
      .array(z.string())
      .parse(
        database
          .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
          .pluck()
          .all(),
      );
  const known = new Set(list(target));
  return list(source).filter((name) => known.has(name));
}

function readTable(source: Database, target: Database, table: string): { count: number; isWhole: boolean } {
  const columns = z.array(z.string()).parse(target.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  const keys = z
    .array(z.string())
    .parse(target.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table));
  const write = target.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  let count = 0;
  const take = (direction: 'ASC' | 'DESC'): boolean => {
    try {
      const order = keys.map((name) => `${name} ${direction}`).join(', ');
      const select = source
        .prepare(`SELECT * FROM ${table} NOT INDEXED ${order === '' ? '' : `ORDER BY ${order}`}`)
        .safeIntegers();
      for (const row of select.iterate()) if (put(write, columns, row as Row)) count += 1; // what better-sqlite3 gives for rows
      return true;
    } catch (error) {
      if (!(error instanceof SQLite.SqliteError)) throw error;
      return false;
    }
  };
  const isWhole = target.transaction(() => take('ASC') || (take('DESC'), false))();
  return { count, isWhole };
}

/** What the damage made of a row may break the table's own rules: then it is none. */
function put(write: SQLite.Statement, columns: readonly string[], row: Row): boolean {
  try {
    return write.run(Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))).changes > 0;
  } catch (error) {
    if (error instanceof SQLite.SqliteError || error instanceof TypeError) return false;
    throw error;
  }
}

/** Rows that name what could not be read. */
function dropLoose(target: Database): void {
  const violations = z
    .array(z.object({ table: z.string(), rowid: z.number().nullable() }))
    .parse(target.pragma('foreign_key_check'));
  for (const { table, rowid } of violations)
    if (rowid !== null) target.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid);
  for (const table of [
    ...['article_address', 'article_origin', 'article_tag', 'article_shelf', 'article_asset'],
    ...['article_names', 'article_edit', 'hidden_block', 'feed_waiting', 'feed_page'],
  ])
    target.exec(`DELETE FROM ${table} WHERE article_key NOT IN (SELECT key FROM article)`);
  for (const table of ['tag', 'shelf', 'asset'])
    target.exec(`DELETE FROM article_${table} WHERE ${table}_key NOT IN (SELECT key FROM ${table})`);
  target.exec(
    `INSERT INTO article_names SELECT key, folded_names(title, author, site, standfirst) FROM article WHERE true
     ON CONFLICT DO NOTHING`,
  );
  target.exec(
    `UPDATE article SET has_content = 0 WHERE has_content = 1 AND key NOT IN (SELECT article_key FROM article_body)`,
  );
}

/** Writes the first page of the snapshot over that of the copy, with the copy's own length in it. */
function borrowBeginning(work: string, snapshot: string): void {
  const from = openSync(snapshot, 'r');
  const to = openSync(work, 'r+');
  try {
    const header = Buffer.alloc(100);
    readSync(from, header, 0, header.length, 0);
    const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const page = Buffer.alloc(pageBytes);
    readSync(from, page, 0, pageBytes, 0);
    page.writeUInt32BE(Math.floor(statSync(work).size / pageBytes), 28);
    writeSync(to, page, 0, pageBytes, 0);
  } finally {
    closeSync(from);
    closeSync(to);
  }
}
