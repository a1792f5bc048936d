/** The rows of saved articles in SQLite. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { createSnapshots } from './article-snapshots.ts';
import { articleColumns, toBody, toText, toSaved } from './library-rows.ts';
import { createSizing } from './library-size.ts';
import { registerSortKeys } from './sort-keys.ts';
import { createStates, markCounts, storyMarks } from './sqlite-article-states.ts';
import { createListing } from './sqlite-library-list.ts';
import { createLibraryWriter } from './sqlite-library-writer.ts';
import { createStorage } from './sqlite-storage.ts';
import { createViews } from './sqlite-views.ts';
import { createUpkeepReader } from './sqlite-upkeep.ts';
import type { ArticleMatch, ArticleTraces, LibraryReader, LibraryStore, SavedArticle } from './library-store.ts';

/** `guard` runs a write and tells faults of the disk as such. */
export function createSqliteLibrary(
  database: Database,
  guard: <Result>(run: () => Result) => Result,
  now: () => Date,
): LibraryStore {
  // Also over a library that is read only, or was opened without being brought up to date.
  registerSortKeys(database);
  const snapshots = createSnapshots(database);
  const writer = createLibraryWriter(database, now, snapshots);
  return {
    ...createReader(database),
    snapshot: snapshots.take,
    write: (run) => guard(() => database.transaction(() => run(writer.begin())).immediate()),
  };
}

/** Always the same way, whatever the order in which shelves were made. */
function byNames(a: readonly string[], b: readonly string[]): number {
  return a.join('\0') < b.join('\0') ? -1 : 1;
}

const keyRow = z.object({ key: z.number() });
const tagRow = z.object({ key: z.number(), name: z.string() });
const highlightRow = z.object({
  quote: z.string(),
  note: z.string(),
  colour: z.string().nullable(),
  tags: z.string(),
  created_at: z.string().nullable(),
});
const assetRow = z.object({
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  role: z.enum(['picture', 'hero', 'original']),
});
const strings = z.array(z.string());

