/** Shelves made, named, moved, arranged and removed, within a transaction that is not made here. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { ShelfChange } from './change-store.ts';
import { packKeys } from './packed-keys.ts';
import { nothingChanged, type Changed } from './sqlite-changes.ts';
import type { UndoStep } from './undo-steps.ts';

export interface ShelfChanges {
  add(name: string, parent: number | null, query: string | null): number;
  edit(shelf: number, change: ShelfChange): void;
  move(shelf: number, parent: number | null, before: number | null): void;
  remove(shelf: number): Changed;
  arrange(shelf: number, keys: readonly number[], before: number | null): Changed;
  /** Refuses a shelf that fills itself. */
  refuseSmart(shelf: number): void;
}

const shelfRow = z.object({
  key: z.number(),
  parent: z.number().nullable(),
  name: z.string(),
  place: z.number(),
  query: z.string().nullable(),
});
type ShelfRow = z.infer<typeof shelfRow>;

const shelfColumns = 'key, parent_key AS parent, name, place, query';
const standing = z.array(z.object({ key: z.number(), place: z.number() }));

export function createShelfChanges(database: Database): ShelfChanges {
  const byKey = database.prepare(`SELECT ${shelfColumns} FROM shelf WHERE key = ?`);
  const siblings = database.prepare(`SELECT ${shelfColumns} FROM shelf WHERE parent_key IS ? ORDER BY place, key`);
  const add = database.prepare(
    `INSERT INTO shelf (parent_key, name, query, place)
     VALUES (@parent, @name, @query, (SELECT coalesce(max(place), -1) + 1 FROM shelf WHERE parent_key IS @parent))`,
  );
  const edit = database.prepare('UPDATE shelf SET name = ?, query = ? WHERE key = ?');
  const setPlace = database.prepare('UPDATE shelf SET parent_key = ?, place = ? WHERE key = ?');
  const within = database.prepare(
    `WITH RECURSIVE inner_shelf (key, depth) AS (
       SELECT @shelf, 0 UNION ALL SELECT shelf.key, depth + 1 FROM shelf JOIN inner_shelf ON shelf.parent_key = inner_shelf.key)
     SELECT shelf.key, parent_key AS parent, name, place, query FROM shelf JOIN inner_shelf USING (key) ORDER BY depth, place`,
  );
  const standingOn = database.prepare(
    'SELECT article_key AS key, place FROM article_shelf WHERE shelf_key = ? ORDER BY place, article_key',
  );
  const remove = database.prepare('DELETE FROM shelf WHERE key = ?');
  const placeArticle = database.prepare('UPDATE article_shelf SET place = ? WHERE shelf_key = ? AND article_key = ?');

  const find = (shelf: number): ShelfRow => {
    const row = byKey.get(shelf);
    if (row !== undefined) return shelfRow.parse(row);
    throw new AppError('not-found', 'There is no such shelf any more. It may have been removed.');
  };
  const siblingsOf = (parent: number | null) => siblings.all(parent).map((row) => shelfRow.parse(row));
  const refuseTaken = (name: string, parent: number | null, own: number | null) => {
    if (siblingsOf(parent).some((shelf) => shelf.key !== own && shelf.name === name))
      throw new AppError('invalid-input', `There is a shelf “${name}” here already. Choose another name.`);
  };
  const refuseSmart = (shelf: number) => {
    const { name, query } = find(shelf);
    if (query !== null)
      throw new AppError(
        'invalid-input',
        `“${name}” fills itself by its search. Change the search to change what is on it.`,
      );
  };
  const innerOf = (shelf: number) => within.all({ shelf }).map((row) => shelfRow.parse(row));

  return {
    refuseSmart,
    add: (name, parent, query) => {
      if (parent !== null) find(parent);
      refuseTaken(name, parent, null);
      return Number(add.run({ parent, name, query }).lastInsertRowid);
    },
    edit: (shelf, change) => {
      const { name, query, parent } = find(shelf);
      refuseTaken(change.name ?? name, parent, shelf);
      if (change.query !== undefined && query === null)
        throw new AppError(
          'invalid-input',
          `“${name}” is filled by hand; only a shelf that was made with a search can have another.`,
        );
      edit.run(change.name ?? name, change.query === undefined ? query : change.query, shelf);
    },
    move: (shelf, parent, before) => {
      const { name } = find(shelf);
      if (parent !== null) find(parent);
      if (innerOf(shelf).some(({ key }) => key === parent))
        throw new AppError('invalid-input', `“${name}” cannot stand within itself. Choose a shelf that is not in it.`);
      refuseTaken(name, parent, shelf);
      const others = siblingsOf(parent).filter(({ key }) => key !== shelf);
      const at = before === null ? -1 : others.findIndex(({ key }) => key === before);
      const order = others.map(({ key }) => key);
      order.splice(at === -1 ? order.length : at, 0, shelf);
      for (const [place, key] of order.entries()) setPlace.run(parent, place, key);
    },
    remove: (shelf) => {
      find(shelf);
      const rows = innerOf(shelf);
      const articles = new Set<number>();
      const filled = rows.flatMap(({ key }): UndoStep[] => {
        const standingHere = standing.parse(standingOn.all(key)).sort((a, b) => a.key - b.key);
        if (standingHere.length === 0) return [];
        const keys = standingHere.map((row) => row.key);
        for (const one of keys) articles.add(one);
        return [{ back: 'shelve', shelf: key, keys: packKeys(keys), places: standingHere.map(({ place }) => place) }];
      });
      remove.run(shelf);
      return { keys: articles, back: [{ back: 'shelves', rows }, ...filled] };
    },
    arrange: (shelf, moved, before) => {
      refuseSmart(shelf);
      const rows = standing.parse(standingOn.all(shelf));
      const placeOf = new Map(rows.map(({ key, place }) => [key, place]));
      const chosen = new Set(moved.filter((key) => placeOf.has(key)));
      if (chosen.size === 0)
        throw new AppError(
          'invalid-input',
          'These articles do not stand on this shelf itself, but on one within it. Open that one to move them.',
        );
      const all = rows.map(({ key }) => key);
      const order = all.filter((key) => !chosen.has(key));
      const at = before === null ? -1 : order.indexOf(before);
      order.splice(at === -1 ? order.length : at, 0, ...all.filter((key) => chosen.has(key)));
      const changed = order.map((key, index) => ({ key, from: index + 1, to: placeOf.get(key) ?? 0 }));
      const really = changed.filter(({ from, to }) => from !== to).sort((a, b) => a.key - b.key);
      if (really.length === 0) return nothingChanged;
      for (const { key, from } of really) placeArticle.run(from, shelf, key);
      const keys = packKeys(really.map(({ key }) => key));
      const [from, to] = [really.map((row) => row.from), really.map((row) => row.to)];
      return { keys: chosen, back: [{ back: 'place', shelf, keys, from, to }] };
    },
  };
}
