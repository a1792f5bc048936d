/** What the reader changes of a saved article: fields of it, and the blocks of its text that are not to be seen. */
export const upkeepTables = `
  -- A field that the reader has edited, with what the page says of it.
  CREATE TABLE article_edit (
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    field       TEXT NOT NULL
      CHECK (field IN ('title', 'standfirst', 'author', 'site', 'published', 'language', 'direction')),
    said        TEXT,
    PRIMARY KEY (article_key, field)
  ) STRICT, WITHOUT ROWID;

  -- By their words, so that they are known again when the text is made anew. Of several that are alike, \`occurrence\`
  -- tells which, from 0.
  CREATE TABLE hidden_block (
    article_key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    occurrence  INTEGER NOT NULL,
    PRIMARY KEY (article_key, fingerprint, occurrence)
  ) STRICT, WITHOUT ROWID;

  -- The numbers of those that are hidden in the text as it is.
  ALTER TABLE article_body ADD COLUMN hidden TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hidden));
`;
