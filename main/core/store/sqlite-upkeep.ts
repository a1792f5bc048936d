/** The rows of the reader's work on saved articles in SQLite. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { toBody } from './library-rows.ts';
import type { Said, UpkeepReader, UpkeepWriter } from './upkeep-store.ts';

const said = z
  .object({
    title: z.string(),
    standfirst: z.string(),
    author: z.string(),
    site: z.string(),
    published: z.string().nullable(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
  })
  .partial()
  .transform((fields) => fields as Said); // a field that is not there is absent, never undefined
const edit = z.object({ field: z.string(), said: z.string().nullable() });
const versionRow = z.object({ version: z.number(), replacedAt: z.string(), title: z.string(), words: z.number() });
const hiddenRow = z.object({ fingerprint: z.string(), occurrence: z.number() });
const original = z.object({ name: z.string(), mediaType: z.string() });
const quote = z.object({ quote: z.string(), prefix: z.string(), suffix: z.string() });

export function createUpkeepReader(database: Database): UpkeepReader {
  const edits = database.prepare('SELECT field, said FROM article_edit WHERE article_key = ?');
  const columns = 'key AS version, replaced_at AS replacedAt, title, words';
  const versions = database.prepare(
    `SELECT ${columns} FROM article_version WHERE article_key = ? ORDER BY replaced_at DESC, key DESC`,
  );
  const version = database.prepare(
    `SELECT ${columns}, html, blocks, headings, '[]' AS hidden FROM article_version WHERE article_key = ? AND key = ?`,
  );
  const hidden = database.prepare(
    'SELECT fingerprint, occurrence FROM hidden_block WHERE article_key = ? ORDER BY fingerprint, occurrence',
  );
  const originals = database.prepare(
    `SELECT asset.name, asset.media_type AS mediaType FROM article_asset JOIN asset ON asset.key = asset_key
     WHERE article_key = ? AND role = 'original' ORDER BY asset_key DESC LIMIT 1`,
  );
  const quotes = database.prepare('SELECT quote, prefix, suffix FROM highlight WHERE article_id = ? ORDER BY key');
  return {
    saidOf: (key) =>
      said.parse(
        Object.fromEntries(
          edits.all(key).map((row) => {
            const { field, said: value } = edit.parse(row);
            return [field, value];
          }),
        ),
      ),
    versions: (key) => versions.all(key).map((row) => versionRow.parse(row)),
    version: (key, wanted) => {
      const row = version.get(key, wanted);
      const body = toBody(row);
      if (body === null) return null;
      const { html, blocks, headings } = body;
      return { ...versionRow.parse(row), html, blocks, headings };
    },
    hiddenOf: (key) => hidden.all(key).map((row) => hiddenRow.parse(row)),
    originalOf: (key) => {
      const row = originals.get(key);
      return row === undefined ? null : original.parse(row);
    },
    quotesOf: (id) => quotes.all(id).map((row) => quote.parse(row)),
  };
}

export function createUpkeepWriter(database: Database): UpkeepWriter {
  const forgetEdits = database.prepare('DELETE FROM article_edit WHERE article_key = ?');
  const addEdit = database.prepare('INSERT INTO article_edit (article_key, field, said) VALUES (?, ?, ?)');
  const removeVersion = database.prepare('DELETE FROM article_version WHERE article_key = ? AND key = ?');
  const forgetHidden = database.prepare('DELETE FROM hidden_block WHERE article_key = ?');
  const addHidden = database.prepare(
    'INSERT INTO hidden_block (article_key, fingerprint, occurrence) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const setNumbers = database.prepare('UPDATE article_body SET hidden = ? WHERE article_key = ?');
  return {
    setSaid: (key, fields) => {
      forgetEdits.run(key);
      for (const [field, value] of Object.entries(fields)) addEdit.run(key, field, value);
    },
    removeVersion: (key, version) => void removeVersion.run(key, version),
    setHidden: (key, hidden, numbers) => {
      forgetHidden.run(key);
      for (const { fingerprint, occurrence } of hidden) addHidden.run(key, fingerprint, occurrence);
      setNumbers.run(JSON.stringify(numbers), key);
    },
  };
}
