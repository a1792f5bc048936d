/** A library with something in every table, in a temporary folder, and what is in it. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { z } from 'zod';
import { ownService } from '../../../importers/import-record.ts';
import {
  articleToSave,
  openLibraryFixture,
  textOf,
  type LibraryFixture,
} from '../../../library/test-helpers/library-fixture.ts';

export function openFullLibrary(articles = 12): LibraryFixture {
  const fixture = openLibraryFixture(['a-story']);
  fillLibrary(fixture, articles);
  return fixture;
}

function fillLibrary({ library, store, assets }: LibraryFixture, articles: number): void {
  const given = Array.from({ length: articles }, (_, at) => {
    const picture = {
      ...assets.put(Buffer.from(`picture ${at % 5} `.repeat(200)), 'image/png'),
      role: 'picture' as const,
    };
    const original = {
      ...assets.put(Buffer.from(`<p>original ${at}</p>`.repeat(50)), 'text/html'),
      role: 'original' as const,
    };
    return articleToSave({
      externalId: `n${at}`,
      title: `Number ${at}`,
      url: `https://example.org/${at}`,
      content: { kind: 'text', text: textOf(`word${at}x`) },
      tags: ['all', at % 2 === 0 ? 'even' : 'odd'],
      shelves: [['Outer', at % 2 === 0 ? 'Inner' : 'Other']],
      assets: [picture, original],
      imagesWanted: 1,
      highlights:
        at % 3 === 0 ? [{ quote: `word${at}x1`, note: 'why', colour: 'yellow', tags: ['h'], createdAt: null }] : [],
    });
  });
  library.save(given, ownService);
  store.setBookmark('n1', true);
  store.setProgress('n2', 0.5, 3);
  store.setBookmark('a-story', true);
  store.setRecommendation({ articleId: 'a-story', verdict: 'yes', reasons: ['clear'], opinion: 'Good.' });
  store.setSettings({ theme: 'sepia' });
  store.searches.save({ name: 'Evens', query: 'tag:even', order: 'relevance' });
  library.moveToTrash(['n3']);
}

/** Every row of every table, and every file; without the id by which an index knows the library. */
export function contentOf(directory: string, options: { readonly withFiles: boolean } = { withFiles: true }): unknown {
  const database = new SQLite(join(directory, 'library.db'), { readonly: true });
  try {
    const tables = z
      .array(z.string())
      .parse(database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all());
    const rows = tables.map((table) => [
      table,
      database
        .prepare(`SELECT ${table === 'library' ? 'revision' : '*'} FROM ${table}`)
        .safeIntegers()
        .all()
        .map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
        .sort(),
    ]);
    return {
      rows: Object.fromEntries(rows) as unknown,
      files: options.withFiles ? filesOf(join(directory, 'assets')) : [],
    };
  } finally {
    database.close();
  }
}

function filesOf(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'base64')]);
}
