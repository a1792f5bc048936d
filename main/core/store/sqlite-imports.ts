/** The rows of imports in SQLite. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { importStates, rowOutcome } from '../../contract/import-entities.ts';
import type { ImportStore, StoredImport } from './import-store.ts';

const importRecord = z
  .object({
    key: z.number(),
    id: z.string(),
    name: z.string(),
    state: z.enum(importStates),
    started_at: z.string(),
    finished_at: z.string().nullable(),
    files: z.string(),
    keep_originals: z.number(),
    only_rows: z.string().nullable(),
    files_done: z.number(),
    formats: z.string(),
    message: z.string().nullable(),
  })
  .transform((row): StoredImport => ({
    key: row.key,
    id: row.id,
    name: row.name,
    state: row.state,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    files: files.parse(JSON.parse(row.files)),
    keepOriginals: row.keep_originals === 1,
    onlyRows: row.only_rows === null ? null : z.array(z.number()).parse(JSON.parse(row.only_rows)),
    filesDone: row.files_done,
    formats: formats.parse(JSON.parse(row.formats)),
    message: row.message,
  }));
const files = z.array(z.object({ path: z.string(), name: z.string(), upload: z.string().nullable() }));
const formats = z.array(z.object({ name: z.string(), files: z.number() }));
const rowRecord = z
  .object({
    input: z.string(),
    row: z.number(),
    outcome: rowOutcome,
    title: z.string(),
    reason: z.string().nullable(),
    article_id: z.string().nullable(),
  })
  .transform(({ article_id: articleId, ...row }) => ({ ...row, articleId }));
const traceRecord = z.object({
  article_id: z.string(),
  is_new: z.number(),
  before: z.string().nullable(),
  revision: z.number(),
});
const rowColumns = 'input, row, outcome, title, reason, article_id';

export function createSqliteImports(database: Database, guard: <Result>(run: () => Result) => Result): ImportStore {
  const insert = database.prepare(
    `INSERT INTO import (id, name, state, started_at, files, keep_originals, only_rows)
     VALUES (@id, @name, @state, @startedAt, @files, @keepOriginals, @onlyRows)`,
  );
  const byId = database.prepare('SELECT * FROM import WHERE id = ?');
  const newest = database.prepare('SELECT * FROM import ORDER BY key DESC LIMIT 200');
  const update = database.prepare(
    `UPDATE import SET state = @state, finished_at = @finishedAt, files_done = @filesDone, formats = @formats,
       message = @message, keep_originals = @keepOriginals WHERE id = @id`,
  );
  const remove = database.prepare('DELETE FROM import WHERE id = ?');
  const addRow = database.prepare(
    `INSERT INTO import_row (import_key, ordinal, ${rowColumns}, revision, is_new, before)
     VALUES (@key, @ordinal, @input, @row, @outcome, @title, @reason, @articleId, @revision, @isNew, @before)`,
  );
  const count = database.prepare(
    'SELECT outcome, count(*) AS count FROM import_row WHERE import_key = ? GROUP BY outcome',
  );
  const next = database.prepare('SELECT coalesce(max(ordinal) + 1, 0) FROM import_row WHERE import_key = ?').pluck();
  const page = database.prepare(
    `SELECT ${rowColumns} FROM import_row WHERE import_key = @key AND (@outcome IS NULL OR outcome = @outcome)
     ORDER BY ordinal LIMIT @limit OFFSET @offset`,
  );
  const all = database.prepare(`SELECT ${rowColumns} FROM import_row WHERE import_key = ? ORDER BY ordinal`);
  const failed = database
    .prepare(`SELECT ordinal FROM import_row WHERE import_key = ? AND outcome = 'failed' ORDER BY ordinal`)
    .pluck();
  // SQLite takes the other columns from the row that has the least: what the import found there.
  const traces = database.prepare(
    `SELECT article_id, is_new, before, last AS revision FROM (
       SELECT article_id, is_new, before, min(ordinal) AS first FROM import_row
       WHERE import_key = @key AND article_id IS NOT NULL GROUP BY article_id
     ) JOIN (
       SELECT article_id AS same, max(revision) AS last FROM import_row
       WHERE import_key = @key AND article_id IS NOT NULL GROUP BY article_id
     ) ON same = article_id ORDER BY first`,
  );
  const find = (id: string): StoredImport | null => {
    const row = byId.get(id);
    return row === undefined ? null : importRecord.parse(row);
  };

  return {
    create: (made) =>
      guard(() => {
        insert.run({
          ...made,
          files: JSON.stringify(made.files),
          keepOriginals: made.keepOriginals ? 1 : 0,
          onlyRows: made.onlyRows === null ? null : JSON.stringify(made.onlyRows),
        });
        const kept = find(made.id);
        if (kept === null) throw new Error(`the import ${made.id} vanished after it was written`);
        return kept;
      }),
    find,
    list: () => newest.all().map((row) => importRecord.parse(row)),
    update: (id, change) => {
      guard(() => {
        const kept = find(id);
        if (kept === null) return;
        const { state, finishedAt, keepOriginals, filesDone, message, formats: named } = { ...kept, ...change };
        const originals = keepOriginals ? 1 : 0;
        update.run({
          id,
          state,
          finishedAt,
          filesDone,
          message,
          keepOriginals: originals,
          formats: JSON.stringify(named),
        });
      });
    },
    remove: (id) => {
      guard(() => remove.run(id));
    },
    addRows: (key, rows) => {
      for (const row of rows) addRow.run({ ...row, key, isNew: row.isNew ? 1 : 0 });
    },
    counts: (key) => {
      const counted = z.array(z.object({ outcome: rowOutcome, count: z.number() })).parse(count.all(key));
      const of = (outcome: string) => counted.find((one) => one.outcome === outcome)?.count ?? 0;
      return {
        read: counted.reduce((sum, one) => sum + one.count, 0),
        imported: of('imported'),
        merged: of('merged'),
        noContent: of('no-content'),
        failed: of('failed'),
      };
    },
    nextOrdinal: (key) => z.number().parse(next.get(key)),
    rows: (key, outcome, limit, offset) => page.all({ key, outcome, limit, offset }).map((row) => rowRecord.parse(row)),
    *allRows(key) {
      for (const row of all.iterate(key)) yield rowRecord.parse(row);
    },
    failedOrdinals: (key) => z.array(z.number()).parse(failed.all(key)),
    traces: (key) =>
      traces.all({ key }).map((row) => {
        const { article_id: articleId, is_new: isNew, ...rest } = traceRecord.parse(row);
        return { ...rest, articleId, isNew: isNew === 1 };
      }),
    within: (run) => guard(() => database.transaction(run).immediate()),
  };
}
