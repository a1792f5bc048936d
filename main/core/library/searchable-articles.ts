/** The port of search over stories and saved articles together. */
import type { Collection } from '../collection/collection.ts';
import type { Library } from './library.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Searchable, SearchableText } from './searchable.ts';

interface Ports {
  readonly bundle: () => Collection;
  readonly library: Library;
  readonly index: Pick<LibraryIndex, 'index' | 'status'>;
}

export function createSearchable({ bundle, library, index }: Ports): Searchable {
  const ofStory = (id: string): SearchableText => {
    const { title, standfirst, language } = bundle().summary(id);
    return { title, standfirst, language, blocks: bundle().body(id).blocks };
  };
  const textsOf = (ids: readonly string[]): SearchableText[] => {
    const saved = library.rows.texts(ids.filter((id) => !library.isStory(id)));
    return ids.map((id) => saved.get(id) ?? ofStory(id));
  };
  return {
    index: index.index,
    status: index.status,
    textOf: (id) => textsOf([id])[0] ?? ofStory(id),
    textsOf,
    textRevision: () => library.rows.revision(),
    idsIn: (state) => library.rows.idsIn(state),
  };
}
