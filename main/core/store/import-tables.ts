/**
 * The tables of imports: each with its files and how far it is, and a row for every row of its input. Released, so never
 * edited. A row is written in the transaction that saves its article: what was accounted for was done, and the other way
 * round.
 */
export const importTables = `
  CREATE TABLE import (
    key            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,
    state          TEXT NOT NULL,
    started_at     TEXT NOT NULL,
    finished_at    TEXT,
    -- What is read: a list of path, name and, for what came through a window, the upload.
    files          TEXT NOT NULL CHECK (json_valid(files)),
    keep_originals INTEGER NOT NULL CHECK (keep_originals IN (0, 1)),
    -- Rows to be read of all of them, as a list; null for all.
    only_rows      TEXT,
    files_done     INTEGER NOT NULL DEFAULT 0,
    formats        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formats)),
    message        TEXT
  ) STRICT;

  CREATE TABLE import_row (
    import_key INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
    -- Among all rows of the import, from 0.
    ordinal    INTEGER NOT NULL,
    input      TEXT NOT NULL,
    row        INTEGER NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('imported', 'merged', 'no-content', 'failed')),
    title      TEXT NOT NULL,
    reason     TEXT,
    article_id TEXT,
    -- Of the article when this row was done with it.
    revision   INTEGER,
    is_new     INTEGER NOT NULL CHECK (is_new IN (0, 1)),
    -- The article as it was before, if it was there.
    before     TEXT,
    PRIMARY KEY (import_key, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX import_row_outcome ON import_row (import_key, outcome, ordinal);
`;
