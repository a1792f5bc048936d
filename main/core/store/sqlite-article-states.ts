/** Which articles are in a state: stories and saved ones alike, since marks know no difference. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { ArticleState, LibraryReader, StoryMark } from './library-store.ts';
import { createWriteStamp } from './write-stamp.ts';

const selects: Readonly<Record<ArticleState, string>> = {
  read: 'SELECT article_id AS id FROM mark WHERE finished_at IS NOT NULL',
  started: 'SELECT article_id AS id FROM mark WHERE progress > 0 AND finished_at IS NULL',
  recommended: `SELECT article_id AS id FROM recommendation WHERE verdict = 'yes'`,
  bookmarked: 'SELECT article_id AS id FROM mark WHERE bookmarked_at IS NOT NULL',
  favourite: 'SELECT id FROM article WHERE favourite = 1',
  highlighted: `SELECT DISTINCT article_id AS id FROM highlight WHERE quote <> ''`,
  noted: `SELECT id FROM article WHERE note <> '' UNION SELECT article_id FROM highlight WHERE note <> ''`,
  illustrated: 'SELECT id FROM article WHERE images_kept > 0',
  archived: `SELECT id FROM article WHERE state = 'archive' AND deleted_at IS NULL`,
  fed: `SELECT a.id FROM article a WHERE a.key IN
          (SELECT i.article_key FROM feed_item i JOIN feed f ON f.key = i.feed_key WHERE f.removed_at IS NULL)`,
  trashed: 'SELECT id FROM article WHERE deleted_at IS NOT NULL',
};

/** Read once, until anybody has written: a search asks for five states with every keystroke. */
export function createStates(database: Database): LibraryReader['idsIn'] {
  const writeStamp = createWriteStamp(database);
  const kept = new Map<ArticleState, ReadonlySet<string>>();
  let stamp = '';

  return (state) => {
    const now = writeStamp();
    if (now !== stamp) kept.clear();
    stamp = now;
    const ids = kept.get(state) ?? new Set(z.array(z.string()).parse(database.prepare(selects[state]).pluck().all()));
    kept.set(state, ids);
    return ids;
  };
}

const counts = z.object({ bookmarks: z.number(), recommendations: z.number(), finished: z.number() });

export function markCounts(database: Database): z.infer<typeof counts> {
  const row = database
    .prepare(
      `SELECT count(m.bookmarked_at) AS bookmarks, count(m.finished_at) AS finished,
              (SELECT count(*) FROM recommendation r JOIN article a ON a.id = r.article_id WHERE a.deleted_at IS NULL)
                AS recommendations
       FROM mark m JOIN article a ON a.id = m.article_id WHERE a.deleted_at IS NULL`,
    )
    .get();
  return counts.parse(row);
}

const storyMark = z
  .object({ id: z.string(), bookmarked: z.number(), finished: z.number(), recommended: z.number() })
  .transform((row): StoryMark => {
    return { id: row.id, bookmarked: row.bookmarked > 0, finished: row.finished > 0, recommended: row.recommended > 0 };
  });

export function storyMarks(database: Database): StoryMark[] {
  const rows = database
    .prepare(
      `SELECT marked.id, sum(bookmarked) AS bookmarked, sum(finished) AS finished, sum(recommended) AS recommended
       FROM (SELECT article_id AS id, bookmarked_at IS NOT NULL AS bookmarked, finished_at IS NOT NULL AS finished,
               0 AS recommended FROM mark
             UNION ALL SELECT article_id, 0, 0, 1 FROM recommendation) marked
       LEFT JOIN article a ON a.id = marked.id WHERE a.id IS NULL GROUP BY marked.id`,
    )
    .all();
  return rows.map((row) => storyMark.parse(row));
}
