/** The writes to saved articles, within a transaction that sqlite-library.ts makes. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { createNameSettler } from './article-names.ts';
import type { ArticleSnapshots } from './article-snapshots.ts';
import { toRow } from './library-rows.ts';
import type { LibraryWriter, SavedArticle } from './library-store.ts';
import { createChanges } from './sqlite-change-writer.ts';
import { createUpkeepWriter } from './sqlite-upkeep.ts';
import { finishedAt } from './store.ts';

/** `begin` counts the revision up: one for each transaction. */
export function createLibraryWriter(
  database: Database,
  now: () => Date,
  snapshots: ArticleSnapshots,
): { begin: () => LibraryWriter } {
  const statements = prepareStatements(database);
  const changes = createChanges(database, now);
  const settleNames = createNameSettler(database);
  const upkeep = createUpkeepWriter(database);
  const nextRevision = database.prepare('UPDATE library SET revision = revision + 1 RETURNING revision').pluck();

  const shelfKey = (path: readonly string[]): number | null => {
    let parent: number | null = null;
    for (const name of path) {
      statements.makeShelf.run({ parent, name });
      parent = z.number().parse(statements.shelf.get({ parent, name }));
    }
    return parent;
  };

  return {
    begin: () => {
      const revision = z.number().parse(nextRevision.get());
      const purge = (key: number) => {
        statements.rememberPurged.run({ key, revision });
        statements.purge.run(key);
      };
      return {
        ...upkeep,
        revision,
        many: changes(revision, purge),
        insert: (article) => {
          const key = Number(statements.insert.run({ ...toRow(article), revision }).lastInsertRowid);
          statements.addNames.run({ key, ...namesOf(article) });
          return key;
        },
        update: (article) => {
          statements.setNames.run({ key: article.key, ...namesOf(article) });
          statements.update.run({ ...toRow(article), key: article.key, revision });
        },
        setBody: (key, { html, blocks, headings }, keepOld) => {
          if (keepOld !== null) statements.keepVersion.run({ ...keepOld, key, time: now().toISOString() });
          statements.setBody.run(key, html, JSON.stringify(blocks), JSON.stringify(headings));
        },
        addAddress: (key, urlKey) => void statements.addAddress.run(urlKey, key),
        addOrigin: (key, service, externalId) => void statements.addOrigin.run(service, externalId, key),
        addTag: (key, name) => {
          statements.makeTag.run(name);
          statements.addTag.run({ key, name });
        },
        addToShelf: (key, path) => {
          const shelf = shelfKey(path);
          if (shelf !== null) statements.addToShelf.run({ key, shelf });
        },
        addHighlight: (articleId, { quote, note, colour, tags, createdAt }) => {
          statements.addHighlight.run(articleId, quote, note, colour, JSON.stringify(tags), createdAt);
        },
        addAsset: (key, { role, ...asset }) => {
          statements.makeAsset.run(asset);
          statements.addAsset.run({ key, role, name: asset.name });
        },
        addMarks: (articleId, { bookmarkedAt, block, finishedAt: finished, answer }) => {
          statements.addMarks.run({ articleId, bookmarkedAt, block, finished });
          if (answer === null) return;
          statements.addAnswer.run({ ...answer, articleId, reasons: JSON.stringify(answer.reasons) });
        },
        raiseProgress: (articleId, progress, readAt) => {
          const finished = progress >= finishedAt ? readAt : null;
          statements.raiseProgress.run({ articleId, progress, readAt, finished });
        },
        restoreSnapshot: (snapshot) => {
          snapshots.restore(snapshot, revision);
        },
        dropOldVersions: (keys) => void statements.dropOldVersions.run(JSON.stringify(keys)),
        dropOriginals: (keys) => void statements.dropOriginals.run(JSON.stringify(keys)),
        settleNames,
        keep: (key) => void statements.keep.run(key),
        purge,
        dropUnusedAssets: () => z.array(z.string()).parse(statements.dropUnusedAssets.all()),
      };
    },
  };
}

function namesOf({ title, author, site, standfirst }: Omit<SavedArticle, 'key' | 'revision'>) {
  return { title, author, site, standfirst };
}

