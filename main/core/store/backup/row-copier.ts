/**
 * Copies rows from one library file to another as they stand, whatever columns both have. The keys of the other file are
 * exchanged for ours by whoever knows what they are keys of.
 */
import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';

export type Row = Readonly<Record<string, string | number | bigint | null | Uint8Array>>;

export interface PastArticle {
  readonly key: bigint;
  readonly id: string;
  readonly title: string;
  readonly row: Row;
}

export interface RowCopier {
  /** Null if the other library has none of this id. */
  read(id: string): PastArticle | null;
  addressesOf(key: bigint): string[];
  /** Rows of the other library, and of ours. */
  rows(table: string, column: string, value: bigint | string): Row[];
  present(table: string, column: string, value: number | string): Row[];
  /** Of a tag or an asset of the other library, by its key: the key that the like has here, made if need be. */
  here(table: 'tag' | 'asset', key: bigint): bigint;
  /** Names from the outermost shelf to the innermost. */
  shelfPath(key: bigint): string[];
  /** Puts a row into a table of ours, with some columns replaced; what is there already by its own keys stays. Answers whether it went in. */
  insert(table: string, row: Row, replaced: Row): boolean;
  /** Changes the one row of ours that `of` names. */
  change(table: string, changed: Row, of: { readonly article_id: string }): void;
}

export function createRowCopier(source: Database, target: Database): RowCopier {
  const article = source.prepare('SELECT * FROM article WHERE id = ?').safeIntegers();
  const address = source.prepare('SELECT url_key FROM article_address WHERE article_key = ?').pluck();
  const shelf = source.prepare('SELECT parent_key, name FROM shelf WHERE key = ?').safeIntegers();
  const selects = remembering((sql) => source.prepare(sql).safeIntegers());
  const writes = remembering((sql) => target.prepare(sql).safeIntegers());
  const columns = new Map<string, ReadonlySet<string>>();
  const columnsOf = (table: string): ReadonlySet<string> => {
    const known =
      columns.get(table) ??
      new Set(z.array(z.string()).parse(target.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)));
    columns.set(table, known);
    return known;
  };
  const tables = new Set(
    z.array(z.string()).parse(source.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()),
  );
  // An older library has not got every table.
  const rows = (table: string, column: string, value: bigint | string) =>
    tables.has(table)
      ? (selects(`SELECT * FROM ${table} WHERE ${column} = ?`).all(value) as Row[]) // what better-sqlite3 gives for rows
      : [];
  const insert = (table: string, row: Row, replaced: Row): boolean => {
    const known = columnsOf(table);
    const kept = Object.entries({ ...row, ...replaced }).filter(([name]) => known.has(name));
    const list = kept.map(([name]) => name);
    const sql = `INSERT OR IGNORE INTO ${table} (${list.join(', ')}) VALUES (${list.map((name) => `@${name}`).join(', ')})`;
    return writes(sql).run(Object.fromEntries(kept)).changes > 0;
  };
  return {
    read: (id) => {
      const row = article.get(id) as Row | undefined; // as above
      if (row === undefined) return null;
      const { key, title } = z.object({ key: z.bigint(), title: z.string() }).parse(row);
      return { key, id, title, row };
    },
    addressesOf: (key) => z.array(z.string()).parse(address.all(key)),
    rows,
    present: (table, column, value) => writes(`SELECT * FROM ${table} WHERE ${column} = ?`).all(value) as Row[], // as above
    here: (table, key) => {
      const [row] = rows(table, 'key', key);
      if (row === undefined) throw new Error(`the other library names a ${table} that it does not have`);
      const { key: _, ...rest } = row;
      insert(table, rest, {});
      return z.bigint().parse(writes(`SELECT key FROM ${table} WHERE name = ?`).pluck().get(row['name']));
    },
    shelfPath: (key) => {
      const path: string[] = [];
      for (let at: bigint | null = key; at !== null;) {
        const found: { parent_key: bigint | null; name: string } = z
          .object({ parent_key: z.bigint().nullable(), name: z.string() })
          .parse(shelf.get(at));
        path.unshift(found.name);
        at = found.parent_key;
      }
      return path;
    },
    insert,
    change: (table, changed, { article_id }) => {
      const list = Object.keys(changed).map((name) => `${name} = @${name}`);
      writes(`UPDATE ${table} SET ${list.join(', ')} WHERE article_id = @article_id`).run({ ...changed, article_id });
    },
  };
}

function remembering(prepare: (sql: string) => Statement): (sql: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const statement = prepared.get(sql) ?? prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
