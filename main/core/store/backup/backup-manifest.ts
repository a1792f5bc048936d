/**
 * What a backup file is: a ZIP of `library.db` (articles, marks, settings, saved searches), the pictures and originals that
 * its articles name, as `assets/…`, and `manifest.json`, which comes last and tells every other entry with its size and digest.
 */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';

export const manifestName = 'manifest.json';

const count = z.number().int().nonnegative();

const libraryContents = z.object({
  articles: count,
  marks: count,
  recommendations: count,
  highlights: count,
  tags: count,
  savedSearches: count,
  pictures: count,
});
export type LibraryContents = z.infer<typeof libraryContents>;

export const manifest = z.object({
  format: z.literal('lectern-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  madeBy: z.string(),
  schema: count,
  counts: libraryContents,
  /** Files that articles name and that were not there. */
  missing: z.array(z.string()),
  entries: z.array(z.object({ name: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type Manifest = z.infer<typeof manifest>;

const tables = {
  articles: 'article',
  marks: 'mark',
  recommendations: 'recommendation',
  highlights: 'highlight',
  tags: 'tag',
  savedSearches: 'saved_search',
  pictures: 'asset',
} as const satisfies Record<keyof LibraryContents, string>;

/** Of a library of any schema: what there is no table for is none. */
export function contentsOf(database: Database): LibraryContents {
  const known = new Set(z.array(z.string()).parse(database.prepare(`SELECT name FROM sqlite_schema`).pluck().all()));
  return libraryContents.parse(
    Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [
        name,
        known.has(table) ? database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() : 0,
      ]),
    ),
  );
}
