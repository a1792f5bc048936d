/**
 * The index as search sees it: one list of documents, whatever segments they lie in. This file is the border between what
 * knows bytes (segment/, set/) and what knows queries (language/, ranking).
 *
 * A document is found by terms. `=word` is an exact form (folded, unstemmed), a bare term is a stem (analysis.ts).
 */

/** One article as it is indexed; `language` chooses the stemmer. */
export interface IndexedArticle {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  /** A name, as readers see it; empty for none. */
  readonly author: string;
  readonly section: string;
  readonly headings: readonly string[];
  readonly blocks: readonly string[];
  /** Host of the address without `www.`; empty for none. */
  readonly site: string;
  readonly source: 'collection' | 'library';
  /** ISO 8601, or null. */
  readonly published: string | null;
  readonly words: number;
}

/** Document number: stable until the set changes (`generation`), dense from 0 to `capacity`; deleted ones are skipped. */
export type DocumentNumber = number;

/** What stands in a query tree. Fields: null for all. `boost` multiplies what the node adds to the score. */
export type IndexQuery =
  /** Any of these terms; what they add is summed, as lunr does. */
  | {
      readonly kind: 'terms';
      readonly terms: readonly { readonly term: string; readonly boost: number }[];
      readonly fields: readonly IndexField[] | null;
    }
  /** Any exact form that begins so (`=` is added here): the best for each document. Shorter completions weigh more. */
  | {
      readonly kind: 'prefix';
      readonly prefix: string;
      readonly boost: number;
      readonly fields: readonly IndexField[] | null;
    }
  /**
   * Stars stand for any run of characters; the pattern is of whole terms, so `=` is part of it. The best for each document;
   * scored as lunr does (`lunrScoring`), all are summed.
   */
  | {
      readonly kind: 'wildcard';
      readonly pattern: string;
      readonly boost: number;
      readonly fields: readonly IndexField[] | null;
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly IndexQuery[] }
  /** A set made elsewhere: articles unread, of a year, with a phrase. Adds nothing to the score. */
  | { readonly kind: 'set'; readonly has: (document: DocumentNumber) => boolean };

export const indexFieldNames = [
  'title',
  'standfirst',
  'tags',
  'author',
  'section',
  'headings',
  'body',
  'site',
] as const;
export type IndexField = (typeof indexFieldNames)[number];

export interface IndexSearch {
  /**
   * At least one of these is met, unless there are none; each that is adds to the score, and `met` tells which. At most 31.
   */
  readonly wanted: readonly IndexQuery[];
  /** A document must meet each of these; they add to the score too. */
  readonly required: readonly IndexQuery[];
  readonly excluded: readonly IndexQuery[];
}

export interface IndexHits {
  /** How many documents answer. */
  readonly total: number;
  /** All of them in no order, valid until the next call: for counting facets. */
  readonly documents: Uint32Array;
  /** Parallel to `documents`. */
  readonly scores: Float32Array;
  /** Bit i is set if the document meets `wanted[i]`. Parallel to `documents`. */
  readonly met: Uint32Array;
}

export interface IndexSet {
  /** Increases with every change of what is in the set. */
  readonly generation: number;
  readonly documentCount: number;
  /** One more than the highest document number. */
  readonly capacity: number;
  search(search: IndexSearch): IndexHits;
  idOf(document: DocumentNumber): string;
  documentOf(id: string): DocumentNumber | null;
  /** What is stored beside a document for filters, sorting and counts, without reading its text. */
  readonly columns: IndexColumns;
  readonly vocabulary: Vocabulary;
  /** The heaviest stems of a document, at most 40: what it is about. */
  vectorOf(document: DocumentNumber): readonly TermWeight[];
}

export interface TermWeight {
  readonly term: string;
  /** How much it is said, 1 to 255, before idf. */
  readonly weight: number;
}

/** By document number. */
export interface IndexColumns {
  source(document: DocumentNumber): 'collection' | 'library';
  /** Days since 1970-01-01, or null. */
  published(document: DocumentNumber): number | null;
  words(document: DocumentNumber): number;
  language(document: DocumentNumber): string;
  author(document: DocumentNumber): string;
  section(document: DocumentNumber): string;
  site(document: DocumentNumber): string;
  tags(document: DocumentNumber): readonly string[];
}

export interface Vocabulary {
  has(term: string): boolean;
  /** In how many documents a term occurs; 0 for none. */
  frequency(term: string): number;
  /** Exact forms that begin so, the most frequent first. */
  completions(beginning: string, limit: number): readonly { readonly form: string; readonly documents: number }[];
  /** Exact forms with the same first letter within the least edit distance (Damerau), the likeliest first. */
  nearest(
    word: string,
    limit: number,
  ): readonly { readonly form: string; readonly distance: number; readonly documents: number }[];
}

/** The set that can be changed: the library's. */
export interface WritableIndexSet extends IndexSet {
  /** Adds, or puts in the place of what has the same id. Found as soon as this returns; on disk after `flush`. */
  add(articles: readonly IndexedArticle[]): void;
  remove(ids: readonly string[]): void;
  /** Writes what is in memory only. A crash at any point leaves the set as it was before or after. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
