/** Links to be fetched in SQLite. Shares the database of sqlite-store.ts, which opens and closes it. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { linkStates } from '../../contract/link-entities.ts';
import type { LinkCounts, LinkPart, LinkStore, LinkTarget, StoredLink } from './link-store.ts';

type Guard = <Result>(run: () => Result) => Result;

const linkRow = z
  .object({
    article_id: z.string(),
    url: z.string(),
    by_hand: z.number(),
    allow_private: z.number(),
    state: z.enum(linkStates),
    attempts: z.number(),
    due_at: z.string(),
    message: z.string(),
  })
  .transform((row): StoredLink => ({
    articleId: row.article_id,
    url: row.url,
    byHand: row.by_hand === 1,
    allowPrivate: row.allow_private === 1,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    message: row.message,
  }));

const partRow = z
  .object({
    url: z.string(),
    role: z.enum(['page', 'picture']),
    asset: z.string().nullable(),
    media_type: z.string(),
    charset: z.string().nullable(),
    final_url: z.string(),
    message: z.string(),
  })
  .transform(({ media_type, final_url, ...row }): LinkPart => ({ ...row, mediaType: media_type, finalUrl: final_url }));

const columns = 'link.article_id, link.url, by_hand, allow_private, link.state, attempts, due_at, message';
/** Of articles that are of their feeds alone. */
const idsWaiting = 'SELECT id FROM article JOIN feed_waiting ON article_key = key WHERE deleted_at IS NULL';
/** Of a column, with the list given as JSON; null for all. */
const among = (column: string) => `(@ids IS NULL OR ${column} IN (SELECT value FROM json_each(@ids)))`;
const isUntried = `(CASE WHEN @ids IS NULL THEN NOT EXISTS (SELECT 1 FROM link WHERE article_id = article.id)
  ELSE NOT EXISTS (SELECT 1 FROM link WHERE article_id = article.id AND state IN ('queued', 'waiting', 'fetching')) END)`;
const fetchable = `deleted_at IS NULL AND url LIKE 'http%' AND ${isUntried} AND ${among('id')}`;
const linksAlone = `FROM article WHERE has_content = 0 AND ${fetchable}`;
const lackPictures = `FROM article WHERE has_content = 1 AND images_kept < images_wanted AND ${fetchable}`;

