/**
 * The reader's own articles put in order: views of them, changes to whole selections with the way back, tags and shelves. A
 * shelf that fills itself holds what search finds; what is found is looked up again whenever anything has changed.
 */
import { AppError } from '../../contract/errors.ts';
import type {
  LibraryChange,
  LibraryView,
  Selection,
  Shelf,
  ShelfPlace,
  Tag,
} from '../../contract/organise-entities.ts';
import type { EventSource } from '../event-source.ts';
import { parseQuery } from '../search/language/parse-query.ts';
import type { ChangeDone, ChangeWriter, ShelfChange } from '../store/change-store.ts';
import type { LibraryStore, StoredShelf } from '../store/library-store.ts';
import type { StoredView, ViewStore } from '../store/view-store.ts';
import type { AssetFiles } from './asset-files.ts';
import { dropNeedless } from './drop-needless.ts';
import { placeBefore } from './shelf-place.ts';

export interface Organise {
  window(view: LibraryView, offset: number, limit: number): ReturnType<ViewStore['window']>;
  position(view: LibraryView, id: string): number | null;
  facets(view: LibraryView): ReturnType<ViewStore['facets']>;
  change(selection: Selection, change: LibraryChange): ChangeDone;
  /** Null for the newest. Throws `not-found` for a change that is not kept any more, or where none is. */
  undo(id: string | null): ChangeDone;
  /** Of the selection, what lies in the trash; answers how many. */
  purge(selection: Selection): number;
  renameTag(name: string, to: string): ReturnType<ChangeWriter['renameTag']>;
  /** Throws `not-found`. */
  colourTag(name: string, colour: Tag['colour']): Tag;
  removeTags(names: readonly string[]): ChangeDone;
  shelves(): Shelf[];
  addShelf(name: string, parent: number | null, query: string | null): Shelf;
  editShelf(id: number, change: ShelfChange): Shelf;
  moveShelf(id: number, parent: number | null, before: number | null): Shelf;
  removeShelf(id: number): ChangeDone;
  /** `offset` is where the first of them stands then. Refuses what stands on no shelf but those within this one. */
  arrange(shelf: number, selection: Selection, to: ShelfPlace): ChangeDone & { readonly offset: number };
}

interface OrganisePorts {
  readonly rows: LibraryStore;
  readonly assets: Pick<AssetFiles, 'remove'>;
  readonly events: EventSource;
  /** Ids of all that a query finds, in no order. Throws `AppError` if there is nothing to search in. */
  readonly find: (query: string) => readonly string[];
}

const mostFacets = 200;

