/**
 * Migration 2: the tables of the reader's own articles. Released, so never edited.
 *
 * An article has a small row that lists are made of and a body that only reading and indexing touch. Marks, answers and
 * highlights hang on the text id and not on the row, since stories of a collection have them too; a trigger takes them
 * along when an article is purged. Every change stamps the article with the library's `revision`, by which whoever keeps
 * something made of the articles (the index) learns what it has missed, purged ones included.
 */
export const libraryTables = `
  -- One row. The id tells an index of another library from ours.
  CREATE TABLE library (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    id       TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO library VALUES (1, lower(hex(randomblob(16))), 0);

  CREATE TABLE article (
    key           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    url           TEXT,
    title         TEXT NOT NULL,
    standfirst    TEXT NOT NULL,
    author        TEXT NOT NULL,
    site          TEXT NOT NULL,
    published     TEXT,
    saved_at      TEXT NOT NULL,
    language      TEXT NOT NULL,
    direction     TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
    words         INTEGER NOT NULL,
    images_wanted INTEGER NOT NULL,
    images_kept   INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('inbox', 'archive')),
    favourite     INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    -- In the trash since then.
    deleted_at    TEXT,
    note          TEXT NOT NULL,
    -- 0 for a link alone: it has no row in article_body.
    has_content   INTEGER NOT NULL CHECK (has_content IN (0, 1)),
    -- Of the text folded; null for texts too short to tell one page from another.
    text_digest   TEXT,
    simhash       INTEGER,
    revision      INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX article_newest ON article (saved_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX article_in_state ON article (state, saved_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX article_favourite ON article (saved_at, id) WHERE deleted_at IS NULL AND favourite = 1;
  CREATE INDEX article_in_trash ON article (saved_at, id) WHERE deleted_at IS NOT NULL;
  CREATE INDEX article_of_author ON article (author, saved_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX article_of_site ON article (site, saved_at, id) WHERE deleted_at IS NULL;
  CREATE INDEX article_published ON article (published, id) WHERE deleted_at IS NULL;
  CREATE INDEX article_text ON article (text_digest) WHERE text_digest IS NOT NULL;
  CREATE INDEX article_revision ON article (revision, key);

  -- What is gone for good, so that an index that was away learns of it.
  CREATE TABLE purged (
    id       TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE article_body (
    article_key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    -- Null for plain paragraphs, which are made of the blocks.
    html        TEXT,
    blocks      TEXT NOT NULL CHECK (json_valid(blocks)),
    headings    TEXT NOT NULL CHECK (json_valid(headings))
  ) STRICT;

  -- What stood there before the page was saved again.
  CREATE TABLE article_version (
    key         INTEGER PRIMARY KEY,
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    replaced_at TEXT NOT NULL,
    title       TEXT NOT NULL,
    words       INTEGER NOT NULL,
    html        TEXT,
    blocks      TEXT NOT NULL,
    headings    TEXT NOT NULL
  ) STRICT;
  CREATE INDEX version_of_article ON article_version (article_key, replaced_at);

  -- Every address under which an article is known, normalised.
  CREATE TABLE article_address (
    url_key     TEXT PRIMARY KEY,
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX address_of_article ON article_address (article_key);

  -- Where it came from: a service and the id that it has there; several after a merge.
  CREATE TABLE article_origin (
    service     TEXT NOT NULL,
    external_id TEXT NOT NULL,
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    PRIMARY KEY (service, external_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX origin_of_article ON article_origin (article_key);

  CREATE TABLE tag (
    key    INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    colour TEXT
  ) STRICT;
  CREATE TABLE article_tag (
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    tag_key     INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    PRIMARY KEY (article_key, tag_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_tagged ON article_tag (tag_key, article_key);

  CREATE TABLE shelf (
    key        INTEGER PRIMARY KEY,
    parent_key INTEGER REFERENCES shelf ON DELETE CASCADE,
    name       TEXT NOT NULL,
    place      INTEGER NOT NULL,
    -- Of a shelf that fills itself.
    query      TEXT
  ) STRICT;
  CREATE UNIQUE INDEX shelf_name ON shelf (coalesce(parent_key, 0), name);
  CREATE INDEX shelf_within ON shelf (parent_key);
  CREATE TABLE article_shelf (
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    shelf_key   INTEGER NOT NULL REFERENCES shelf ON DELETE CASCADE,
    place       INTEGER NOT NULL,
    PRIMARY KEY (article_key, shelf_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_shelved ON article_shelf (shelf_key, place, article_key);

  CREATE TABLE highlight (
    key        INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    quote      TEXT NOT NULL,
    note       TEXT NOT NULL,
    colour     TEXT,
    tags       TEXT NOT NULL CHECK (json_valid(tags)),
    created_at TEXT,
    -- Where it stands: null until the quote was found in the text. Offsets are of the block's text.
    block      INTEGER,
    start_at   INTEGER,
    end_at     INTEGER,
    prefix     TEXT NOT NULL,
    suffix     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX highlight_of_article ON highlight (article_id);
  CREATE INDEX highlight_created ON highlight (created_at);

  CREATE TRIGGER article_purged AFTER DELETE ON article BEGIN
    DELETE FROM highlight WHERE article_id = old.id;
    DELETE FROM mark WHERE article_id = old.id;
    DELETE FROM recommendation WHERE article_id = old.id;
  END;

  -- A file in the folder of assets. The name is also its address.
  CREATE TABLE asset (
    key        INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    sha256     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes      INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE article_asset (
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    asset_key   INTEGER NOT NULL REFERENCES asset,
    role        TEXT NOT NULL CHECK (role IN ('picture', 'hero', 'original')),
    PRIMARY KEY (article_key, role, asset_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX asset_in_use ON article_asset (asset_key);
`;
