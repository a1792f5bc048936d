/** Changes to many saved articles at once, in SQL over whole selections, within a transaction that is not made here. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { LibraryChange } from '../../contract/organise-entities.ts';
import { packKeys } from './packed-keys.ts';
import type { UndoStep } from './undo-steps.ts';

/** The moment of a change. */
export interface ChangeTime {
  readonly revision: number;
  /** ISO 8601 in UTC. */
  readonly time: string;
}

/** Which articles were changed, and the steps back, the last change first. */
export interface Changed {
  readonly keys: ReadonlySet<number>;
  readonly back: readonly UndoStep[];
}

export const nothingChanged: Changed = { keys: new Set(), back: [] };

export interface BulkChanges {
  apply(keys: Iterable<number>, change: LibraryChange, when: ChangeTime): Changed;
  /** The reader has done something to these of which an index must know. */
  stamp(keys: Iterable<number>, revision: number): void;
  /** The same of which no index needs to know. */
  touch(keys: Iterable<number>, revision: number): void;
}

const numbers = z.array(z.number());
const placed = z.array(z.object({ key: z.number(), place: z.number() }));
const trashed = z.array(z.object({ key: z.number(), deleted_at: z.string() }));
const marks = z.array(
  z.object({
    key: z.number(),
    id: z.string(),
    progress: z.number().nullable(),
    block: z.number().nullable(),
    finished_at: z.string().nullable(),
    read_at: z.string().nullable(),
  }),
);

const among = 'IN (SELECT value FROM json_each(@keys))';

export function createBulkChanges(database: Database): BulkChanges {
  const statements = prepareStatements(database);
  const json = (keys: Iterable<number>) => JSON.stringify([...keys]);
  const stamp = (keys: Iterable<number>, revision: number) => {
    statements.stamp.run({ keys: json(keys), revision });
  };
  const touch = (keys: Iterable<number>, revision: number) => {
    statements.touch.run({ keys: json(keys), revision });
  };

  const addTag = (keys: string, name: string): Changed => {
    statements.makeTag.run(name);
    const changed = numbers.parse(statements.addTag.all({ keys, name }));
    if (changed.length === 0) return nothingChanged;
    return { keys: new Set(changed), back: [{ back: 'untag', name, keys: packKeys(changed) }] };
  };
  const removeTag = (keys: string, name: string): Changed => {
    const rows = placed.parse(statements.removeTag.all({ keys, name })).sort((a, b) => a.key - b.key);
    if (rows.length === 0) return nothingChanged;
    const packed = packKeys(rows.map(({ key }) => key));
    const places = rows.map(({ place }) => place);
    const colour = z.string().nullable().optional().parse(statements.colour.get(name)) ?? null;
    return { keys: new Set(rows.map(({ key }) => key)), back: [{ back: 'tag', name, colour, keys: packed, places }] };
  };

  const restore = (keys: string, { revision }: ChangeTime): Changed => {
    const rows = trashed.parse(statements.trashed.all({ keys }));
    const byTime = Map.groupBy(rows, ({ deleted_at }) => deleted_at);
    statements.restore.run({ keys, revision });
    const back = [...byTime].map(([time, same]): UndoStep => {
      return { back: 'deleted', keys: packKeys(same.map(({ key }) => key)), from: null, to: time };
    });
    return { keys: new Set(rows.map(({ key }) => key)), back };
  };

  const markRead = (keys: string, read: boolean, { time }: ChangeTime): Changed => {
    const rows = marks.parse((read ? statements.unread : statements.begun).all({ keys }));
    if (rows.length === 0) return nothingChanged;
    const before = rows.map(({ id, progress, block, finished_at, read_at }) => {
      const row: [string, number, number, string | null, string | null] = [
        id,
        progress ?? 0,
        block ?? 0,
        finished_at,
        read_at,
      ];
      return row;
    });
    const changed = new Set(rows.map(({ key }) => key));
    if (read) statements.markRead.run({ keys: json(changed), time });
    else statements.markUnread.run({ keys: json(changed) });
    return { keys: changed, back: [{ back: 'marks', rows: before, time: read ? time : null }] };
  };

  /** One column with two values. */
  const flip = (rows: unknown[], step: (keys: string) => UndoStep): Changed => {
    const changed = numbers.parse(rows);
    return changed.length === 0 ? nothingChanged : { keys: new Set(changed), back: [step(packKeys(changed))] };
  };

  return {
    stamp,
    touch,
    apply: (selected, change, when) => {
      const keys = json(selected);
      const { revision, time } = when;
      switch (change.kind) {
        case 'state': {
          const { state } = change;
          const other = state === 'inbox' ? 'archive' : 'inbox';
          const rows = statements.setState.all({ keys, state, revision });
          return flip(rows, (packed) => ({ back: 'state', keys: packed, from: state, to: other }));
        }
        case 'favourite': {
          const favourite = change.favourite ? 1 : 0;
          const rows = statements.setFavourite.all({ keys, favourite, revision });
          return flip(rows, (packed) => ({ back: 'favourite', keys: packed, from: favourite, to: 1 - favourite }));
        }
        case 'trash':
          return flip(statements.trash.all({ keys, time, revision }), (packed) => {
            return { back: 'deleted', keys: packed, from: time, to: null };
          });
        case 'restore':
          return restore(keys, when);
        case 'tags': {
          const done = together([
            ...change.add.map((name) => addTag(keys, name)),
            ...change.remove.map((name) => removeTag(keys, name)),
          ]);
          stamp(done.keys, revision);
          return done;
        }
        case 'shelve': {
          const { shelf } = change;
          const done = flip(statements.shelve.all({ keys, shelf }), (packed) => {
            return { back: 'unshelve', shelf, keys: packed };
          });
          touch(done.keys, revision);
          return done;
        }
        case 'unshelve': {
          const { shelf } = change;
          const rows = placed.parse(statements.unshelve.all({ keys, shelf })).sort((a, b) => a.key - b.key);
          const changed = new Set(rows.map(({ key }) => key));
          touch(changed, revision);
          const places = rows.map(({ place }) => place);
          return rows.length === 0
            ? nothingChanged
            : { keys: changed, back: [{ back: 'shelve', shelf, keys: packKeys(changed), places }] };
        }
        case 'read': {
          const done = markRead(keys, change.read, when);
          touch(done.keys, revision);
          return done;
        }
      }
    },
  };
}

