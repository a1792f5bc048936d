/** What taking another library back would do to the present one. Changes nothing. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { RestorePreview } from '../../../contract/backup-entities.ts';

/** Titles that are told of each kind. */
const told = 20;

type Compared = Pick<RestorePreview, 'there' | 'here' | 'comes' | 'onlyHere' | 'differs' | 'settings'>;

const articleRow = z.object({
  id: z.string(),
  title: z.string(),
  has_content: z.number(),
  text: z.string().nullable(),
});
const settingRows = z.array(z.object({ name: z.string(), value: z.string() }));

/** `here` is null where there is no library yet. */
export function compareLibraries(there: Database, here: Database | null): Compared {
  const past = articlesOf(there);
  const present = here === null ? new Map<string, Held>() : articlesOf(here);
  const comes: string[] = [];
  const differs: string[] = [];
  for (const [id, { title, text }] of past) {
    const now = present.get(id);
    if (now === undefined) comes.push(title);
    else if (now.text !== text) differs.push(title);
  }
  const onlyHere = [...present].filter(([id]) => !past.has(id)).map(([, { title }]) => title);
  const settingsHere = new Map(here === null ? [] : settingsOf(here));
  return {
    there: countsOf(there),
    here: here === null ? { articles: 0, marks: 0, highlights: 0, pictures: 0 } : countsOf(here),
    comes: few(comes),
    onlyHere: few(onlyHere),
    differs: few(differs),
    settings: settingsOf(there)
      .filter(([name, value]) => settingsHere.get(name) !== value)
      .map(([name]) => name),
  };
}

interface Held {
  readonly title: string;
  /** Tells one text from another. */
  readonly text: string;
}

function articlesOf(database: Database): Map<string, Held> {
  // Digests are of texts long enough; of the others the words have to do.
  const rows = database
    .prepare(
      `SELECT id, title, has_content, coalesce(text_digest, words || title) AS text FROM article ORDER BY saved_at DESC`,
    )
    .iterate();
  const articles = new Map<string, Held>();
  for (const row of rows) {
    const { id, title, has_content: hasContent, text } = articleRow.parse(row);
    articles.set(id, { title, text: hasContent === 1 ? (text ?? '') : '' });
  }
  return articles;
}

function settingsOf(database: Database): [string, string][] {
  return settingRows
    .parse(database.prepare('SELECT name, value FROM setting').all())
    .map(({ name, value }) => [name, value]);
}

function countsOf(database: Database): RestorePreview['there'] {
  const count = (table: string) => z.number().parse(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { articles: count('article'), marks: count('mark'), highlights: count('highlight'), pictures: count('asset') };
}

function few(titles: readonly string[]): RestorePreview['comes'] {
  return { total: titles.length, titles: titles.slice(0, told) };
}
