/** Search over the index as it is: another edition of the index is another search. */
import type { IndexSet } from '../search/index-set.ts';
import { createSearch, type Search } from '../search/search.ts';
import type { Searchable } from './searchable.ts';

/** The answer opens the index at the first call, and throws `AppError` if neither half can be read. */
export function openSearch(searchable: Searchable): () => Search {
  let made: { readonly index: IndexSet; readonly search: Search } | null = null;
  return () => {
    const index = searchable.index();
    if (made?.index !== index) made = { index, search: createSearch({ ...searchable, index }) };
    return made.search;
  };
}
