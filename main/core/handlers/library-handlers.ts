/** What the reader does with saved articles, and what there is of them. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Library } from '../library/library.ts';

type LibraryHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `library.${string}`>>;

export function createLibraryHandlers(library: Library): LibraryHandlers {
  const counted = (write: () => void) => {
    write();
    return library.rows.counts();
  };
  return {
    'library.counts': () => library.rows.counts(),
    'library.tags': () => ({ items: library.rows.tags() }),
    'library.shelves': () => ({ items: library.rows.shelves().map(({ path, count }) => ({ path: [...path], count })) }),
    'library.setState': ({ ids, state }) =>
      counted(() => {
        library.setState(ids, state);
      }),
    'library.setFavourite': ({ ids, favourite }) =>
      counted(() => {
        library.setFavourite(ids, favourite);
      }),
    'library.addTags': ({ ids, tags }) =>
      counted(() => {
        library.addTags(ids, tags);
      }),
    'library.removeTags': ({ ids, tags }) =>
      counted(() => {
        library.removeTags(ids, tags);
      }),
    'library.trash': ({ ids }) =>
      counted(() => {
        library.moveToTrash(ids);
      }),
    'library.restore': ({ ids }) =>
      counted(() => {
        library.restore(ids);
      }),
    'library.purge': ({ ids }) => ({ purged: library.purge(ids) }),
  };
}
