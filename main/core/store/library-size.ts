/** How much of the library an export would hold, counted in one question. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { LibrarySize } from './library-store.ts';

const size = z.object({
  articles: z.number(),
  withoutAddress: z.number(),
  withoutHighlight: z.number(),
  withoutNote: z.number(),
  words: z.number(),
  quoted: z.number(),
});
const files = z.object({ pictures: z.number(), pictureBytes: z.number(), originalBytes: z.number() });

const chosen = `WHERE CASE WHEN @ids IS NULL THEN (@trash = 1 OR a.deleted_at IS NULL)
                      ELSE a.id IN (SELECT value FROM json_each(@ids)) END`;

export function createSizing(database: Database): (ids: readonly string[] | null, withTrash: boolean) => LibrarySize {
  const articles = database.prepare(
    `SELECT count(*) AS articles, coalesce(sum(url IS NULL), 0) AS withoutAddress,
            coalesce(sum(h.marked IS NULL), 0) AS withoutHighlight,
            coalesce(sum(h.marked IS NULL AND a.note = ''), 0) AS withoutNote,
            coalesce(sum(words), 0) AS words, coalesce(sum(h.length), 0) + coalesce(sum(length(a.note)), 0) AS quoted
     FROM article a LEFT JOIN (
       SELECT article_id, max(quote <> '') AS marked, sum(length(quote) + length(note) + 200) AS length
       FROM highlight GROUP BY article_id) h ON h.article_id = a.id ${chosen}`,
  );
  const assets = database.prepare(
    `SELECT coalesce(sum(role <> 'original'), 0) AS pictures,
            coalesce(sum(CASE WHEN role <> 'original' THEN bytes END), 0) AS pictureBytes,
            coalesce(sum(CASE WHEN role = 'original' THEN bytes END), 0) AS originalBytes
     FROM (SELECT DISTINCT f.asset_key, f.role, s.bytes FROM article a JOIN article_asset f ON f.article_key = a.key
           JOIN asset s ON s.key = f.asset_key ${chosen})`,
  );
  return (ids, withTrash) => {
    const choice = { ids: ids === null ? null : JSON.stringify(ids), trash: withTrash ? 1 : 0 };
    return { ...size.parse(articles.get(choice)), ...files.parse(assets.get(choice)) };
  };
}
