/** The full pages of what feeds brought, in SQLite. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { FeedStore } from './feed-store.ts';

type FeedPageStore = Pick<FeedStore, 'page' | 'putPage' | 'feedsWith' | 'withoutPage' | 'pagesQueued'>;

const pageRow = z
  .object({ feed_words: z.number(), is_shown: z.number() })
  .transform((row) => ({ feedWords: row.feed_words, isShown: row.is_shown === 1 }));
const feedRow = z
  .object({ url: z.string(), allow_private: z.number() })
  .transform((row) => ({ url: row.url, allowPrivate: row.allow_private === 1 }));
const strings = z.array(z.string());

export function createFeedPages(database: Database, within: <Result>(run: () => Result) => Result): FeedPageStore {
  const page = database.prepare(
    'SELECT feed_words, is_shown FROM feed_page JOIN article ON key = article_key WHERE id = ?',
  );
  const put = database.prepare(
    `INSERT INTO feed_page SELECT key, @feedWords, @isShown FROM article WHERE id = @articleId
     ON CONFLICT DO UPDATE SET feed_words = excluded.feed_words, is_shown = excluded.is_shown`,
  );
  const feedsWith = database.prepare(
    `SELECT f.url, f.allow_private FROM article a JOIN feed_item i ON i.article_key = a.key JOIN feed f ON f.key = i.feed_key
     WHERE a.id = ? AND f.removed_at IS NULL`,
  );
  const withoutPage = database
    .prepare(
      `SELECT DISTINCT a.id FROM feed_item i JOIN article a ON a.key = i.article_key
       WHERE i.feed_key = ? AND i.read_at IS NULL AND a.deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM link WHERE article_id = a.id)`,
    )
    .pluck();
  const queued = database
    .prepare(
      `SELECT DISTINCT a.id FROM feed_item i JOIN article a ON a.key = i.article_key
         JOIN feed_page p ON p.article_key = a.key JOIN link l ON l.article_id = a.id
       WHERE i.feed_key = @feedKey AND l.by_hand = 0 AND l.state IN ('queued', 'waiting')
         AND NOT EXISTS (SELECT 1 FROM feed_item o JOIN feed f ON f.key = o.feed_key
                         WHERE o.article_key = a.key AND o.feed_key <> @feedKey AND f.removed_at IS NULL
                           AND f.full_pages = 1)`,
    )
    .pluck();
  return {
    page: (articleId) => {
      const row = page.get(articleId);
      return row === undefined ? null : pageRow.parse(row);
    },
    putPage: (articleId, { feedWords, isShown }) => {
      within(() => put.run({ articleId, feedWords, isShown: Number(isShown) }));
    },
    feedsWith: (articleId) => feedsWith.all(articleId).map((row) => feedRow.parse(row)),
    withoutPage: (feedKey) => strings.parse(withoutPage.all(feedKey)),
    pagesQueued: (feedKey) => strings.parse(queued.all({ feedKey })),
  };
}
