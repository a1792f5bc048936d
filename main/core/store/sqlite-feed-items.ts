/** The items of feeds in SQLite: what came, what of it was read, what of it waits. */
import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import type { FeedItem, FeedScope } from '../../contract/feed-entities.ts';
import { linkStates } from '../../contract/link-entities.ts';
import { readingMinutes } from '../text/count-words.ts';
import type { FeedStore, ItemPage } from './feed-store.ts';

type FeedItemStore = Pick<
  FeedStore,
  | 'unread'
  | 'seen'
  | 'putItem'
  | 'setWaiting'
  | 'isWaiting'
  | 'items'
  | 'count'
  | 'offered'
  | 'markRead'
  | 'setKept'
  | 'tidyable'
>;

const flag = z.number().transform((value) => value === 1);
const seenRow = z
  .object({ key: z.number(), digest: z.string(), article_id: z.string().nullable(), is_trashed: flag })
  .transform((row) => ({
    id: row.key,
    digest: row.digest,
    articleId: row.article_id,
    isTrashed: row.is_trashed,
  }));
const itemRow = z
  .object({
    key: z.number(),
    feed_id: z.string(),
    article_id: z.string(),
    title: z.string(),
    author: z.string(),
    standfirst: z.string(),
    published: z.string().nullable(),
    seen_at: z.string(),
    read_at: z.string().nullable(),
    is_kept: flag,
    has_content: flag,
    words: z.number(),
    is_shown: flag.nullable(),
    page_state: z.enum(linkStates).nullable(),
    page_message: z.string().nullable(),
  })
  .transform((row): FeedItem => ({
    id: row.key,
    feedId: row.feed_id,
    articleId: row.article_id,
    title: row.title,
    author: row.author,
    standfirst: row.standfirst,
    published: row.published,
    seenAt: row.seen_at,
    isRead: row.read_at !== null,
    isKept: row.is_kept,
    isLink: !row.has_content,
    minutes: row.has_content ? readingMinutes(row.words) : 0,
    page:
      row.is_shown === null
        ? null
        : { shows: row.is_shown ? 'page' : 'feed', state: row.page_state, message: row.page_message ?? '' },
  }));
const offeredRow = z
  .object({ title: z.string(), author: z.string(), categories: z.string() })
  .transform((row) => ({ ...row, categories: z.array(z.string()).parse(JSON.parse(row.categories)) }));
const keys = z.array(z.number());
const strings = z.array(z.string());

const shown = `
  feed_item i JOIN feed f ON f.key = i.feed_key JOIN article a ON a.key = i.article_key
  WHERE f.removed_at IS NULL AND a.deleted_at IS NULL`;
const shownWithPages = shown.replace(
  'WHERE',
  'LEFT JOIN feed_page p ON p.article_key = a.key LEFT JOIN link l ON l.article_id = a.id WHERE',
);
const waits = 'EXISTS (SELECT 1 FROM feed_waiting w WHERE w.article_key = i.article_key)';
/** Of an article that is in two feeds, the item that came first stands for both wherever they are listed together. */
const onceOnly = `i.key = (SELECT min(o.key) FROM feed_item o JOIN feed g ON g.key = o.feed_key
                           WHERE o.article_key = i.article_key AND g.removed_at IS NULL)`;