/** `guard` runs a write and tells faults of the disk as such. */
export function createSqliteLinks(database: Database, guard: Guard): LinkStore {
  const find = database.prepare(`SELECT ${columns} FROM link WHERE article_id = ?`);
  const hasOpen = database
    .prepare(`SELECT EXISTS (SELECT 1 FROM link WHERE state IN ('queued', 'waiting', 'fetching'))`)
    .pluck();
  const counts = database.prepare(
    `SELECT state, count(*) AS count FROM link WHERE article_id NOT IN (${idsWaiting}) GROUP BY state`,
  );
  const list = database.prepare(
    `SELECT ${columns}, coalesce(article.title, link.url) AS title FROM link LEFT JOIN article ON article.id = article_id
     WHERE link.state IN (SELECT value FROM json_each(@states)) AND link.article_id NOT IN (${idsWaiting})
     ORDER BY CASE link.state WHEN 'fetching' THEN 0 WHEN 'waiting' THEN 1 WHEN 'queued' THEN 2 ELSE 3 END,
       CASE WHEN link.state IN ('fetching', 'waiting', 'queued') THEN due_at END, due_at DESC, article_id
     LIMIT @limit OFFSET @offset`,
  );
  const enqueue = database.prepare(
    `INSERT INTO link (article_id, url, host, by_hand, allow_private, state, due_at)
     VALUES (@articleId, @url, @host, @byHand, @allowPrivate, 'queued', @now)
     ON CONFLICT DO UPDATE SET url = excluded.url, host = excluded.host, by_hand = excluded.by_hand,
       allow_private = max(allow_private, excluded.allow_private), state = 'queued', attempts = 0,
       due_at = excluded.due_at, message = ''
     WHERE state <> 'fetching'`,
  );
  /** Each ends at what is not due yet, where both in one would go through all that waits. */
  const next = (byHand: 0 | 1) => `(SELECT article_id FROM link
    WHERE state IN ('queued', 'waiting') AND by_hand = ${byHand} AND due_at <= @now
      AND host NOT IN (SELECT value FROM json_each(@busy))
      AND (host NOT IN (SELECT value FROM json_each(@asked)) OR NOT EXISTS (
        SELECT 1 FROM feed_page JOIN article ON key = article_key WHERE id = link.article_id))
    ORDER BY due_at, article_id LIMIT 1)`;
  const claim = database.prepare(
    `UPDATE link SET state = 'fetching' WHERE article_id = coalesce(${next(1)}, ${next(0)}) RETURNING ${columns}`,
  );
  const nextDue = database.prepare(`SELECT min(due_at) FROM link WHERE state = 'waiting' AND due_at > ?`).pluck();
  const settle = database.prepare(
    `UPDATE link SET state = @state, attempts = @attempts, due_at = @dueAt, message = @message WHERE article_id = @id`,
  );
  const release = database.prepare(`UPDATE link SET state = 'queued', due_at = ? WHERE state = 'fetching'`);
  const requeue = database.prepare(
    `UPDATE link SET state = 'queued', due_at = @now, message = '',
       attempts = CASE WHEN state = 'waiting' THEN attempts ELSE 0 END
     WHERE (state = 'waiting' OR (@ended = 1 AND state IN ('failed', 'refused'))) AND ${among('article_id')}`,
  );
  const cancel = database.prepare(
    `DELETE FROM link WHERE state IN ('queued', 'waiting') AND ${among('article_id')}
       AND (@ids IS NOT NULL OR article_id NOT IN (${idsWaiting}))`,
  );
  const parts = database.prepare(
    'SELECT url, role, asset, media_type, charset, final_url, message FROM link_part WHERE article_id = ?',
  );
  const putPart = database.prepare(
    `INSERT INTO link_part (article_id, url, role, asset, media_type, charset, final_url, message)
     VALUES (@articleId, @url, @role, @asset, @mediaType, @charset, @finalUrl, @message)
     ON CONFLICT DO UPDATE SET asset = excluded.asset, media_type = excluded.media_type, charset = excluded.charset,
       final_url = excluded.final_url, message = excluded.message`,
  );
  const forgetParts = database.prepare(`DELETE FROM link_part WHERE article_id = ? AND (? = 'all' OR asset IS NULL)`);
  const targets = (from: string) => {
    const select = database.prepare(`SELECT id AS articleId, url ${from} ORDER BY saved_at DESC, id`);
    return (ids: readonly string[] | null) =>
      z
        .array(z.object({ articleId: z.string(), url: z.string() }))
        .parse(select.all({ ids: listOf(ids) })) satisfies LinkTarget[];
  };
  const counting = (from: string) => {
    const count = database.prepare(`SELECT count(*) ${from}`).pluck();
    return () => z.number().parse(count.get({ ids: null }));
  };

  return {
    find: (articleId) => {
      const row = find.get(articleId);
      return row === undefined ? null : linkRow.parse(row);
    },
    counts: () => countsIn(counts.all()),
    hasOpen: () => hasOpen.get() === 1,
    list: (states, limit, offset) =>
      list
        .all({ states: JSON.stringify(states.length === 0 ? linkStates : states), limit, offset })
        .map((row) => ({ ...linkRow.parse(row), title: z.object({ title: z.string() }).parse(row).title })),
    enqueue: (links, now) => {
      guard(() => {
        database.transaction(() => {
          for (const { articleId, url, byHand, allowPrivate } of links)
            enqueue.run({
              articleId,
              url,
              host: URL.parse(url)?.host ?? '',
              byHand: Number(byHand),
              allowPrivate: Number(allowPrivate),
              now,
            });
        })();
      });
    },
    claim: (now, busyHosts, askedHosts) => {
      const row = guard(() => claim.get({ now, busy: JSON.stringify(busyHosts), asked: JSON.stringify(askedHosts) }));
      return row === undefined ? null : linkRow.parse(row);
    },
    nextDue: (now) => z.string().nullable().parse(nextDue.get(now)),
    settle: (id, { state, attempts, dueAt, message }) => {
      guard(() => settle.run({ id, state, attempts, dueAt, message }));
    },
    releaseAll: (now) => {
      guard(() => release.run(now));
    },
    requeue: (ids, now, ended) => guard(() => requeue.run({ ids: listOf(ids), now, ended: Number(ended) }).changes),
    cancel: (ids) => guard(() => cancel.run({ ids: listOf(ids) }).changes),
    parts: (articleId) => parts.all(articleId).map((row) => partRow.parse(row)),
    putPart: (articleId, part) => {
      guard(() => putPart.run({ articleId, ...part }));
    },
    forgetParts: (articleId, which) => {
      guard(() => forgetParts.run(articleId, which));
    },
    missing: targets(linksAlone),
    countMissing: counting(linksAlone),
    withoutPictures: targets(lackPictures),
    countWithoutPictures: counting(lackPictures),
    within: (run) => guard(() => database.transaction(run).immediate()),
  };
}

function countsIn(rows: unknown[]): LinkCounts {
  const found = z.array(z.object({ state: z.enum(linkStates), count: z.number() })).parse(rows);
  const of = (state: StoredLink['state']) => found.find((one) => one.state === state)?.count ?? 0;
  return Object.fromEntries(linkStates.map((state) => [state, of(state)])) as LinkCounts; // every state is a key
}

function listOf(ids: readonly string[] | null): string | null {
  return ids === null ? null : JSON.stringify(ids);
}
