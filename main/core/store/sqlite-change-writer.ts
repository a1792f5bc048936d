/** The changes of change-store.ts over SQLite: each done, stamped, and its way back kept. */
import type { Database } from 'better-sqlite3';
import type { ChangeDone, ChangeWriter } from './change-store.ts';
import { createBulkChanges, type Changed, type ChangeTime } from './sqlite-changes.ts';
import { createShelfChanges } from './sqlite-shelf-changes.ts';
import { createTagChanges } from './sqlite-tag-changes.ts';
import { createUndoSteps } from './sqlite-undo.ts';

/** `purge` removes one article with all that hangs on it. */
export function createChanges(
  database: Database,
  now: () => Date,
): (revision: number, purge: (key: number) => void) => ChangeWriter {
  const bulk = createBulkChanges(database);
  const tags = createTagChanges(database);
  const shelves = createShelfChanges(database);
  const steps = createUndoSteps(database);
  const trashedAmong = database
    .prepare('SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?)) AND deleted_at IS NOT NULL')
    .pluck();

  return (revision, purge) => {
    const when: ChangeTime = { revision, time: now().toISOString() };
    const done = ({ keys, back }: Changed): ChangeDone => ({
      changed: keys.size,
      undo: back.length === 0 ? null : steps.keep(back, when.time),
    });
    /** Of a change to tags. */
    const told = (changed: Changed): ChangeDone => {
      bulk.stamp(changed.keys, revision);
      return done(changed);
    };
    return {
      change: (keys, change) => {
        if (change.kind === 'shelve' || change.kind === 'unshelve') shelves.refuseSmart(change.shelf);
        return done(bulk.apply(keys, change, when));
      },
      undo: (id) => {
        const undone = steps.take(id);
        if (undone === null) return null;
        bulk.touch(undone.seen, revision);
        bulk.stamp(undone.told, revision);
        return { changed: undone.seen.union(undone.told).size, undo: null };
      },
      purgeTrashed: (keys) => {
        const gone = trashedAmong.all(JSON.stringify([...keys])) as number[]; // keys of rows are numbers
        for (const key of gone) purge(key);
        return gone.length;
      },
      renameTag: (name, to) => {
        const { merged, ...changed } = tags.rename(name, to);
        return { ...told(changed), merged };
      },
      colourTag: tags.colour,
      removeTags: (names) => told(tags.remove(names)),
      addShelf: shelves.add,
      editShelf: shelves.edit,
      moveShelf: shelves.move,
      removeShelf: (shelf) => {
        const changed = shelves.remove(shelf);
        bulk.touch(changed.keys, revision);
        return done(changed);
      },
      arrange: (shelf, keys, before) => done(shelves.arrange(shelf, keys, before)),
    };
  };
}
