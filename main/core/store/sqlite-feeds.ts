/** Feeds in SQLite. Shares the database of sqlite-store.ts, which opens and closes it. */
import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { feedRules, noRules } from '../../contract/feed-entities.ts';
import type { FeedChange, FeedStore, StoredFeed } from './feed-store.ts';
import { createFeedItems } from './sqlite-feed-items.ts';
import { createFeedPages } from './sqlite-feed-pages.ts';

const pace = z.object({
  minutes: z.number().nullable(),
  skipHours: z.array(z.number()),
  skipDays: z.array(z.number()),
});

const feedRow = z
  .object({
    key: z.number(),
    id: z.string(),
    url: z.string(),
    title: z.string(),
    given_title: z.string(),
    site: z.string().nullable(),
    folder: z.string(),
    state: z.enum(['active', 'paused', 'gone']),
    allow_private: z.number(),
    rules: z.string(),
    full_pages: z.number(),
    added_at: z.string(),
    fetched_at: z.string().nullable(),
    due_at: z.string(),
    interval_minutes: z.number(),
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    pace: z.string().nullable(),
    moved_to: z.string().nullable(),
    failures: z.number(),
    failure: z.string().nullable(),
    failing_since: z.string().nullable(),
    removed_at: z.string().nullable(),
    unread: z.number(),
    items: z.number(),
  })
  .transform((row): StoredFeed => ({
    key: row.key,
    id: row.id,
    url: row.url,
    title: row.title,
    givenTitle: row.given_title,
    site: row.site,
    folder: row.folder,
    state: row.state,
    allowPrivate: row.allow_private === 1,
    rules: feedRules.parse(JSON.parse(row.rules)),
    fullPages: row.full_pages === 1,
    addedAt: row.added_at,
    fetchedAt: row.fetched_at,
    dueAt: row.due_at,
    intervalMinutes: row.interval_minutes,
    etag: row.etag,
    lastModified: row.last_modified,
    pace: row.pace === null ? null : pace.parse(JSON.parse(row.pace)),
    movedTo: row.moved_to,
    failures: row.failures,
    failure: row.failure,
    failingSince: row.failing_since,
    isRemoved: row.removed_at !== null,
    unread: row.unread,
    items: row.items,
  }));

const removalRow = z.object({ articles: z.enum(['trash', 'archive']), ids: z.array(z.string()) });

/** Of a feed that has not been asked yet. */
const firstInterval = 60;

/** The setting that holds the rules for every feed. */
const globalRules = 'feedRules';

const columnOf: Readonly<Record<keyof FeedChange, string>> = {
  url: 'url',
  title: 'title',
  givenTitle: 'given_title',
  site: 'site',
  folder: 'folder',
  state: 'state',
  rules: 'rules',
  fullPages: 'full_pages',
  fetchedAt: 'fetched_at',
  dueAt: 'due_at',
  intervalMinutes: 'interval_minutes',
  etag: 'etag',
  lastModified: 'last_modified',
  pace: 'pace',
  movedTo: 'moved_to',
  failures: 'failures',
  failure: 'failure',
  failingSince: 'failing_since',
};

const select = `
  SELECT feed.*,
    (SELECT count(*) FROM feed_item i JOIN article a ON a.key = i.article_key
     WHERE i.feed_key = feed.key AND i.read_at IS NULL AND a.deleted_at IS NULL) AS unread,
    (SELECT count(*) FROM feed_item i JOIN article a ON a.key = i.article_key
     WHERE i.feed_key = feed.key AND a.deleted_at IS NULL) AS items
  FROM feed`;

