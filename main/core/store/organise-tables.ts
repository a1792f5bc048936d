/**
 * The migration with which saved articles can be put in order. Released, so never edited.
 *
 * `handled` is the library's revision at which the reader last did something to the article that no index needs to know:
 * archived it, put it on a shelf. `article_names` stands apart so that rows of lists stay small.
 */
export const organiseTables = `
  ALTER TABLE article ADD COLUMN handled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE article ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE article ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE article ADD COLUMN site_key TEXT NOT NULL DEFAULT '';
  UPDATE article SET title_key = sort_key(title), author_key = sort_key(author), site_key = sort_key(site);
  -- Without the state and the trash, so that putting thousands away does not write them all anew.
  CREATE INDEX article_by_title ON article (title_key, id);
  CREATE INDEX article_by_author ON article (author_key, id);
  CREATE INDEX article_by_site ON article (site_key, id);
  CREATE INDEX article_by_words ON article (words, id);
  DROP INDEX article_published;
  CREATE INDEX article_published ON article (published, id);
  DROP INDEX article_of_author;
  CREATE INDEX article_of_author ON article (author, saved_at, id);
  DROP INDEX article_of_site;
  CREATE INDEX article_of_site ON article (site, saved_at, id);
  -- With the column of their own condition, so that the order most looked at is read off the index alone.
  DROP INDEX article_newest;
  CREATE INDEX article_newest ON article (saved_at, id, deleted_at) WHERE deleted_at IS NULL;
  DROP INDEX article_in_state;
  CREATE INDEX article_in_state ON article (state, saved_at, id, deleted_at) WHERE deleted_at IS NULL;
  CREATE INDEX article_counted ON article (has_content, favourite, state, deleted_at);

  CREATE TABLE article_names (
    article_key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    folded      TEXT NOT NULL
  ) STRICT;
  INSERT INTO article_names SELECT key, folded_names(title, author, site, standfirst) FROM article;

  -- What the reader did last, with what it takes to undo it; the oldest go.
  CREATE TABLE undo_step (
    key     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    step    TEXT NOT NULL CHECK (json_valid(step))
  ) STRICT;
`;