function createReader(database: Database): Omit<LibraryReader, 'snapshot'> {
  const select = (where: string) => database.prepare(`SELECT ${articleColumns} FROM article ${where}`).safeIntegers();
  const byId = select('WHERE id = ?');
  const byKey = select('WHERE key = ?');
  const byIds = select('WHERE id IN (SELECT value FROM json_each(?))');
  const changed = select('WHERE (revision, key) > (?, ?) ORDER BY revision, key LIMIT ?');
  const countChanged = database.prepare('SELECT count(*) FROM article WHERE (revision, key) > (?, ?)').pluck();
  const keyBy = {
    id: database.prepare('SELECT key FROM article WHERE id = ?'),
    origin: database.prepare('SELECT article_key AS key FROM article_origin WHERE service = ? AND external_id = ?'),
    address: database.prepare('SELECT article_key AS key FROM article_address WHERE url_key = ?'),
    text: database.prepare('SELECT key FROM article WHERE text_digest = ? ORDER BY key LIMIT 1'),
  };
  const library = database.prepare('SELECT id, revision FROM library');
  const purged = database.prepare('SELECT id FROM purged WHERE revision > ?').pluck();
  const body = database.prepare('SELECT html, blocks, headings, hidden FROM article_body WHERE article_key = ?');
  const texts = database.prepare(
    `SELECT id, title, standfirst, language, blocks, hidden FROM article LEFT JOIN article_body ON article_key = key
     WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const tags = database
    .prepare(
      'SELECT t.name FROM article_tag a JOIN tag t ON t.key = a.tag_key WHERE a.article_key = ? ORDER BY a.place',
    )
    .pluck();
  const allTags = database.prepare(
    `SELECT a.article_key AS key, t.name FROM json_each(?) JOIN article_tag a ON a.article_key = value
     JOIN tag t ON t.key = a.tag_key ORDER BY a.article_key, a.place`,
  );
  const shelvesOf = database.prepare('SELECT shelf_key FROM article_shelf WHERE article_key = ?').pluck();
  const highlights = database.prepare(
    'SELECT quote, note, colour, tags, created_at FROM highlight WHERE article_id = ? ORDER BY key',
  );
  const files = database.prepare(
    `SELECT name, sha256, media_type AS mediaType, bytes, role FROM article_asset JOIN asset ON key = asset_key
     WHERE article_key = ? ORDER BY role, name`,
  );
  const simhashes = database
    .prepare('SELECT key, simhash FROM article WHERE simhash IS NOT NULL ORDER BY key')
    .safeIntegers();
  const marked = database.prepare(
    `SELECT 1 FROM mark WHERE article_id = ? AND bookmarked_at IS NOT NULL
     UNION SELECT 1 FROM recommendation WHERE article_id = ?
     UNION SELECT 1 FROM article WHERE id = ? AND handled > revision`,
  );
  const listing = createListing(database);

  const readLibrary = () => z.object({ id: z.string(), revision: z.number() }).parse(library.get());
  const tagsOf = (key: number) => strings.parse(tags.all(key));
  const highlightsOf = (id: string) =>
    highlights.all(id).map((row) => {
      const { tags: own, created_at: createdAt, ...rest } = highlightRow.parse(row);
      return { ...rest, createdAt, tags: strings.parse(JSON.parse(own)) };
    });
  const textsOf = (ids: readonly string[]) => new Map(texts.all(JSON.stringify(ids)).map(toText));
  const article = (id: string): SavedArticle | null => toSaved(byId.get(id));

  const find = ({ id, urlKeys, origin, textDigest }: ArticleTraces): ArticleMatch | null => {
    const match = (row: unknown, by: ArticleMatch['by']): ArticleMatch | null => {
      const found = row === undefined ? null : toSaved(byKey.get(keyRow.parse(row).key));
      return found === null ? null : { article: found, by };
    };
    const byUrl = urlKeys.map((key) => keyBy.address.get(key)).find((row) => row !== undefined);
    return (
      (id === null ? null : match(keyBy.id.get(id), 'id')) ??
      (origin === null ? null : match(keyBy.origin.get(origin.service, origin.externalId), 'id')) ??
      match(byUrl, 'address') ??
      (textDigest === null ? null : match(keyBy.text.get(textDigest), 'text'))
    );
  };

  return {
    upkeep: createUpkeepReader(database),
    id: readLibrary().id,
    revision: () => readLibrary().revision,
    article,
    articles: (ids) => byIds.all(JSON.stringify(ids)).flatMap((row) => toSaved(row) ?? []),
    idsIn: createStates(database),
    storyMarks: () => storyMarks(database),
    byKey: (key) => toSaved(byKey.get(key)),
    body: (key) => toBody(body.get(key)),
    texts: textsOf,
    text: (id) => textsOf([id]).get(id) ?? null,
    tagsOf,
    tagsOfAll: (keys) => {
      const found = new Map<number, string[]>();
      for (const row of allTags.all(JSON.stringify(keys))) {
        const { key, name } = tagRow.parse(row);
        found.set(key, [...(found.get(key) ?? []), name]);
      }
      return found;
    },
    highlightsOf,
    belongings: ({ key, id }) => {
      const paths = listing.shelfPaths();
      return {
        tags: tagsOf(key),
        shelves: shelvesOf
          .all(key)
          .map((shelf) => paths.get(z.number().parse(shelf)) ?? [])
          .sort(byNames),
        highlights: highlightsOf(id),
      };
    },
    filesOf: (key) => z.array(assetRow).parse(files.all(key)),
    sizeOf: createSizing(database),
    find,
    isMarked: (id) => marked.get(id, id, id) !== undefined,
    changedAfter: ({ revision, key }, limit) => changed.all(revision, key, limit).flatMap((row) => toSaved(row) ?? []),
    countChangedAfter: ({ revision, key }) => z.number().parse(countChanged.get(revision, key)),
    purgedAfter: (revision) => strings.parse(purged.all(revision)),
    *simhashes() {
      const row = z.object({ key: z.bigint(), simhash: z.bigint() });
      for (const found of simhashes.iterate()) {
        const { key, simhash } = row.parse(found);
        yield { key: Number(key), simhash: BigInt.asUintN(64, simhash) };
      }
    },
    list: listing.list,
    count: listing.count,
    counts: listing.counts,
    markCounts: () => markCounts(database),
    tags: listing.tags,
    shelves: listing.shelves,
    storage: createStorage(database, () => readLibrary().revision),
    views: createViews(database, () => readLibrary().revision),
  };
}
