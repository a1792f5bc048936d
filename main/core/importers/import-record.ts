/**
 * What an importer makes of a file: a stream of records, one for each row of the input, in the order of the rows. Nothing is
 * left out: a row that holds nothing to keep, or that cannot be read, is a record that says so, and the sum of all
 * records is the number of rows. An importer reads bytes and writes nothing; what becomes of a record is the business of
 * the import session.
 */

import type { Recommendation } from '../../contract/entities.ts';

/** The service whose ids are the articles' own: files that Lectern wrote, and JSON Lines of whoever gives ids. */
export const ownService = 'lectern';

/** Where in the input a record stands. */
export interface RowPlace {
  /** The file, by its name or by its path inside the archive; never a path of the reader's disk. */
  readonly input: string;
  /** From 1: the line of a text format, the place in a list of JSON, the chapter of a book. */
  readonly row: number;
}

export type ImportRecord =
  | (RowPlace & {
      readonly kind: 'article';
      readonly article: ImportedArticle;
      /** What of the row was mended or could not be kept, in a sentence; absent if all is as the file has it. */
      readonly remark?: string;
      /** Whose ids it bears, if it is not the format's: `lectern` for what Lectern wrote in a format of others. */
      readonly service?: string;
    })
  /** What the reader left on a story of the collection. */
  | (RowPlace & { readonly kind: 'marks'; readonly story: ImportedStory })
  /** A true row that holds nothing to read or to fetch. */
  | (RowPlace & { readonly kind: 'no-content'; readonly reason: string })
  /** A row that could not be read: what is wrong and, where there is something to do, what. */
  | (RowPlace & { readonly kind: 'failed'; readonly reason: string });

export interface ImportedStory {
  readonly id: string;
  readonly title: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly readAt: string | null;
  readonly marks: ImportedMarks;
}

/** Times are ISO 8601 in UTC, or a plain date where the file gives no more. What the file does not say is null or empty. */
export interface ImportedArticle {
  /** The id in the service that it comes from, if it has one. */
  readonly externalId: string | null;
  /** http or https only. */
  readonly url: string | null;
  /** Empty if unknown; never the address in its place. */
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  readonly site: string;
  readonly published: string | null;
  readonly savedAt: string | null;
  /** BCP 47, or null to have it found out. */
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Names from the outermost shelf (folder, list, collection, book) to the innermost; several if it stands on several. */
  readonly shelves: readonly (readonly string[])[];
  readonly state: 'inbox' | 'archive';
  readonly favourite: boolean;
  /** 0 to 1, or null if the file does not say. */
  readonly progress: number | null;
  readonly readAt: string | null;
  readonly highlights: readonly ImportedHighlight[];
  /** The reader's note on the whole article; empty for none. */
  readonly note: string;
  /** Null for a link alone. */
  readonly content: ImportedContent | null;
  /** Of files that Lectern wrote: what no other program knows. */
  readonly marks?: ImportedMarks;
}

/** What the reader did with an article, or with a story of the collection. */
export interface ImportedMarks {
  readonly bookmarkedAt: string | null;
  /** Where one had come to. */
  readonly block: number;
  readonly finishedAt: string | null;
  readonly answer: Omit<Recommendation, 'articleId'> | null;
  /** In the trash since then. */
  readonly trashedAt: string | null;
}

export interface ImportedHighlight {
  /** Empty for a note that stands by itself. */
  readonly quote: string;
  readonly note: string;
  readonly createdAt: string | null;
  readonly colour: string | null;
  readonly tags: readonly string[];
}

export type ImportedContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'markdown'; readonly markdown: string; readonly resources: Resources }
  /**
   * `page` is a whole page as a browser saved it, to be looked through for its article; `article` is the article alone.
   * `baseUrl` is what relative addresses in it are relative to.
   */
  | {
      readonly kind: 'html';
      readonly html: string;
      readonly extent: 'page' | 'article';
      readonly baseUrl: string | null;
      readonly resources: Resources;
    };

/**
 * The bytes that came with the file, by the address that stands in the text (resolved against `baseUrl` if that leads to
 * nothing). Null for what the file does not hold. Never fetches.
 */
export type Resources = (address: string) => { readonly mediaType: string; readonly bytes: Uint8Array } | null;
