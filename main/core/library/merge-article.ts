/** What becomes of an article that comes again. Nothing that was kept is lost by it. */
import type { ArticleMatch, SavedArticle, StoredHighlight } from '../store/library-store.ts';
import type { Said } from '../store/upkeep-store.ts';
import { editsOf, saidIn } from './edited-fields.ts';
import type { PreparedArticle } from './prepare-article.ts';

export interface Merge {
  readonly row: Omit<SavedArticle, 'revision'>;
  /** Whether the text that came takes the place of the one that was there. */
  readonly takesBody: boolean;
  /** Whether what stood there is a text of its own, to be kept as a version. */
  readonly keepsVersion: boolean;
  readonly newHighlights: readonly StoredHighlight[];
  /** What the page says now of the fields that the reader has edited. */
  readonly said: Said;
}

/** A page fetched badly (half of it, a wall) must not replace the whole one. */
const leastShare = 0.8;

/**
 * The same id brings news: what comes goes before what was there. The same address or text fills in what was missing.
 * What the reader did (state, favourite, note, highlights) is united, the earliest date of saving kept, and what lay in the
 * trash comes back, since somebody wants it again. Fields that the reader has edited stay as they are; `said` is what the page
 * said of them.
 */
export function mergeArticle(
  match: ArticleMatch,
  incoming: PreparedArticle,
  highlights: readonly StoredHighlight[],
  said: Said,
): Merge {
  const merge = mergePage({ ...match, article: { ...match.article, ...said } }, incoming);
  return {
    ...merge,
    row: { ...merge.row, ...editsOf(match.article, said) },
    said: saidIn(merge.row, said),
    newHighlights: incoming.highlights.filter((fresh) => !highlights.some((old) => isSame(old, fresh))),
  };
}

/** What the pages say, the one that is there and the one that comes. */
function mergePage(
  { article, by }: ArticleMatch,
  incoming: PreparedArticle,
): Pick<Merge, 'row' | 'takesBody' | 'keepsVersion'> {
  const { row } = incoming;
  const isNews = by === 'id';
  const isOther = row.textDigest !== article.textDigest;
  const isWhole = isNews || row.words >= article.words * leastShare;
  // The same text with more of its pictures.
  const isFuller = !isOther && row.words === article.words && row.imagesKept > article.imagesKept;
  const takesBody = row.hasContent && (!article.hasContent || (isOther && isWhole) || isFuller);
  const text = takesBody ? row : article;
  const choose = (old: string, fresh: string) => (isNews ? fresh || old : old || fresh);
  // A link without a title is called by its address, which is no title to keep.
  const oldTitle = article.title === article.url ? '' : article.title;
  const givenTitle = incoming.given.title.trim() === '' ? '' : row.title;
  return {
    row: {
      key: article.key,
      id: article.id,
      url: article.url ?? row.url,
      title: choose(oldTitle, givenTitle) || row.title,
      standfirst: choose(article.standfirst, row.standfirst),
      author: choose(article.author, row.author),
      site: choose(article.site, row.site),
      published: isNews ? (row.published ?? article.published) : (article.published ?? row.published),
      savedAt: incoming.given.savedAt === null ? article.savedAt : earlier(article.savedAt, row.savedAt),
      language: text.language,
      direction: text.direction,
      words: text.words,
      imagesWanted: text.imagesWanted,
      imagesKept: text.imagesKept,
      state: article.state,
      favourite: article.favourite || row.favourite,
      deletedAt: row.deletedAt === null ? null : article.deletedAt,
      note: united(article.note, row.note),
      hasContent: article.hasContent || row.hasContent,
      textDigest: text.textDigest,
      simhash: text.simhash,
    },
    takesBody,
    keepsVersion: article.hasContent && isOther,
  };
}

function earlier(a: string, b: string): string {
  return Date.parse(b) < Date.parse(a) ? b : a;
}

function united(old: string, fresh: string): string {
  if (old.includes(fresh)) return old;
  return fresh.includes(old) ? fresh : `${old}\n\n${fresh}`;
}

function isSame(a: StoredHighlight, b: StoredHighlight): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(a.quote) === plain(b.quote) && plain(a.note) === plain(b.note);
}
