/**
 * An article with all that hangs on it, as it is, in one text: so that an import that changed it can be taken back. Rows are
 * kept as they stand in the tables; the article's key and id never change.
 */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { createNameSettler } from './article-names.ts';

/** Tables with rows of an article, each with the column that names it and by what. */
const parts = [
  { table: 'article_body', column: 'article_key', by: 'key' },
  { table: 'article_address', column: 'article_key', by: 'key' },
  { table: 'article_origin', column: 'article_key', by: 'key' },
  { table: 'article_tag', column: 'article_key', by: 'key' },
  { table: 'article_shelf', column: 'article_key', by: 'key' },
  { table: 'article_asset', column: 'article_key', by: 'key' },
  { table: 'article_edit', column: 'article_key', by: 'key' },
  { table: 'hidden_block', column: 'article_key', by: 'key' },
  { table: 'highlight', column: 'article_id', by: 'id' },
] as const;

const value = z.union([z.string(), z.number(), z.null(), z.object({ integer: z.string() })]);
const row = z.record(z.string(), value);

const snapshot = z.object({
  article: row,
  mark: row.nullable(),
  parts: z.record(z.string(), z.array(row)),
});
type Row = z.infer<typeof row>;

export interface ArticleSnapshots {
  take(article: { readonly key: number; readonly id: string }): string;
  /** Puts everything back as it was; `revision` tells the index. What the reader marked since is kept. */
  restore(text: string, revision: number): void;
}

export function createSnapshots(database: Database): ArticleSnapshots {
  const select = (table: string, column: string) =>
    database.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).safeIntegers();
  const article = select('article', 'key');
  const mark = select('mark', 'article_id');
  const reads = parts.map(({ table, column, by }) => ({ table, by, statement: select(table, column) }));
  const deletes = parts.map(({ table, column, by }) => ({
    by,
    statement: database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`),
  }));

  const settleNames = createNameSettler(database);

  return {
    take: ({ key, id }) => {
      const found = mark.get(id);
      return JSON.stringify({
        article: toPlain(article.get(key)),
        mark: found === undefined ? null : toPlain(found),
        parts: Object.fromEntries(
          reads.map(({ table, by, statement }) => [table, statement.all(by === 'key' ? key : id).map(toPlain)]),
        ),
      });
    },
    restore: (text, revision) => {
      const kept = snapshot.parse(JSON.parse(text));
      const { key, id, ...columns } = fromPlain(kept.article);
      const columnNames = Object.keys(columns);
      database
        .prepare(`UPDATE article SET ${columnNames.map((name) => `${name} = @${name}`).join(', ')} WHERE key = @key`)
        .run({ ...columns, key, revision });
      // It may be older than the columns that are made of names.
      settleNames(z.union([z.number(), z.bigint()]).parse(key));
      for (const { by, statement } of deletes) statement.run(by === 'key' ? key : id);
      for (const { table } of parts) for (const one of kept.parts[table] ?? []) insert(table, fromPlain(one));
      restoreReading(id, kept.mark);
    },
  };

  function insert(table: string, columns: Record<string, unknown>): void {
    const names = Object.keys(columns);
    const places = names.map((name) => `@${name}`);
    database.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`).run(columns);
  }

  /** How far one had read; bookmarks are the reader's own and stay. */
  function restoreReading(id: unknown, was: Row | null): void {
    const { progress = 0, finished_at: finished = null, read_at: read = null } = was === null ? {} : fromPlain(was);
    database
      .prepare('UPDATE mark SET progress = ?, finished_at = ?, read_at = ? WHERE article_id = ?')
      .run(progress, finished, read, id);
  }
}

/** Integers beyond what JSON's numbers hold are written out. */
function toPlain(found: unknown): Row {
  const columns = found as Record<string, string | number | bigint | null>; // what better-sqlite3 gives for a row
  return Object.fromEntries(
    Object.entries(columns).map(([name, held]): [string, Row[string]] => {
      if (typeof held !== 'bigint') return [name, held];
      const number = Number(held);
      return [name, Number.isSafeInteger(number) ? number : { integer: held.toString() }];
    }),
  );
}

function fromPlain(kept: Row): Record<string, string | number | bigint | null> {
  return Object.fromEntries(
    Object.entries(kept).map(([name, held]) => [
      name,
      typeof held === 'object' && held !== null ? BigInt(held.integer) : held,
    ]),
  );
}