export function createFeedItems(
  database: Database,
  within: <Result>(run: () => Result) => Result,
  now: () => Date,
): FeedItemStore {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const seen = database.prepare(
    `SELECT i.key, i.digest, a.id AS article_id, a.deleted_at IS NOT NULL AS is_trashed
     FROM feed_item i LEFT JOIN article a ON a.key = i.article_key WHERE i.feed_key = ? AND i.guid = ?`,
  );
  const put = database.prepare(
    `INSERT INTO feed_item (feed_key, guid, digest, article_key, title, author, categories, sorted_at, seen_at, read_at)
     VALUES (@feedKey, @guid, @digest, (SELECT key FROM article WHERE id = @articleId), @title, @author, @categories,
       @sortedAt, @time, coalesce(@readAt,
         (SELECT read_at FROM feed_item o JOIN article a ON a.key = o.article_key WHERE a.id = @articleId LIMIT 1),
         (SELECT read_at FROM mark WHERE article_id = @articleId)))
     ON CONFLICT DO UPDATE SET digest = excluded.digest, article_key = excluded.article_key, title = excluded.title,
       author = excluded.author, categories = excluded.categories`,
  );
  const setWaiting = database.prepare(
    'INSERT INTO feed_waiting SELECT key FROM article WHERE id = ? ON CONFLICT DO NOTHING',
  );
  const isWaiting = database.prepare('SELECT 1 FROM feed_waiting JOIN article ON key = article_key WHERE id = ?');
  const markRead = database
    .prepare(
      `UPDATE feed_item SET read_at = @readAt WHERE (read_at IS NULL) = (@readAt IS NOT NULL) AND article_key IN
         (SELECT article_key FROM feed_item WHERE key IN (SELECT value FROM json_each(@items))) RETURNING key`,
    )
    .pluck();
  const itemsOf = database
    .prepare('SELECT i.key FROM feed_item i JOIN article a ON a.key = i.article_key WHERE a.id = ?')
    .pluck();
  const keep = database.prepare(
    `DELETE FROM feed_waiting WHERE article_key = (SELECT article_key FROM feed_item WHERE key = ?)`,
  );
  const unkeep = database.prepare(
    `INSERT INTO feed_waiting SELECT article_key FROM feed_item WHERE key = ? AND article_key IS NOT NULL
     ON CONFLICT DO NOTHING`,
  );
  const tidyable = database
    .prepare(
      `SELECT DISTINCT a.id FROM feed_item i JOIN article a ON a.key = i.article_key
       WHERE i.feed_key = ? AND a.deleted_at IS NULL AND ${waits}
         AND NOT EXISTS (SELECT 1 FROM feed_item o WHERE o.article_key = a.key AND (o.read_at IS NULL OR o.read_at >= ?))`,
    )
    .pluck();

  const conditions = ({ scope, only }: Pick<ItemPage, 'scope' | 'only'>): string =>
    [
      ...('feed' in scope ? ['f.id = @feed'] : [onceOnly]),
      ...('folder' in scope ? ['f.folder = @folder'] : []),
      ...(only === 'unread' ? ['i.read_at IS NULL'] : []),
      ...(only === 'kept' ? [`NOT ${waits}`] : []),
    ]
      .map((condition) => ` AND ${condition}`)
      .join('');
  const keysIn = (scope: FeedScope): number[] =>
    keys.parse(
      prepare(`SELECT i.key FROM ${shown}${conditions({ scope, only: null })}`)
        .pluck()
        .all(scope),
    );

  return {
    unread: () =>
      z
        .number()
        .parse(prepare(`SELECT count(DISTINCT i.article_key) FROM ${shown} AND i.read_at IS NULL`).pluck().get()),
    seen: (feedKey, guid) => {
      const row = seen.get(feedKey, guid);
      return row === undefined ? null : seenRow.parse(row);
    },
    putItem: (item) => {
      within(() => put.run({ ...item, categories: JSON.stringify(item.categories), time: now().toISOString() }));
    },
    setWaiting: (articleId) => {
      within(() => setWaiting.run(articleId));
    },
    isWaiting: (articleId) => isWaiting.get(articleId) !== undefined,
    items: ({ scope, only, offset, limit }) =>
      prepare(
        `SELECT i.key, f.id AS feed_id, a.id AS article_id, a.title, a.author, a.standfirst, a.published, i.seen_at,
           i.read_at, NOT ${waits} AS is_kept, a.has_content, a.words, p.is_shown, l.state AS page_state, l.message AS page_message
         FROM ${shownWithPages}${conditions({ scope, only })}
         ORDER BY i.sorted_at DESC, i.key DESC LIMIT @limit OFFSET @offset`,
      )
        .all({ ...scope, offset, limit })
        .map((row) => itemRow.parse(row)),
    count: (page) =>
      z.number().parse(
        prepare(`SELECT count(*) FROM ${shown}${conditions(page)}`)
          .pluck()
          .get(page.scope),
      ),
    offered: (feedId) =>
      prepare(
        `SELECT i.title, i.author, i.categories FROM feed_item i JOIN feed f ON f.key = i.feed_key
         WHERE f.removed_at IS NULL AND (@feedId IS NULL OR f.id = @feedId)
         ORDER BY i.sorted_at DESC, i.key DESC LIMIT 1000`,
      )
        .all({ feedId })
        .map((row) => offeredRow.parse(row)),
    markRead: (which, read) =>
      within(() => {
        const items =
          'items' in which
            ? which.items
            : 'scope' in which
              ? keysIn(which.scope)
              : keys.parse(itemsOf.all(which.article));
        return keys.parse(markRead.all({ items: JSON.stringify(items), readAt: read ? now().toISOString() : null }));
      }),
    setKept: (items, isKept) => within(() => items.filter((item) => (isKept ? keep : unkeep).run(item).changes > 0)),
    tidyable: (feedKey, readBefore) => strings.parse(tidyable.all(feedKey, readBefore)),
  };
}
