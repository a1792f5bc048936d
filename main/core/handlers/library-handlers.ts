/** What the reader does with saved articles, their tags and shelves, and what there is of them. */
import type { CoreHandlers } from '../../contract/methods.ts';
import type { Organise } from '../library/organise.ts';
import type { ChangeDone } from '../store/change-store.ts';
import type { LibraryReader } from '../store/library-store.ts';
import type { Summaries } from './summaries.ts';

type LibraryHandlers = Pick<
  CoreHandlers,
  Extract<keyof CoreHandlers, `library.${string}` | `tags.${string}` | `shelves.${string}`>
>;

interface LibraryPorts {
  readonly rows: LibraryReader;
  readonly organise: Organise;
  readonly summaries: Summaries;
}

export function createLibraryHandlers({ rows, organise, summaries }: LibraryPorts): LibraryHandlers {
  const told = <Done extends ChangeDone>(done: Done) => ({ ...done, counts: rows.counts() });
  return {
    'library.counts': () => rows.counts(),
    'library.window': ({ view, offset, limit }) => {
      const { items, total } = organise.window(view, offset, limit);
      return { items: summaries.ofAllSaved(items), total };
    },
    'library.position': ({ view, id }) => ({ offset: organise.position(view, id) }),
    'library.facets': ({ view }) => {
      const { tags, ...facets } = organise.facets(view);
      const colours = new Map(rows.tags().map(({ name, colour }) => [name, colour]));
      return { ...facets, tags: tags.map((tag) => ({ ...tag, colour: colours.get(tag.name) ?? null })) };
    },
    'library.change': ({ selection, change }) => told(organise.change(selection, change)),
    'library.undo': ({ undo }) => told(organise.undo(undo)),
    'library.purge': ({ selection }) => ({ purged: organise.purge(selection), counts: rows.counts() }),
    'tags.list': () => ({ items: rows.tags() }),
    'tags.rename': ({ name, to }) => told(organise.renameTag(name, to)),
    'tags.colour': ({ name, colour }) => organise.colourTag(name, colour),
    'tags.remove': ({ names }) => told(organise.removeTags(names)),
    'shelves.list': () => ({ items: organise.shelves() }),
    'shelves.create': ({ name, parent = null, query = null }) => organise.addShelf(name, parent, query),
    'shelves.edit': ({ shelf, ...change }) => organise.editShelf(shelf, change),
    'shelves.move': ({ shelf, parent, before }) => organise.moveShelf(shelf, parent, before),
    'shelves.remove': ({ shelf }) => told(organise.removeShelf(shelf)),
    'shelves.arrange': ({ shelf, selection, to }) => {
      const { offset, ...done } = organise.arrange(shelf, selection, to);
      return { ...told(done), offset };
    },
  };
}
