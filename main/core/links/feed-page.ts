/** The page of what a feed brought: whether its text takes the place of the feed's, and what of it does. */
import type { PageReading } from '../importing/page-task.ts';
import type { Library } from '../library/library.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import { urlKey } from '../library/url-key.ts';
import type { SavedArticle } from '../store/saved-article.ts';

type ReadPage = Extract<PageReading, { kind: 'article' }>;

/** Why the text that is here stays; null if that of the page may take its place. */
export function reasonToStay(
  library: Library,
  article: SavedArticle,
  feedWords: number,
  { prepared: { row } }: ReadPage,
  finalUrl: string,
): string | null {
  if (row.words < feedWords)
    return `The page has less text than the feed gave: ${row.words} words, and ${feedWords} from the feed.`;
  const key = urlKey(finalUrl);
  const at =
    key === null ? null : library.rows.find({ id: null, urlKeys: [key], origin: null, textDigest: null })?.article.id;
  return at == null || at === article.id ? null : 'Its address leads to the page of another article.';
}

/** The article itself, by whichever address it came: the feed's words about it stay, and the page fills in what is missing. */
export function asTextOf(article: SavedArticle, { given, traces, row, ...rest }: PreparedArticle): PreparedArticle {
  const missing = (old: string, fresh: string): string => (old === '' ? fresh : '');
  return {
    ...rest,
    given: { ...given, title: '' },
    traces: { ...traces, id: article.id, origin: null },
    row: {
      ...row,
      standfirst: missing(article.standfirst, row.standfirst),
      author: missing(article.author, row.author),
      site: missing(article.site, row.site),
      published: article.published === null ? row.published : null,
    },
  };
}
