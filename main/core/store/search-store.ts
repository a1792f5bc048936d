/** Searches that the reader keeps, and those just made, as the rest of the core sees them. */
import type { RecentSearch, SavedSearch } from '../../contract/search-entities.ts';

export type StoredSearch = Omit<SavedSearch, 'count'>;

export interface SearchStore {
  /** Oldest first. */
  saved(): readonly StoredSearch[];
  /** The same query in the same order is kept once: saving it again gives it the new name. */
  save(search: Omit<StoredSearch, 'id'>): StoredSearch;
  /** Null if there is none of this id. */
  rename(id: string, name: string): StoredSearch | null;
  /** False if there is none of this id. */
  remove(id: string): boolean;
  /** Newest first, at most `recentLimit`. */
  recent(): readonly RecentSearch[];
  /** A query made before moves to the front. */
  record(query: string): void;
  /** Forgets one query, or all for null. */
  forget(query: string | null): void;
}

export const recentLimit = 30;