/** Changes made one after the other, as one. */
export function together(changes: readonly Changed[]): Changed {
  return {
    keys: new Set(changes.flatMap(({ keys }) => [...keys])),
    back: changes.toReversed().flatMap(({ back }) => back),
  };
}

function prepareStatements(database: Database) {
  const prepare = (sql: string) => database.prepare(sql);
  return {
    stamp: prepare(`UPDATE article SET revision = @revision, handled = @revision WHERE key ${among}`),
    touch: prepare(`UPDATE article SET handled = @revision WHERE key ${among}`),
    setState: prepare(
      `UPDATE article SET state = @state, handled = @revision WHERE key ${among} AND state <> @state RETURNING key`,
    ).pluck(),
    setFavourite: prepare(
      `UPDATE article SET favourite = @favourite, handled = @revision
       WHERE key ${among} AND favourite <> @favourite RETURNING key`,
    ).pluck(),
    trash: prepare(
      `UPDATE article SET deleted_at = @time, revision = @revision, handled = @revision
       WHERE key ${among} AND deleted_at IS NULL RETURNING key`,
    ).pluck(),
    trashed: prepare(`SELECT key, deleted_at FROM article WHERE key ${among} AND deleted_at IS NOT NULL`),
    restore: prepare(
      `UPDATE article SET deleted_at = NULL, revision = @revision, handled = @revision
       WHERE key ${among} AND deleted_at IS NOT NULL`,
    ),
    makeTag: prepare('INSERT INTO tag (name) VALUES (?) ON CONFLICT DO NOTHING'),
    colour: prepare('SELECT colour FROM tag WHERE name = ?').pluck(),
    addTag: prepare(
      `INSERT INTO article_tag (article_key, tag_key, place)
       SELECT chosen.value, tag.key, (SELECT count(*) FROM article_tag held WHERE held.article_key = chosen.value)
       FROM json_each(@keys) chosen, tag WHERE tag.name = @name ON CONFLICT DO NOTHING RETURNING article_key`,
    ).pluck(),
    removeTag: prepare(
      `DELETE FROM article_tag WHERE article_key ${among} AND tag_key = (SELECT key FROM tag WHERE name = @name)
       RETURNING article_key AS key, place`,
    ),
    shelve: prepare(
      `INSERT INTO article_shelf (article_key, shelf_key, place)
       SELECT chosen.value, @shelf,
              (SELECT coalesce(max(place), 0) FROM article_shelf WHERE shelf_key = @shelf) + chosen.key + 1
       FROM json_each(@keys) chosen WHERE true ON CONFLICT DO NOTHING RETURNING article_key`,
    ).pluck(),
    unshelve: prepare(
      `DELETE FROM article_shelf WHERE article_key ${among} AND shelf_key = @shelf RETURNING article_key AS key, place`,
    ),
    unread: prepare(
      `SELECT article.key, article.id, progress, block, finished_at, read_at
       FROM article LEFT JOIN mark ON mark.article_id = article.id WHERE article.key ${among} AND finished_at IS NULL`,
    ),
    begun: prepare(
      `SELECT article.key, article.id, progress, block, finished_at, read_at
       FROM article JOIN mark ON mark.article_id = article.id
       WHERE article.key ${among} AND (finished_at IS NOT NULL OR progress > 0)`,
    ),
    markRead: prepare(
      `INSERT INTO mark (article_id, finished_at, read_at) SELECT id, @time, @time FROM article WHERE key ${among}
       ON CONFLICT DO UPDATE SET finished_at = excluded.finished_at, read_at = coalesce(read_at, excluded.read_at)`,
    ),
    markUnread: prepare(
      `UPDATE mark SET progress = 0, block = 0, finished_at = NULL, read_at = NULL
       WHERE article_id IN (SELECT id FROM article WHERE key ${among})`,
    ),
  };
}