/** `guard` runs a write and tells faults of the disk as such. */
export function createSqliteFeeds(
  database: Database,
  guard: <Result>(run: () => Result) => Result,
  now: () => Date,
): FeedStore {
  const list = database.prepare(
    `${select} WHERE removed_at IS NULL
     ORDER BY folder COLLATE NOCASE, coalesce(nullif(given_title, ''), nullif(title, ''), url) COLLATE NOCASE, key`,
  );
  const byId = database.prepare(`${select} WHERE id = ?`);
  const byUrl = database.prepare(`${select} WHERE url = ?`);
  const due = database.prepare(
    `${select} WHERE removed_at IS NULL AND state = 'active' AND due_at <= ? ORDER BY due_at, key`,
  );
  const insert = database.prepare(
    `INSERT INTO feed (id, url, title, given_title, folder, state, allow_private, rules, added_at, due_at,
       interval_minutes)
     VALUES (@id, @url, '', @givenTitle, @folder, 'active', @allowPrivate, @rules, @time, @time, ${firstInterval})`,
  );
  const waitingFor = database
    .prepare(
      `SELECT DISTINCT a.id FROM feed_item i JOIN article a ON a.key = i.article_key
       WHERE i.feed_key = @feedKey AND a.deleted_at IS NULL
         AND a.key IN (SELECT article_key FROM feed_waiting)
         AND NOT EXISTS (SELECT 1 FROM feed_item o JOIN feed f ON f.key = o.feed_key
                         WHERE o.article_key = a.key AND o.feed_key <> @feedKey AND f.removed_at IS NULL)`,
    )
    .pluck();
  const remove = database.prepare('UPDATE feed SET removed_at = ?, removal = ? WHERE id = ? AND removed_at IS NULL');
  const removal = database.prepare('SELECT removal FROM feed WHERE id = ? AND removed_at IS NOT NULL').pluck();
  const restore = database.prepare('UPDATE feed SET removed_at = NULL, removal = NULL WHERE id = ?');
  const readRules = database.prepare('SELECT value FROM setting WHERE name = ?').pluck();
  const writeRules = database.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );

  const one = (row: unknown): StoredFeed | null => (row === undefined ? null : feedRow.parse(row));
  const existing = (id: string): StoredFeed => feedRow.parse(byId.get(id));
  const within: FeedStore['within'] = (run) => guard(() => database.transaction(run).immediate());

  return {
    ...createFeedItems(database, within, now),
    ...createFeedPages(database, within),
    list: () => list.all().map((row) => feedRow.parse(row)),
    find: (id) => one(byId.get(id)),
    findByUrl: (url) => one(byUrl.get(url)),
    due: (at) => due.all(at).map((row) => feedRow.parse(row)),
    add: ({ url, givenTitle, folder, rules, allowPrivate }) =>
      within(() => {
        const id = randomUUID();
        insert.run({
          id,
          url,
          givenTitle,
          folder,
          rules: JSON.stringify(rules),
          allowPrivate: allowPrivate ? 1 : 0,
          time: now().toISOString(),
        });
        return existing(id);
      }),
    update: (id, change) => {
      const columns = Object.entries(change);
      if (columns.length === 0) return;
      const sets = columns.map(([name]) => `${columnOf[name as keyof FeedChange]} = @${name}`); // the keys of a FeedChange
      const values = columns.map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : typeof value === 'boolean'
            ? Number(value)
            : value,
      ]);
      guard(() =>
        database
          .prepare(`UPDATE feed SET ${sets.join(', ')} WHERE id = @id`)
          .run({ ...Object.fromEntries(values), id }),
      );
    },
    waitingFor: (feedKey) => z.array(z.string()).parse(waitingFor.all({ feedKey })),
    remove: (id, what) => {
      guard(() => remove.run(now().toISOString(), JSON.stringify(what), id));
    },
    restore: (id) =>
      within(() => {
        const kept = removal.get(id);
        if (typeof kept !== 'string') return null;
        restore.run(id);
        return removalRow.parse(JSON.parse(kept));
      }),
    globalRules: () => {
      const kept = readRules.get(globalRules);
      const parsed = typeof kept === 'string' ? feedRules.safeParse(JSON.parse(kept)) : null;
      return parsed?.success === true ? parsed.data : noRules;
    },
    setGlobalRules: (rules) => {
      guard(() => writeRules.run(globalRules, JSON.stringify(rules)));
    },
    within,
  };
}
