/** The port of search over stories and saved articles together. */
import type { Collection } from '../collection/collection.ts';
import type { Library } from './library.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Searchable } from './searchable.ts';

interface Ports {
  readonly bundle: () => Collection;
  readonly library: Library;
  readonly index: Pick<LibraryIndex, 'index' | 'status'>;
}

export function createSearchable({ bundle, library, index }: Ports): Searchable {
  return {
    index: index.index,
    status: index.status,
    textOf: (id) => {
      const saved = library.isStory(id) ? null : library.rows.text(id);
      if (saved !== null) return saved;
      const { title, standfirst, language } = bundle().summary(id);
      return { title, standfirst, language, blocks: bundle().body(id).blocks };
    },
    textRevision: () => library.rows.revision(),
    idsIn: (state) => new Set(library.rows.idsIn(state)),
  };
}
