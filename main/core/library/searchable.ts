/** What search and related articles are given of all articles, bundled and saved: the port of their handlers. */
import type { IndexStatus } from '../../contract/search-entities.ts';
import type { IndexSet } from '../search/index-set.ts';
import type { ArticleState } from '../store/library-store.ts';

export type { ArticleState };

/** In reading order, as it is shown: offsets of a passage are of these blocks. */
export interface SearchableText {
  readonly title: string;
  readonly standfirst: string;
  readonly language: string;
  readonly blocks: readonly string[];
}

export interface Searchable {
  /**
   * Both kinds of articles in one set, opened at the first question and up to date with every save; articles in the trash
   * are not in it. Throws `AppError` if neither half can be read.
   */
  index(): IndexSet;
  status(): IndexStatus;
  /** Throws `not-found`. */
  textOf(id: string): SearchableText;
  /** In the order of the ids, read together. Throws as `textOf` does. */
  textsOf(ids: readonly string[]): SearchableText[];
  /** Increases whenever a text may have changed: what was made of `textOf` is then old. */
  textRevision(): number;
  /** Those of stories and of saved articles; the same set as long as it has not changed. */
  idsIn(state: ArticleState): ReadonlySet<string>;
}
