/**
 * The store in SQLite: one file, one writer, written through to the disk (`synchronous=FULL`, WAL) before a call returns.
 * Owns library.db in the data folder and nothing else there.
 */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  defaultSettings,
  recommendation as recommendationSchema,
  settings as settingsSchema,
  type Recommendation,
  type Settings,
} from '../../contract/entities.ts';
import { AppError } from '../../contract/errors.ts';
import { libraryFile, openDatabase } from './open-database.ts';
import { createSqliteFeeds } from './sqlite-feeds.ts';
import { createSqliteImports } from './sqlite-imports.ts';
import { createSqliteLibrary } from './sqlite-library.ts';
import { createSqliteLinks } from './sqlite-links.ts';
import { createSqliteSearches } from './sqlite-searches.ts';
import { storeError } from './store-errors.ts';
import { finishedAt, noMark, type Store, type StoredMark } from './store.ts';

interface StoreOptions {
  readonly directory: string;
  readonly now: () => Date;
  /** How long a write waits for another process to let go, in milliseconds. */
  readonly lockTimeoutMs?: number;
}

/** Opens or makes the library in `directory`. Throws an AppError with a `store-…` code if that cannot be. */
export function openSqliteStore(options: StoreOptions): Store {
  try {
    return createStore(openDatabase(options.directory, options.lockTimeoutMs ?? 2000), options);
  } catch (error) {
    throw storeError(error, options.directory);
  }
}

const markRow = z.object({
  article_id: z.string(),
  bookmarked_at: z.string().nullable(),
  progress: z.number(),
  block: z.number(),
  finished_at: z.string().nullable(),
  read_at: z.string().nullable(),
  verdict: z.enum(['yes', 'no']).nullable(),
});

/** Of the articles whose ids are given as a JSON list: those with a mark, an answer or both. */
const selectMarks = `
  SELECT wanted.value AS article_id, m.bookmarked_at, coalesce(m.progress, 0) AS progress, coalesce(m.block, 0) AS block,
         m.finished_at, m.read_at, r.verdict
  FROM json_each(?) wanted
  LEFT JOIN mark m ON m.article_id = wanted.value
  LEFT JOIN recommendation r ON r.article_id = wanted.value
  WHERE m.article_id IS NOT NULL OR r.article_id IS NOT NULL`;

function createStore(database: Database, { directory, now }: StoreOptions): Store {
  const statements = prepareStatements(database);
  const stamp = () => now().toISOString();

  /** Runs a write, with faults of the disk told as such. */
  const write = <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      throw storeError(error, directory);
    }
  };

  const readRecommendation = (id: string): Recommendation | null => {
    const row = statements.recommendation.get(id);
    return row === undefined ? null : toRecommendation(row);
  };

  return {
    directory,
    fault: null,
    library: createSqliteLibrary(database, write, now),
    imports: createSqliteImports(database, write),
    searches: createSqliteSearches(database, write, now),
    feeds: createSqliteFeeds(database, write, now),
    links: createSqliteLinks(database, write),
    mark: (id) => toMark(statements.marks.get(JSON.stringify([id]))),
    marksOf: (ids) =>
      new Map(statements.marks.all(JSON.stringify(ids)).map((row) => [markRow.parse(row).article_id, toMark(row)])),
    begun: () => z.array(z.string()).parse(statements.begun.all()),
    setBookmark: (id, bookmarked) => write(() => statements.setBookmark.run(id, bookmarked ? stamp() : null)),
    setProgress: (id, progress, block) =>
      write(() => statements.setProgress.run(id, progress, block, progress >= finishedAt ? stamp() : null, stamp())),
    clearProgress: (id) => write(() => statements.clearProgress.run(id)),
    recommendation: readRecommendation,
    recommendations: () => statements.recommendations.all().map(toRecommendation),
    setRecommendation: ({ articleId, verdict, reasons, opinion }) =>
      write(() => {
        const time = stamp();
        statements.setRecommendation.run(articleId, verdict, JSON.stringify(reasons), opinion, time, time);
        const kept = readRecommendation(articleId);
        if (kept === null) throw new Error(`the answer for ${articleId} vanished after it was written`);
        return kept;
      }),
    withdrawRecommendation: (id) => write(() => statements.withdrawRecommendation.run(id)),
    settings: () => readSettings(statements.settings.all()),
    setSettings: (change) =>
      write(() => {
        database.transaction(() => {
          for (const [name, value] of Object.entries(change)) {
            if (value !== undefined) statements.setSetting.run(name, JSON.stringify(value));
          }
        })();
        return readSettings(statements.settings.all());
      }),
    copyTo: async (target) => {
      try {
        await database.backup(join(target, libraryFile));
      } catch (error) {
        throw storeError(error, target);
      }
    },
    close: () => {
      database.close();
    },
  };
}

