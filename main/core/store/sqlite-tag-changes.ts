/** Tags renamed, merged, coloured and taken off, within a transaction that is not made here. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { Tag } from '../../contract/organise-entities.ts';
import { packKeys } from './packed-keys.ts';
import { together, type Changed } from './sqlite-changes.ts';
import type { UndoStep } from './undo-steps.ts';

export interface TagChanges {
  /** `merged` if there was a tag of the new name: then the two become one. */
  rename(name: string, to: string): Changed & { readonly merged: boolean };
  colour(name: string, colour: Tag['colour']): void;
  remove(names: readonly string[]): Changed;
}

const tagRow = z.object({ key: z.number(), colour: z.string().nullable() });
const carriers = z.array(z.object({ key: z.number(), place: z.number() }));

export function createTagChanges(database: Database): TagChanges {
  const find = database.prepare('SELECT key, colour FROM tag WHERE name = ?');
  const carriersOf = database.prepare(
    'SELECT article_key AS key, place FROM article_tag WHERE tag_key = ? ORDER BY article_key',
  );
  const setName = database.prepare('UPDATE tag SET name = ? WHERE key = ?');
  const setColour = database.prepare('UPDATE tag SET colour = ? WHERE key = ?');
  const remove = database.prepare('DELETE FROM tag WHERE key = ?');
  const carryOver = database
    .prepare(
      `INSERT INTO article_tag (article_key, tag_key, place)
       SELECT article_key, @to, place FROM article_tag WHERE tag_key = @from ON CONFLICT DO NOTHING RETURNING article_key`,
    )
    .pluck();

  const tag = (name: string): z.infer<typeof tagRow> => {
    const row = find.get(name);
    if (row !== undefined) return tagRow.parse(row);
    throw new AppError('not-found', `There is no tag “${name}” any more. It may have been renamed or removed.`);
  };

  /** With the tag itself: it is made anew with its colour when it is put back. */
  const takeAway = (name: string): Changed => {
    const { key, colour } = tag(name);
    const rows = carriers.parse(carriersOf.all(key));
    remove.run(key);
    const keys = rows.map((row) => row.key);
    const back: UndoStep = { back: 'tag', name, colour, keys: packKeys(keys), places: rows.map(({ place }) => place) };
    return { keys: new Set(keys), back: [back] };
  };

  return {
    rename: (name, to) => {
      const from = tag(name);
      if (name === to) return { keys: new Set(), back: [], merged: false };
      const other = find.get(to);
      if (other === undefined) {
        setName.run(to, from.key);
        const keys = carriers.parse(carriersOf.all(from.key)).map((row) => row.key);
        return { keys: new Set(keys), back: [{ back: 'tag-name', from: to, to: name }], merged: false };
      }
      const moved = z.array(z.number()).parse(carryOver.all({ from: from.key, to: tagRow.parse(other).key }));
      const gone = takeAway(name);
      const untag: UndoStep = { back: 'untag', name: to, keys: packKeys(moved) };
      return { keys: gone.keys, back: [...gone.back, untag], merged: true };
    },
    colour: (name, colour) => void setColour.run(colour, tag(name).key),
    remove: (names) => together(names.map(takeAway)),
  };
}