export function createOrganise({ rows, assets, events, find }: OrganisePorts): Organise {
  const { views } = rows;
  /** What smart shelves hold, by their query, until something changes. */
  const found = new Map<
    string,
    { readonly ids: readonly string[]; readonly stamp: number; readonly revision: number }
  >();
  let stamp = 0;
  // Marks, an index that has caught up, another collection: of these the library's revision does not tell.
  events.onEvent(() => {
    found.clear();
  });

  const foundBy = (query: string) => {
    const known = found.get(query);
    const revision = rows.revision();
    if (known?.revision === revision) return known;
    stamp += 1;
    const fresh = { ids: find(query), stamp, revision };
    found.set(query, fresh);
    return fresh;
  };
  const shelf = (id: number): StoredShelf => {
    const known = rows.shelves().find((one) => one.id === id);
    if (known !== undefined) return known;
    throw new AppError('not-found', 'There is no such shelf any more. It may have been removed.', { id });
  };
  const stored = ({ shelf: id, ...view }: LibraryView): StoredView => {
    if (id === undefined) return view;
    const own = shelf(id);
    const within = rows.shelves().filter(({ path }) => own.path.every((name, depth) => path[depth] === name));
    const smart = within.flatMap(({ query }) => (query === null ? [] : [foundBy(query)]));
    const shelves = [id, ...within.map((one) => one.id).filter((one) => one !== id)];
    return {
      ...view,
      onShelf: {
        shelves,
        found: smart.flatMap(({ ids }) => ids),
        stamp: smart.map((one) => one.stamp).join(' '),
      },
    };
  };

  const selected = (selection: Selection): Iterable<number> => {
    if ('ids' in selection) {
      const keys = views.keysOf(selection.ids);
      if (keys.length < new Set(selection.ids).size)
        throw new AppError(
          'not-found',
          'Some of these articles are not in your library any more. Nothing was changed; look at the list again.',
        );
      return keys;
    }
    const keys = views.keys(stored(selection.view));
    const except = new Set(views.keysOf(selection.except ?? []));
    return except.size === 0 ? keys : keys.filter((key) => !except.has(key));
  };

  const write = <Result>(run: (many: ChangeWriter) => Result): Result => {
    const result = rows.write(({ many }) => run(many));
    events.libraryChanged();
    return result;
  };
  const counted = ({ path: _, ...one }: StoredShelf): Shelf => {
    const { query } = one;
    return query === null ? one : { ...one, count: views.window({ onShelf: ofQuery(query) }, 0, 1).total };
  };
  const ofQuery = (query: string) => {
    const { ids, stamp: own } = foundBy(query);
    return { shelves: [], found: ids, stamp: `${own}` };
  };

  return {
    window: (view, offset, limit) => views.window(stored(view), offset, limit),
    position: (view, id) => views.position(stored(view), id),
    facets: (view) => views.facets(stored(view), mostFacets),
    change: (selection, change) => {
      const keys = selected(selection);
      return write((many) => many.change(keys, change));
    },
    undo: (id) => {
      const done = write((many) => many.undo(id));
      if (done !== null) return done;
      if (id === null) throw new AppError('not-found', 'There is nothing to take back.');
      throw new AppError('not-found', 'That is too long ago to be undone, or it was undone already.', { id });
    },
    purge: (selection) => {
      const keys = selected(selection);
      return dropNeedless({ rows, assets, events }, ({ many }) => many.purgeTrashed(keys));
    },
    renameTag: (name, to) => write((many) => many.renameTag(name, to)),
    colourTag: (name, colour) => {
      write((many) => {
        many.colourTag(name, colour);
      });
      const tag = rows.tags().find((one) => one.name === name);
      if (tag === undefined) throw new Error(`the tag ${name} vanished while it was coloured`);
      return tag;
    },
    removeTags: (names) => write((many) => many.removeTags(names)),
    shelves: () => rows.shelves().map(counted),
    addShelf: (name, parent, query) => {
      if (query !== null) refuseUnclear(query);
      return counted(shelf(write((many) => many.addShelf(name, parent, query))));
    },
    editShelf: (id, change) => {
      if (typeof change.query === 'string') refuseUnclear(change.query);
      write((many) => {
        many.editShelf(id, change);
      });
      return counted(shelf(id));
    },
    moveShelf: (id, parent, before) => {
      write((many) => {
        many.moveShelf(id, parent, before);
      });
      return counted(shelf(id));
    },
    removeShelf: (id) => write((many) => many.removeShelf(id)),
    arrange: (id, selection, to) => {
      const own: StoredView = { order: 'shelf', onShelf: { shelves: [shelf(id).id], found: [], stamp: '' } };
      const standing = views.keys(own);
      const wanted = new Set(selected(selection));
      const moved = new Set(standing.filter((key) => wanted.has(key)));
      const [target] = typeof to === 'string' ? [to] : views.keysOf([to.before]);
      const done = write((many) => many.arrange(id, [...moved], placeBefore(standing, moved, target ?? 'end')));
      return { ...done, offset: views.keys(own).findIndex((key) => moved.has(key)) };
    },
  };
}

/** While one types, what is not understood is searched as text; what a shelf is filled by for years says what it means. */
function refuseUnclear(query: string): void {
  const { clauses, problems } = parseQuery(query);
  if (clauses.length === 0)
    throw new AppError('invalid-input', 'This search looks for nothing. Give the shelf at least one word or filter.');
  const [problem] = problems;
  if (problem !== undefined)
    throw new AppError(
      'invalid-input',
      `This search cannot fill a shelf as it stands: ${problem.message}. Correct it.`,
    );
}
