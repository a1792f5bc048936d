/** The sizes of saved articles in SQLite. Lengths are read off the heads of the rows; no text is loaded for them. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { StorageStore, StoredSize } from './storage-store.ts';

const length = (table: string) =>
  `coalesce(octet_length(${table}.html), 0) + octet_length(${table}.blocks) + octet_length(${table}.headings)`;

const sizeRow = z.object({
  key: z.number(),
  text: z.number(),
  versions: z.number(),
  pictures: z.number(),
  original: z.number(),
});
const siteRow = z.object({ site: z.string(), key: z.number() });
const pictureRow = z.object({
  asset: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  id: z.string(),
  title: z.string(),
  articles: z.number(),
});

export function createStorage(database: Database, revision: () => number): StorageStore {
  const all = database.prepare(
    `SELECT article.key,
            coalesce((SELECT ${length('b')} FROM article_body b WHERE b.article_key = article.key), 0) AS text,
            coalesce((SELECT sum(${length('v')}) FROM article_version v WHERE v.article_key = article.key), 0) AS versions,
            coalesce((SELECT sum(asset.bytes) FROM article_asset a JOIN asset ON asset.key = a.asset_key
                      WHERE a.article_key = article.key AND a.role <> 'original'), 0) AS pictures,
            coalesce((SELECT sum(asset.bytes) FROM article_asset a JOIN asset ON asset.key = a.asset_key
                      WHERE a.article_key = article.key AND a.role = 'original'), 0) AS original
     FROM article`,
  );
  const sites = database.prepare('SELECT site, key FROM article');
  const assets = database
    .prepare(
      `SELECT coalesce(sum(bytes), 0) FROM asset WHERE EXISTS
         (SELECT 1 FROM article_asset a WHERE a.asset_key = asset.key AND (a.role = 'original') = ?)`,
    )
    .pluck();
  const pictures = database.prepare(
    `SELECT asset.name AS asset, asset.media_type AS mediaType, asset.bytes, article.id, article.title,
            count(DISTINCT article.key) AS articles
     FROM asset JOIN article_asset a ON a.asset_key = asset.key JOIN article ON article.key = a.article_key
     WHERE a.role <> 'original' GROUP BY asset.key ORDER BY asset.bytes DESC, asset.key LIMIT @limit OFFSET @offset`,
  );
  const pictureCount = database
    .prepare(`SELECT count(DISTINCT asset_key) FROM article_asset WHERE role <> 'original'`)
    .pluck();
  const onlyOf = database
    .prepare(
      `SELECT coalesce(sum(bytes), 0) FROM asset
       WHERE key IN (SELECT asset_key FROM article_asset WHERE article_key IN (SELECT value FROM json_each(@keys)))
         AND NOT EXISTS (SELECT 1 FROM article_asset a WHERE a.asset_key = asset.key
                         AND a.article_key NOT IN (SELECT value FROM json_each(@keys)))`,
    )
    .pluck();
  const oldVersionBytes = database
    .prepare(
      `SELECT coalesce(sum(${length('v')}), 0) FROM article_version v
       WHERE article_key IN (SELECT value FROM json_each(?)) AND key < (
         SELECT max(key) FROM article_version newest WHERE newest.article_key = v.article_key)`,
    )
    .pluck();
  const targets = prepareTargets(database);
  const numbers = (rows: unknown[]) => z.array(z.number()).parse(rows);
  const number = (row: unknown) => z.number().parse(row);

  let kept: { readonly revision: number; readonly sizes: ReadonlyMap<number, StoredSize> } | null = null;
  const sizes = (): ReadonlyMap<number, StoredSize> => {
    const now = revision();
    if (kept?.revision !== now) {
      const rows = all.all().map((row) => sizeRow.parse(row));
      kept = { revision: now, sizes: new Map(rows.map((row) => [row.key, row])) };
    }
    return kept.sizes;
  };

  return {
    sizes,
    sites: () => {
      const bySite = new Map<string, { articles: number; bytes: number }>();
      const known = sizes();
      for (const row of sites.all()) {
        const { site, key } = siteRow.parse(row);
        const sum = bySite.get(site) ?? { articles: 0, bytes: 0 };
        sum.articles += 1;
        sum.bytes += totalOf(known.get(key));
        bySite.set(site, sum);
      }
      return [...bySite].map(([site, sum]) => ({ site, ...sum })).sort((a, b) => b.bytes - a.bytes);
    },
    pictures: (offset, limit) => ({
      items: pictures.all({ offset, limit }).map((row) => {
        const { id, title, ...picture } = pictureRow.parse(row);
        return { ...picture, article: { id, title } };
      }),
      total: number(pictureCount.get()),
    }),
    sums: () => {
      const rows = [...sizes().values()];
      return {
        texts: rows.reduce((sum, { text }) => sum + text, 0),
        versions: rows.reduce((sum, { versions }) => sum + versions, 0),
        pictures: number(assets.get(0)),
        originals: number(assets.get(1)),
      };
    },
    assetsOfOnly: (keys) => number(onlyOf.get({ keys: JSON.stringify(keys) })),
    oldVersionBytes: (keys) => number(oldVersionBytes.get(JSON.stringify(keys))),
    trashedBefore: (time) => numbers(targets.trashed.all(time)),
    withOldVersions: () => numbers(targets.versions.all()),
    withNeedlessOriginals: () => numbers(targets.originals.all()),
    duplicates: () => numbers(targets.duplicates.all()),
  };
}

function totalOf(size: StoredSize | undefined): number {
  return size === undefined ? 0 : size.text + size.versions + size.pictures + size.original;
}

function prepareTargets(database: Database) {
  const pluck = (sql: string) => database.prepare(sql).pluck();
  return {
    trashed: pluck('SELECT key FROM article WHERE deleted_at IS NOT NULL AND deleted_at < ?'),
    versions: pluck('SELECT article_key FROM article_version GROUP BY article_key HAVING count(*) > 1'),
    originals: pluck(
      `SELECT DISTINCT article.key FROM article JOIN article_asset a ON a.article_key = article.key AND a.role = 'original'
       JOIN mark ON mark.article_id = article.id
       WHERE article.state = 'archive' AND article.deleted_at IS NULL AND article.has_content = 1
         AND mark.finished_at IS NOT NULL`,
    ),
    // What the reader has worked with stays: highlights first, then marks, tags and shelves, then what came first.
    duplicates: pluck(
      `WITH copy AS (
         SELECT article.key, row_number() OVER (
           PARTITION BY article.simhash, article.title_key
           ORDER BY (SELECT count(*) FROM highlight h WHERE h.article_id = article.id) DESC,
                    article.favourite DESC, article.note <> '' DESC,
                    EXISTS (SELECT 1 FROM mark WHERE mark.article_id = article.id) DESC,
                    (SELECT count(*) FROM article_tag t WHERE t.article_key = article.key) DESC,
                    (SELECT count(*) FROM article_shelf s WHERE s.article_key = article.key) DESC,
                    article.images_kept DESC, article.saved_at, article.key) AS place
         FROM article WHERE article.simhash IS NOT NULL AND article.deleted_at IS NULL AND article.words >= 150)
       SELECT copy.key FROM copy JOIN article USING (key)
       WHERE copy.place > 1 AND article.favourite = 0 AND article.note = ''
         AND NOT EXISTS (SELECT 1 FROM highlight h WHERE h.article_id = article.id)`,
    ),
  };
}
