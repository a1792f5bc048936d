/** Takes steps back and keeps those that can still be taken: the last hundred, with the library, so restarts are survived. */
import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { unpackKeys } from './packed-keys.ts';
import { undoSteps, type UndoStep } from './undo-steps.ts';

const mostSteps = 100;

export interface UndoSteps {
  /** Answers the id to undo by. */
  keep(back: readonly UndoStep[], time: string): string;
  /** Of one, or of the newest: the articles that were changed by it; null for a step that is not kept. It is kept no longer. */
  take(id: string | null): { readonly seen: ReadonlySet<number>; readonly told: ReadonlySet<number> } | null;
}

export function createUndoSteps(database: Database): UndoSteps {
  const keep = database.prepare('INSERT INTO undo_step (id, made_at, step) VALUES (?, ?, ?)');
  const forgetOld = database.prepare(
    'DELETE FROM undo_step WHERE key <= (SELECT key FROM undo_step ORDER BY key DESC LIMIT 1 OFFSET ?)',
  );
  const take = database.prepare('DELETE FROM undo_step WHERE id = ? RETURNING step').pluck();
  const takeNewest = database
    .prepare('DELETE FROM undo_step WHERE key = (SELECT max(key) FROM undo_step) RETURNING step')
    .pluck();
  const goBack = createSteps(database);

  return {
    keep: (back, time) => {
      const id = randomUUID();
      keep.run(id, time, JSON.stringify(back));
      forgetOld.run(mostSteps);
      return id;
    },
    take: (id) => {
      const row = id === null ? takeNewest.get() : take.get(id);
      if (row === undefined) return null;
      const seen = new Set<number>();
      const told = new Set<number>();
      for (const step of undoSteps.parse(JSON.parse(z.string().parse(row)))) {
        const into = indexed.has(step.back) ? told : seen;
        for (const key of goBack(step)) into.add(key);
      }
      return { seen, told };
    },
  };
}

/** Of these an index must know. */
const indexed = new Set<UndoStep['back']>(['deleted', 'untag', 'tag', 'tag-name']);

const numbers = z.array(z.number());

/** Takes one step back; answers the keys of the articles that it changed. */
function createSteps(database: Database): (step: UndoStep) => number[] {
  const among = 'IN (SELECT value FROM json_each(@keys))';
  const pluck = (sql: string) => database.prepare(sql).pluck();
  const setState = pluck(`UPDATE article SET state = @to WHERE key ${among} AND state = @from RETURNING key`);
  const setFavourite = pluck(
    `UPDATE article SET favourite = @to WHERE key ${among} AND favourite = @from RETURNING key`,
  );
  const setDeleted = pluck(
    `UPDATE article SET deleted_at = @to WHERE key ${among} AND deleted_at IS @from RETURNING key`,
  );
  const untag = pluck(
    `DELETE FROM article_tag WHERE article_key ${among} AND tag_key = (SELECT key FROM tag WHERE name = @name)
     RETURNING article_key`,
  );
  const makeTag = database.prepare('INSERT INTO tag (name, colour) VALUES (@name, @colour) ON CONFLICT DO NOTHING');
  const tag = pluck(
    `INSERT INTO article_tag (article_key, tag_key, place)
     SELECT article.key, tag.key, held.value ->> 1 FROM json_each(@rows) held
     JOIN article ON article.key = held.value ->> 0, tag
     WHERE tag.name = @name ON CONFLICT DO NOTHING RETURNING article_key`,
  );
  const nameTag = database.prepare('UPDATE OR IGNORE tag SET name = @to WHERE name = @from');
  const carriers = pluck(
    'SELECT article_key FROM article_tag WHERE tag_key = (SELECT key FROM tag WHERE name = @name)',
  );
  const unshelve = pluck(
    `DELETE FROM article_shelf WHERE article_key ${among} AND shelf_key = @shelf RETURNING article_key`,
  );
  const shelve = pluck(
    `INSERT INTO article_shelf (article_key, shelf_key, place)
     SELECT article.key, shelf.key, held.value ->> 1 FROM json_each(@rows) held
     JOIN article ON article.key = held.value ->> 0, shelf
     WHERE shelf.key = @shelf ON CONFLICT DO NOTHING RETURNING article_key`,
  );
  const place = pluck(
    `UPDATE article_shelf SET place = @to WHERE shelf_key = @shelf AND article_key = @key AND place = @from
     RETURNING article_key`,
  );
  // An outer shelf that is gone by now leaves those within it at the top; a name that is taken stays away.
  const makeShelf = database.prepare(
    `INSERT OR IGNORE INTO shelf (key, parent_key, name, place, query)
     VALUES (@key, (SELECT key FROM shelf WHERE key = @parent), @name, @place, @query)`,
  );
  const mark = database.prepare(
    `UPDATE mark SET progress = ?, block = ?, finished_at = ?, read_at = ?
     WHERE article_id = ? AND finished_at IS ? AND (finished_at IS NOT NULL OR progress = 0)`,
  );
  const keyOf = pluck('SELECT key FROM article WHERE id = ?');
  const list = (packed: string) => JSON.stringify(unpackKeys(packed));

  return (step) => {
    switch (step.back) {
      case 'state':
        return numbers.parse(setState.all({ ...step, keys: list(step.keys) }));
      case 'favourite':
        return numbers.parse(setFavourite.all({ ...step, keys: list(step.keys) }));
      case 'deleted':
        return numbers.parse(setDeleted.all({ ...step, keys: list(step.keys) }));
      case 'untag':
        return numbers.parse(untag.all({ name: step.name, keys: list(step.keys) }));
      case 'tag':
        makeTag.run({ name: step.name, colour: step.colour });
        return numbers.parse(tag.all({ name: step.name, rows: rowsOf(step) }));
      case 'tag-name': {
        const { changes } = nameTag.run({ from: step.from, to: step.to });
        return changes === 0 ? [] : numbers.parse(carriers.all({ name: step.to }));
      }
      case 'unshelve':
        return numbers.parse(unshelve.all({ shelf: step.shelf, keys: list(step.keys) }));
      case 'shelve':
        return numbers.parse(shelve.all({ shelf: step.shelf, rows: rowsOf(step) }));
      case 'place':
        return unpackKeys(step.keys).flatMap((key, at) =>
          numbers.parse(place.all({ shelf: step.shelf, key, from: step.from[at], to: step.to[at] })),
        );
      case 'shelves':
        for (const row of step.rows) makeShelf.run(row);
        return [];
      case 'marks':
        return step.rows.flatMap(([id, progress, block, finishedAt, readAt]) =>
          mark.run(progress, block, finishedAt, readAt, id, step.time).changes === 0
            ? []
            : numbers.parse(keyOf.all(id)),
        );
    }
  };
}

/** Keys and their places, as pairs. */
function rowsOf({ keys, places }: { readonly keys: string; readonly places: readonly number[] }): string {
  return JSON.stringify(unpackKeys(keys).map((key, at) => [key, places[at] ?? 0]));
}
