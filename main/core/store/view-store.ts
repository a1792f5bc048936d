/** Views of the saved articles, as the rest of the core sees them: any stretch of any order, at the same cost. */
import type { LibraryView } from '../../contract/organise-entities.ts';
import type { SavedArticle } from './saved-article.ts';

/** A view whose shelf has been looked up. */
export interface StoredView extends Omit<LibraryView, 'shelf'> {
  /** Articles on any of these shelves, or found by the query of one of them; undefined for a view of no shelf. */
  readonly onShelf?:
    | {
        /** The shelf itself first, whose order the order by shelf is. */
        readonly shelves: readonly number[];
        /** Ids of what smart shelves among them hold. */
        readonly found: readonly string[];
        /** Tells `found` from any other. */
        readonly stamp: string;
      }
    | undefined;
}

export interface NameCount {
  readonly name: string;
  readonly count: number;
}

export interface ViewStore {
  window(view: StoredView, offset: number, limit: number): { readonly items: SavedArticle[]; readonly total: number };
  /** From 0; null for what is not in the view. */
  position(view: StoredView, id: string): number | null;
  /** All of it, in its order. Not to be changed. */
  keys(view: StoredView): Int32Array;
  /** Of those that there are, in the order of `ids`. */
  keysOf(ids: readonly string[]): Int32Array;
  /** The most used first, at most `limit` of each. */
  facets(view: StoredView, limit: number): Readonly<Record<'authors' | 'sites' | 'languages' | 'tags', NameCount[]>>;
}
