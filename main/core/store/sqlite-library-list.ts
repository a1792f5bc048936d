/** Lists, pages and counts of saved articles. A page is found by what the last one ended with, never by counting rows off. */
import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import { tag } from '../../contract/organise-entities.ts';
import {
  isNotWaiting,
  narrowingConditions,
  narrowingParameters,
  needsMarks,
  onShelves,
  stateConditions,
  type Narrowing,
} from './library-conditions.ts';
import { articleColumns, toSaved } from './library-rows.ts';
import type { LibraryOrder, LibraryQuery, LibraryReader } from './library-store.ts';

type Listing = Pick<LibraryReader, 'list' | 'count' | 'counts' | 'tags' | 'shelves'> & {
  /** The names of every shelf from the outermost, by its key; outer shelves first. */
  readonly shelfPaths: () => ReadonlyMap<number, readonly string[]>;
};

const markedAt = `coalesce(mark.bookmarked_at, mark.read_at, '')`;

const orders: Readonly<Record<LibraryOrder, { readonly by: string; readonly direction: 'ASC' | 'DESC' }>> = {
  newest: { by: 'article.saved_at', direction: 'DESC' },
  oldest: { by: 'article.saved_at', direction: 'ASC' },
  marked: { by: markedAt, direction: 'DESC' },
};

const cameAt = '(SELECT max(i.sorted_at) FROM feed_item i WHERE i.article_key = article.key)';

const shelfRow = z.object({
  key: z.number(),
  parent_key: z.number().nullable(),
  name: z.string(),
  query: z.string().nullable(),
  count: z.number(),
});

export function createListing(database: Database): Listing {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const statement = prepared.get(sql) ?? database.prepare(sql).safeIntegers();
    prepared.set(sql, statement);
    return statement;
  };
  const shelves = database.prepare(
    `WITH RECURSIVE nested (key, sorted) AS (
       SELECT key, printf('%08d', place) FROM shelf WHERE parent_key IS NULL
       UNION ALL
       SELECT shelf.key, nested.sorted || printf('/%08d', shelf.place) FROM shelf JOIN nested ON shelf.parent_key = nested.key
     )
     SELECT shelf.key, shelf.parent_key, shelf.name, shelf.query,
            (SELECT count(*) FROM article_shelf a JOIN article ON article.key = a.article_key
             WHERE a.shelf_key = shelf.key AND article.deleted_at IS NULL AND ${isNotWaiting}) AS count
     FROM nested JOIN shelf ON shelf.key = nested.key ORDER BY nested.sorted`,
  );
  const tags = database.prepare(
    `SELECT tag.name, tag.colour, count(article.key) AS count
     FROM tag LEFT JOIN article_tag a ON a.tag_key = tag.key
     LEFT JOIN article ON article.key = a.article_key AND article.deleted_at IS NULL AND ${isNotWaiting}
     GROUP BY tag.key ORDER BY count DESC, tag.name`,
  );
  // Off one small index: over the table they would cost a scan of it.
  const counts = database.prepare(
    `SELECT coalesce(sum(deleted_at IS NULL AND state = 'inbox'), 0) AS inbox,
            coalesce(sum(deleted_at IS NULL AND state = 'archive'), 0) AS archive,
            coalesce(sum(deleted_at IS NOT NULL), 0) AS trash,
            coalesce(sum(deleted_at IS NULL AND favourite = 1), 0) AS favourites,
            coalesce(sum(deleted_at IS NULL AND has_content = 0), 0) AS links
     FROM article INDEXED BY article_counted WHERE ${isNotWaiting}`,
  );

  const readShelves = () => {
    const paths = new Map<number, readonly string[]>();
    const rows = shelves.all().map((row) => shelfRow.parse(row));
    for (const { key, parent_key, name } of rows) {
      paths.set(key, [...(parent_key === null ? [] : (paths.get(parent_key) ?? [])), name]);
    }
    return rows.map(({ key, ...row }) => ({ ...row, key, path: paths.get(key) ?? [] }));
  };
  const parameters = (query: LibraryQuery) => ({
    ...narrowingParameters(narrowingOf(query)),
    state: query.state,
    feed: query.feed,
    shelves: query.shelf === undefined ? '' : JSON.stringify(keysUnder(readShelves(), query.shelf)),
  });

  return {
    shelfPaths: () => new Map(readShelves().map(({ key, path }) => [key, path])),
    shelves: () => readShelves().map(({ key, parent_key, ...shelf }) => ({ ...shelf, id: key, parent: parent_key })),
    tags: () => tags.all().map((row) => tag.parse(row)),
    counts: () =>
      z
        .object({
          inbox: z.number(),
          archive: z.number(),
          trash: z.number(),
          favourites: z.number(),
          links: z.number(),
        })
        .parse(counts.get()),
    list: ({ query, order, after, limit }) => {
      const { direction } = orders[order];
      // In a feed by when it was published there, as its items stand.
      const by = query.feed === undefined ? orders[order].by : cameAt;
      const beyond = `(${by}, article.id) ${direction === 'DESC' ? '<' : '>'} (@at, @id)`;
      const where = [...conditions(query), ...(after === null ? [] : [beyond])].join(' AND ');
      const sql = `SELECT ${articleColumns}, ${by} AS sorted_by FROM ${source(query, order)} WHERE ${where}
                   ORDER BY ${by} ${direction}, article.id ${direction} LIMIT @limit`;
      return prepare(sql)
        .all({ ...parameters(query), ...after, limit })
        .flatMap((row) => {
          const article = toSaved(row);
          return article === null ? [] : [{ article, at: z.object({ sorted_by: z.string() }).parse(row).sorted_by }];
        });
    },
    count: (query) => {
      const sql = `SELECT count(*) AS count FROM ${source(query, 'newest')} WHERE ${conditions(query).join(' AND ')}`;
      return z.object({ count: z.bigint().transform(Number) }).parse(prepare(sql).get(parameters(query))).count;
    },
  };
}

const inFeed = `article.key IN (SELECT i.article_key FROM feed_item i JOIN feed f ON f.key = i.feed_key
                WHERE f.removed_at IS NULL AND (@feed = 'all' OR f.id = @feed))`;

/** Marks are joined where they are asked for only: most lists do without. */
function source({ only }: LibraryQuery, order: LibraryOrder): string {
  const isMarked = order === 'marked' || (only !== undefined && needsMarks(only));
  return isMarked ? 'article LEFT JOIN mark ON mark.article_id = article.id' : 'article';
}

function conditions(query: LibraryQuery): string[] {
  return [
    ...stateConditions(query.state),
    query.feed === undefined ? isNotWaiting : inFeed,
    ...narrowingConditions(narrowingOf(query)),
    ...(query.shelf === undefined ? [] : [`article.key IN (${onShelves})`]),
  ];
}

function narrowingOf({ tag, author, site, only }: LibraryQuery): Narrowing {
  return { tags: tag === undefined ? [] : [tag], author, site, only: only === undefined ? [] : [only] };
}

function keysUnder(shelves: readonly { key: number; path: readonly string[] }[], wanted: readonly string[]): number[] {
  return shelves.filter(({ path }) => wanted.every((name, depth) => path[depth] === name)).map(({ key }) => key);
}