function prepareStatements(database: Database) {
  return {
    marks: database.prepare(selectMarks),
    begun: database
      .prepare(
        `SELECT article_id FROM mark WHERE progress > 0 AND finished_at IS NULL AND read_at IS NOT NULL
         ORDER BY read_at DESC LIMIT 100`,
      )
      .pluck(),
    setBookmark: database.prepare(
      `INSERT INTO mark (article_id, bookmarked_at) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET bookmarked_at =
         CASE WHEN excluded.bookmarked_at IS NULL THEN NULL ELSE coalesce(bookmarked_at, excluded.bookmarked_at) END`,
    ),
    setProgress: database.prepare(
      `INSERT INTO mark (article_id, progress, block, finished_at, read_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET progress = excluded.progress, block = excluded.block, read_at = excluded.read_at,
         finished_at = coalesce(finished_at, excluded.finished_at)`,
    ),
    clearProgress: database.prepare(
      'UPDATE mark SET progress = 0, block = 0, finished_at = NULL, read_at = NULL WHERE article_id = ?',
    ),
    recommendation: database.prepare('SELECT * FROM recommendation WHERE article_id = ?'),
    recommendations: database.prepare('SELECT * FROM recommendation ORDER BY updated_at DESC, article_id'),
    setRecommendation: database.prepare(
      `INSERT INTO recommendation (article_id, verdict, reasons, opinion, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons, opinion = excluded.opinion,
         updated_at = excluded.updated_at`,
    ),
    withdrawRecommendation: database.prepare('DELETE FROM recommendation WHERE article_id = ?'),
    settings: database.prepare('SELECT name, value FROM setting'),
    setSetting: database.prepare(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    ),
  };
}

function toMark(row: unknown): StoredMark {
  if (row === undefined) return noMark;
  const mark = markRow.parse(row);
  return {
    bookmarked: mark.bookmarked_at !== null,
    bookmarkedAt: mark.bookmarked_at,
    progress: mark.progress,
    block: mark.block,
    finished: mark.finished_at !== null,
    recommended: mark.verdict,
    readAt: mark.read_at,
  };
}

const recommendationRow = z
  .object({
    article_id: z.string(),
    verdict: z.string(),
    reasons: z.string(),
    opinion: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform((row) => ({
    articleId: row.article_id,
    verdict: row.verdict,
    reasons: JSON.parse(row.reasons) as unknown, // parsed by the schema of the entity next
    opinion: row.opinion,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
  .pipe(recommendationSchema);

function toRecommendation(row: unknown): Recommendation {
  return recommendationRow.parse(row);
}

const settingRow = z.object({ name: z.string(), value: z.string() });

/** A setting that cannot be read, or that an older version knew, falls back to its default by itself. */
function readSettings(rows: readonly unknown[]): Settings {
  const kept = new Map(rows.map((row) => settingRow.parse(row)).map(({ name, value }) => [name, value]));
  const result: Record<string, unknown> = { ...defaultSettings };
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const value = kept.get(name);
    if (value === undefined) continue;
    const parsed = schema.safeParse(JSON.parse(value));
    if (parsed.success) result[name] = parsed.data;
  }
  return settingsSchema.parse(result);
}

/** A library of another time, to be read: writing throws what SQLite throws. Closes the database with itself. */
export function readOnlyStore(database: Database, options: StoreOptions): Store {
  return createStore(database, options);
}

/** Opens the store, or says what keeps it from opening. Bugs are thrown. */
export function tryOpenSqliteStore(options: StoreOptions): { store: Store } | { fault: AppError } {
  try {
    return { store: openSqliteStore(options) };
  } catch (error) {
    if (error instanceof AppError) return { fault: error };
    throw error;
  }
}
