/**
 * The tables of feeds. What a feed brings is an article like any other, so that it is read, searched and kept offline, but
 * one that waits: as long as it stands in `feed_waiting` it is of its feeds alone and in no list of the library. Whatever
 * a reader does to keep an article takes it out of there, by whichever way it is done: that is what the triggers are for.
 *
 * An item outlives its article: what was purged, or left out by the rules, does not come again.
 */
/** Of a row of `article`: whether it is of its feeds alone. What the trash holds is in the trash, whatever it was before. */
export const isWaiting =
  '(article.deleted_at IS NULL AND EXISTS (SELECT 1 FROM feed_waiting w WHERE w.article_key = article.key))';

export const feedTables = `
  CREATE TABLE feed (
    key              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    url              TEXT NOT NULL UNIQUE,
    -- As it calls itself, and as the reader calls it; empty for not at all.
    title            TEXT NOT NULL,
    given_title      TEXT NOT NULL,
    site             TEXT,
    folder           TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('active', 'paused', 'gone')),
    allow_private    INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
    rules            TEXT NOT NULL CHECK (json_valid(rules)),
    added_at         TEXT NOT NULL,
    fetched_at       TEXT,
    due_at           TEXT NOT NULL,
    interval_minutes INTEGER NOT NULL,
    etag             TEXT,
    last_modified    TEXT,
    -- What it asks of those who fetch it.
    pace             TEXT CHECK (pace IS NULL OR json_valid(pace)),
    -- Where it said once to have moved for good; the second time it is believed.
    moved_to         TEXT,
    failures         INTEGER NOT NULL DEFAULT 0,
    failure          TEXT,
    failing_since    TEXT,
    -- Not followed any more since then, and which articles were moved by that.
    removed_at       TEXT,
    removal          TEXT CHECK (removal IS NULL OR json_valid(removal))
  ) STRICT;

  CREATE TABLE feed_item (
    key         INTEGER PRIMARY KEY,
    feed_key    INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    guid        TEXT NOT NULL,
    -- Of what came: another one is news.
    digest      TEXT NOT NULL,
    article_key INTEGER REFERENCES article ON DELETE SET NULL,
    title       TEXT NOT NULL,
    author      TEXT NOT NULL,
    categories  TEXT NOT NULL CHECK (json_valid(categories)),
    -- By which items stand in order: the time of publishing, or that of coming.
    sorted_at   TEXT NOT NULL,
    seen_at     TEXT NOT NULL,
    read_at     TEXT,
    UNIQUE (feed_key, guid)
  ) STRICT;
  CREATE INDEX feed_item_sorted ON feed_item (feed_key, sorted_at, key) WHERE article_key IS NOT NULL;
  CREATE INDEX feed_item_newest ON feed_item (sorted_at, key) WHERE article_key IS NOT NULL;
  CREATE INDEX feed_item_unread ON feed_item (feed_key) WHERE article_key IS NOT NULL AND read_at IS NULL;
  CREATE INDEX feed_item_article ON feed_item (article_key) WHERE article_key IS NOT NULL;

  CREATE TABLE feed_waiting (
    article_key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
  ) STRICT;

  -- What is in a list of the library changes by it, and such lists are kept as long as the library has not changed.
  CREATE TRIGGER waiting_came AFTER INSERT ON feed_waiting BEGIN
    UPDATE library SET revision = revision + 1;
  END;
  CREATE TRIGGER waiting_went AFTER DELETE ON feed_waiting BEGIN
    UPDATE library SET revision = revision + 1;
  END;

  CREATE TRIGGER waiting_tagged AFTER INSERT ON article_tag BEGIN
    DELETE FROM feed_waiting WHERE article_key = new.article_key;
  END;
  CREATE TRIGGER waiting_shelved AFTER INSERT ON article_shelf BEGIN
    DELETE FROM feed_waiting WHERE article_key = new.article_key;
  END;
  CREATE TRIGGER waiting_worked_on AFTER UPDATE OF favourite, note, state ON article
  WHEN (new.favourite = 1 AND old.favourite = 0) OR new.state <> old.state OR new.note <> old.note BEGIN
    DELETE FROM feed_waiting WHERE article_key = new.key;
  END;
  CREATE TRIGGER waiting_highlighted AFTER INSERT ON highlight BEGIN
    DELETE FROM feed_waiting WHERE article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
  CREATE TRIGGER waiting_recommended AFTER INSERT ON recommendation BEGIN
    DELETE FROM feed_waiting WHERE article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
  CREATE TRIGGER waiting_bookmarked_first AFTER INSERT ON mark WHEN new.bookmarked_at IS NOT NULL BEGIN
    DELETE FROM feed_waiting WHERE article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
  CREATE TRIGGER waiting_bookmarked AFTER UPDATE OF bookmarked_at ON mark WHEN new.bookmarked_at IS NOT NULL BEGIN
    DELETE FROM feed_waiting WHERE article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;

  -- Reading an article reads it in every feed; taking that back does too.
  CREATE TRIGGER feed_item_opened AFTER INSERT ON mark WHEN new.read_at IS NOT NULL BEGIN
    UPDATE feed_item SET read_at = new.read_at
    WHERE read_at IS NULL AND article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
  CREATE TRIGGER feed_item_read AFTER UPDATE OF read_at ON mark WHEN new.read_at IS NOT NULL BEGIN
    UPDATE feed_item SET read_at = new.read_at
    WHERE read_at IS NULL AND article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
  CREATE TRIGGER feed_item_unread AFTER UPDATE OF read_at ON mark WHEN new.read_at IS NULL AND old.read_at IS NOT NULL BEGIN
    UPDATE feed_item SET read_at = NULL WHERE article_key = (SELECT key FROM article WHERE id = new.article_id);
  END;
`;
