/**
 * The migration of full pages: whether a feed's items are to have them, and of an article whose page was asked for, how much
 * the feed itself gave. What is to be fetched stands in `link`, like the page of any article.
 */
export const feedPageTables = `
  ALTER TABLE feed ADD COLUMN full_pages INTEGER NOT NULL DEFAULT 0 CHECK (full_pages IN (0, 1));

  CREATE TABLE feed_page (
    article_key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    -- Of the text that the feed gave: a page with fewer does not take its place.
    feed_words  INTEGER NOT NULL,
    -- The article has the text of the page.
    is_shown    INTEGER NOT NULL CHECK (is_shown IN (0, 1))
  ) STRICT;
`;