function prepareStatements(database: Database) {
  return {
    insert: database.prepare(
      `INSERT INTO article (id, url, title, standfirst, author, site, published, saved_at, language, direction, words,
         images_wanted, images_kept, state, favourite, deleted_at, note, has_content, text_digest, simhash, revision,
         title_key, author_key, site_key)
       VALUES (@id, @url, @title, @standfirst, @author, @site, @published, @savedAt, @language, @direction, @words,
         @imagesWanted, @imagesKept, @state, @favourite, @deletedAt, @note, @hasContent, @textDigest, @simhash,
         @revision, sort_key(@title), sort_key(@author), sort_key(@site))`,
    ),
    addNames: database.prepare(
      'INSERT INTO article_names VALUES (@key, folded_names(@title, @author, @site, @standfirst))',
    ),
    // Before the row itself is updated: only what is called otherwise by now is folded again.
    setNames: database.prepare(
      `UPDATE article_names SET folded = folded_names(@title, @author, @site, @standfirst)
       WHERE article_key = (SELECT key FROM article WHERE key = @key AND
         (title <> @title OR author <> @author OR site <> @site OR standfirst <> @standfirst))`,
    ),
    update: database.prepare(
      `UPDATE article SET url = @url, title = @title, standfirst = @standfirst, author = @author, site = @site,
         published = @published, saved_at = @savedAt, language = @language, direction = @direction, words = @words,
         images_wanted = @imagesWanted, images_kept = @imagesKept, state = @state, favourite = @favourite,
         deleted_at = @deletedAt, note = @note, has_content = @hasContent, text_digest = @textDigest,
         simhash = @simhash, revision = @revision,
         title_key = CASE title WHEN @title THEN title_key ELSE sort_key(@title) END,
         author_key = CASE author WHEN @author THEN author_key ELSE sort_key(@author) END,
         site_key = CASE site WHEN @site THEN site_key ELSE sort_key(@site) END
       WHERE key = @key`,
    ),
    setBody: database.prepare(
      `INSERT INTO article_body (article_key, html, blocks, headings) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET html = excluded.html, blocks = excluded.blocks, headings = excluded.headings,
         hidden = '[]'`,
    ),
    keepVersion: database.prepare(
      `INSERT INTO article_version (article_key, replaced_at, title, words, html, blocks, headings)
       SELECT article_key, @time, @title, @words, html, blocks, headings FROM article_body WHERE article_key = @key`,
    ),
    addAddress: database.prepare(
      'INSERT INTO article_address (url_key, article_key) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    addOrigin: database.prepare(
      'INSERT INTO article_origin (service, external_id, article_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    makeTag: database.prepare('INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING'),
    addTag: database.prepare(
      `INSERT INTO article_tag (article_key, tag_key, place)
       SELECT @key, tag.key, (SELECT count(*) FROM article_tag WHERE article_key = @key) FROM tag WHERE name = @name
       ON CONFLICT DO NOTHING`,
    ),
    makeShelf: database.prepare(
      `INSERT INTO shelf (parent_key, name, place)
       VALUES (@parent, @name, (SELECT count(*) FROM shelf WHERE parent_key IS @parent)) ON CONFLICT DO NOTHING`,
    ),
    shelf: database
      .prepare('SELECT key FROM shelf WHERE coalesce(parent_key, 0) = coalesce(@parent, 0) AND name = @name')
      .pluck(),
    addToShelf: database.prepare(
      `INSERT INTO article_shelf (article_key, shelf_key, place)
       VALUES (@key, @shelf, (SELECT coalesce(max(place), 0) + 1 FROM article_shelf WHERE shelf_key = @shelf))
       ON CONFLICT DO NOTHING`,
    ),
    addHighlight: database.prepare(
      `INSERT INTO highlight (article_id, quote, note, colour, tags, created_at, prefix, suffix)
       VALUES (?, ?, ?, ?, ?, ?, '', '')`,
    ),
    makeAsset: database.prepare(
      `INSERT INTO asset (name, sha256, media_type, bytes) VALUES (@name, @sha256, @mediaType, @bytes)
       ON CONFLICT DO NOTHING`,
    ),
    addAsset: database.prepare(
      `INSERT INTO article_asset (article_key, asset_key, role) SELECT @key, key, @role FROM asset WHERE name = @name
       ON CONFLICT DO NOTHING`,
    ),
    dropUnusedAssets: database
      .prepare(
        `DELETE FROM asset WHERE NOT EXISTS (SELECT 1 FROM article_asset a WHERE a.asset_key = asset.key) RETURNING name`,
      )
      .pluck(),
    raiseProgress: database.prepare(
      `INSERT INTO mark (article_id, progress, finished_at, read_at) VALUES (@articleId, @progress, @finished, @readAt)
       ON CONFLICT DO UPDATE SET progress = max(progress, excluded.progress),
         finished_at = coalesce(finished_at, excluded.finished_at), read_at = max(coalesce(read_at, ''), excluded.read_at)`,
    ),
    dropOldVersions: database.prepare(
      `DELETE FROM article_version WHERE article_key IN (SELECT value FROM json_each(?)) AND key < (
         SELECT max(key) FROM article_version newest WHERE newest.article_key = article_version.article_key)`,
    ),
    dropOriginals: database.prepare(
      `DELETE FROM article_asset WHERE role = 'original' AND article_key IN (SELECT value FROM json_each(?))`,
    ),
    addMarks: database.prepare(
      `INSERT INTO mark (article_id, bookmarked_at, block, finished_at) VALUES (@articleId, @bookmarkedAt, @block, @finished)
       ON CONFLICT DO UPDATE SET bookmarked_at = coalesce(bookmarked_at, excluded.bookmarked_at),
         block = max(block, excluded.block), finished_at = coalesce(finished_at, excluded.finished_at)`,
    ),
    addAnswer: database.prepare(
      `INSERT INTO recommendation (article_id, verdict, reasons, opinion, created_at, updated_at)
       VALUES (@articleId, @verdict, @reasons, @opinion, @createdAt, @updatedAt)
       ON CONFLICT DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons, opinion = excluded.opinion,
         created_at = min(created_at, excluded.created_at), updated_at = excluded.updated_at
       WHERE excluded.updated_at > updated_at`,
    ),
    rememberPurged: database.prepare(
      `INSERT INTO purged (id, revision) SELECT id, @revision FROM article WHERE key = @key
       ON CONFLICT DO UPDATE SET revision = excluded.revision`,
    ),
    keep: database.prepare('DELETE FROM feed_waiting WHERE article_key = ?'),
    purge: database.prepare('DELETE FROM article WHERE key = ?'),
  };
}
