/** What the core asks of search, whatever engine answers. Never throws for a query, however odd. */
import type { Passage, UnderstoodQuery } from '../../contract/search-entities.ts';

export interface FoundArticle {
  readonly id: string;
  readonly score: number;
  readonly passage: Passage;
  readonly places: number;
}

export interface Found {
  readonly total: number;
  readonly understood: UnderstoodQuery;
  readonly hits: readonly FoundArticle[];
}

export interface Search {
  /** Best first. Passages are computed for the returned hits only. */
  find(query: string, options: { readonly limit: number; readonly offset: number }): Found;
  /** Every block of one article that matches, whole, in reading order. */
  places(
    id: string,
    query: string,
  ): { readonly total: number; readonly blockCount: number; readonly blocks: readonly Passage[] };
}
