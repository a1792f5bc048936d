/** One article of the reader's own: its row and its text. */
import type { NumberedHeading } from '../text/number-blocks.ts';

/** Of a row; never shown to anybody. */
export type ArticleKey = number;

/** The row of an article without its text. Times are ISO 8601 in UTC. */
export interface SavedArticle {
  readonly key: ArticleKey;
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  /** Host of the address without `www.`, or what the file called it; empty for none. */
  readonly site: string;
  readonly published: string | null;
  readonly savedAt: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: number;
  readonly imagesWanted: number;
  readonly imagesKept: number;
  readonly state: 'inbox' | 'archive';
  readonly favourite: boolean;
  /** In the trash since then. */
  readonly deletedAt: string | null;
  readonly note: string;
  /** False for a link alone. */
  readonly hasContent: boolean;
  readonly textDigest: string | null;
  readonly simhash: bigint | null;
  /** The library's revision at its last change. */
  readonly revision: number;
}

export interface ArticleBody {
  /** Null for plain paragraphs: the blocks are all there is. */
  readonly html: string | null;
  readonly blocks: readonly string[];
  readonly headings: readonly NumberedHeading[];
}
