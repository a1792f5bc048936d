/** What is kept of the reader's work on a saved article: edits, earlier texts, hidden blocks, the file it was made of. */
import type { ArticleBody, ArticleKey, SavedArticle } from './saved-article.ts';

export type EditedField = 'title' | 'standfirst' | 'author' | 'site' | 'published' | 'language' | 'direction';

/** What the page says of the fields that the reader has edited. */
export type Said = Partial<Pick<SavedArticle, EditedField>>;

export interface StoredVersion {
  readonly version: number;
  /** When another text took its place. */
  readonly replacedAt: string;
  readonly title: string;
  readonly words: number;
}

export interface HiddenBlock {
  /** Of its words. */
  readonly fingerprint: string;
  /** Among blocks with the same words, from 0. */
  readonly occurrence: number;
}

export interface StoredBody extends ArticleBody {
  /** Numbers of the blocks that the reader has hidden. */
  readonly hidden: readonly number[];
}

/** A passage that the reader marked, with what stood around it; in the order of `highlightsOf`. */
export interface StoredQuote {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface UpkeepReader {
  saidOf(key: ArticleKey): Said;
  /** The newest first. */
  versions(key: ArticleKey): StoredVersion[];
  version(key: ArticleKey, version: number): (StoredVersion & ArticleBody) | null;
  hiddenOf(key: ArticleKey): HiddenBlock[];
  /** The file that came last. */
  originalOf(key: ArticleKey): { readonly name: string; readonly mediaType: string } | null;
  quotesOf(articleId: string): StoredQuote[];
}

/** Good within one `write` only. */
export interface UpkeepWriter {
  /** In place of what was kept before. */
  setSaid(key: ArticleKey, said: Said): void;
  removeVersion(key: ArticleKey, version: number): void;
  /** In place of those before; `numbers` are those that stand in the text as it is. */
  setHidden(key: ArticleKey, hidden: readonly HiddenBlock[], numbers: readonly number[]): void;
}
