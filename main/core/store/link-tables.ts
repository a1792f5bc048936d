/**
 * The migration of links: what is to be fetched for which article, how far it is, and what of it is here already.
 *
 * A link is of one article and goes with it. Its parts (the page, each picture) stay after it has ended, so that only what
 * is missing is asked for when it is taken up again; their bytes are assets.
 */
export const linkTables = `
  CREATE TABLE link (
    article_id    TEXT PRIMARY KEY,
    url           TEXT NOT NULL,
    host          TEXT NOT NULL,
    -- Asked for by a person, one by one; 0 for what was offered in bulk.
    by_hand       INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    -- May lead into a private network, because the reader said so.
    allow_private INTEGER NOT NULL CHECK (allow_private IN (0, 1)),
    state         TEXT NOT NULL CHECK (state IN ('queued', 'fetching', 'waiting', 'kept', 'failed', 'refused')),
    -- That failed.
    attempts      INTEGER NOT NULL DEFAULT 0,
    -- From when it may be fetched; of an ended one, when it ended.
    due_at        TEXT NOT NULL,
    -- Why it waits or did not come; empty for nothing to say.
    message       TEXT NOT NULL DEFAULT ''
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_in_state ON link (state, due_at);
  CREATE INDEX link_next ON link (by_hand DESC, due_at, article_id) WHERE state IN ('queued', 'waiting');

  CREATE TABLE link_part (
    article_id TEXT NOT NULL,
    url        TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('page', 'picture')),
    -- Null for what cannot be had.
    asset      TEXT,
    media_type TEXT NOT NULL,
    charset    TEXT,
    -- Where it came from, after redirects.
    final_url  TEXT NOT NULL,
    message    TEXT NOT NULL,
    PRIMARY KEY (article_id, role, url)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER link_purged AFTER DELETE ON article BEGIN
    DELETE FROM link WHERE article_id = old.id;
    DELETE FROM link_part WHERE article_id = old.id;
  END;
`;
