/** What is made of an article's names, for a row that was not written by the writer of articles: copied, put back. */
import type { Database } from 'better-sqlite3';

/** By the key of the article, after its row has been written. */
export function createNameSettler(database: Database): (key: number | bigint) => void {
  const order = database.prepare(
    'UPDATE article SET title_key = sort_key(title), author_key = sort_key(author), site_key = sort_key(site) WHERE key = ?',
  );
  const names = database.prepare(
    `INSERT INTO article_names SELECT key, folded_names(title, author, site, standfirst) FROM article WHERE key = ?
     ON CONFLICT DO UPDATE SET folded = excluded.folded`,
  );
  return (key) => {
    order.run(key);
    names.run(key);
  };
}
