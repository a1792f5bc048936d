/**
 * Views of the saved articles in SQLite. The first stretch of an order is read off an index; whoever scrolls on gets the
 * keys of the whole view, put in order once and kept as long as nothing has changed.
 */
import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import { fold } from '../search/fold.ts';
import {
  isNotWaiting,
  narrowingConditions,
  narrowingParameters,
  needsMarks,
  onShelves,
  stateConditions,
} from './library-conditions.ts';
import { articleColumns, toSaved } from './library-rows.ts';
import type { SavedArticle } from './library-store.ts';
import type { NameCount, StoredView, ViewStore } from './view-store.ts';
import { createWriteStamp } from './write-stamp.ts';

type Order = NonNullable<StoredView['order']>;

/** What an order is by, and which way round it goes if nobody says. */
const orders: Readonly<Record<Order, { readonly by: string; readonly descends: boolean; readonly index?: string }>> = {
  saved: { by: 'article.saved_at', descends: true, index: 'article_newest' },
  published: { by: 'article.published', descends: true, index: 'article_published' },
  title: { by: 'article.title_key', descends: false, index: 'article_by_title' },
  author: { by: 'article.author_key', descends: false, index: 'article_by_author' },
  site: { by: 'article.site_key', descends: false, index: 'article_by_site' },
  words: { by: 'article.words', descends: true, index: 'article_by_words' },
  read: { by: 'mark.read_at', descends: true },
  progress: { by: 'coalesce(mark.progress, 0)', descends: true },
  shelf: { by: 'placed.place', descends: false },
};

/** So many orders are kept at once: that of the list, and those one goes back and forth between. */
const keptOrders = 8;

interface Kept<Value> {
  readonly stamp: string;
  readonly value: Value;
}

export function createViews(database: Database, revision: () => number): ViewStore {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const byKeys = database
    .prepare(
      `SELECT ${articleColumns} FROM json_each(?) wanted JOIN article ON article.key = wanted.value ORDER BY wanted.key`,
    )
    .safeIntegers();
  const keysById = database
    .prepare(
      'SELECT article.key FROM json_each(?) wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key',
    )
    .pluck();
  const keyOf = database.prepare('SELECT key FROM article WHERE id = ?').pluck();
  const writeStamp = createWriteStamp(database);
  const order = new Map<string, Kept<Int32Array>>();
  const totals = new Map<string, Kept<number>>();
  const facets = new Map<string, Kept<ReturnType<ViewStore['facets']>>>();

  /** Marks have no revision: where they matter, whatever was written to the database makes a view old. */
  const stampOf = (view: StoredView): string => (isOfMarks(view) ? writeStamp() : `${revision()}`);

  const remembered = <Value>(held: Map<string, Kept<Value>>, view: StoredView, make: () => Value): Value => {
    const name = nameOf(view);
    const stamp = stampOf(view);
    const kept = held.get(name);
    held.delete(name);
    const value = kept?.stamp === stamp ? kept.value : make();
    held.set(name, { stamp, value });
    const [oldest] = held.keys();
    if (held.size > keptOrders && oldest !== undefined) held.delete(oldest);
    return value;
  };
  const isKept = (view: StoredView): boolean => order.get(nameOf(view))?.stamp === stampOf(view);

  const keys = (view: StoredView): Int32Array =>
    remembered(order, view, () => {
      const sql = `SELECT article.key FROM ${source(view)} WHERE ${conditions(view)} ${orderBy(view)}`;
      return Int32Array.from(prepare(sql).pluck().all(parameters(view)) as number[]); // keys of rows are numbers
    });
  const total = (view: StoredView): number =>
    remembered(totals, view, () => {
      const from = indexOf(view) === null ? source(view) : 'article INDEXED BY article_counted';
      const sql = `SELECT count(*) FROM ${from} WHERE ${conditions(view)}`;
      return z.number().parse(prepare(sql).pluck().get(parameters(view)));
    });
  const readRows = (rows: readonly unknown[]): SavedArticle[] => rows.flatMap((row) => toSaved(row) ?? []);

  return {
    keys,
    window: (view, offset, limit) => {
      if (offset === 0 && indexOf(view) !== null && !isKept(view)) {
        const sql = `SELECT ${articleColumns} FROM ${source(view)} WHERE ${conditions(view)} ${orderBy(view)} LIMIT @limit`;
        const rows = prepare(sql)
          .safeIntegers()
          .all({ ...parameters(view), limit });
        return { items: readRows(rows), total: total(view) };
      }
      const all = keys(view);
      const wanted = JSON.stringify([...all.subarray(offset, offset + limit)]);
      return { items: readRows(byKeys.all(wanted)), total: all.length };
    },
    position: (view, id) => {
      const key = z.number().optional().parse(keyOf.get(id));
      const at = key === undefined ? -1 : keys(view).indexOf(key);
      return at === -1 ? null : at;
    },
    keysOf: (ids) => Int32Array.from(keysById.all(JSON.stringify(ids)) as number[]), // as above
    facets: (view, limit) =>
      remembered(facets, view, () => {
        const from = `${joined(view)} WHERE ${conditions(view)}`;
        const counted = (name: string, sql: string): NameCount[] =>
          nameCounts.parse(
            prepare(`${sql} GROUP BY ${name} HAVING ${name} <> '' ORDER BY count DESC, ${name} LIMIT @limit`).all({
              ...parameters(view),
              limit,
            }),
          );
        const ofColumn = (name: string) => counted(name, `SELECT ${name} AS name, count(*) AS count FROM ${from}`);
        return {
          authors: ofColumn('article.author'),
          sites: ofColumn('article.site'),
          languages: ofColumn('article.language'),
          tags: counted(
            'tag.name',
            `SELECT tag.name AS name, count(*) AS count FROM tag JOIN article_tag tagged ON tagged.tag_key = tag.key
             WHERE tagged.article_key IN (SELECT article.key FROM ${from})`,
          ),
        };
      }),
  };
}

const nameCounts = z.array(z.object({ name: z.string(), count: z.number() }));

/** Without the ids of what was found, which may be many. */
function nameOf({ onShelf, ...view }: StoredView): string {
  return JSON.stringify([view, onShelf?.shelves, onShelf?.stamp]);
}

function isOfMarks({ only = [], order }: StoredView): boolean {
  return order === 'read' || order === 'progress' || only.includes('recommended') || only.some(needsMarks);
}

/** The index that holds the view in its order, so that its beginning is read off; null if there is none. */
function indexOf(view: StoredView): string | null {
  const { order: _, descending: __, state, ...filters } = view;
  if (Object.values(filters).some((value) => value !== undefined)) return null;
  const order = orderOf(view);
  if (state === undefined) return orders[order].index ?? null;
  if (order === 'saved') return state === 'trash' ? 'article_in_trash' : 'article_in_state';
  // Of the trash, which is small, an order of all would be read for nothing.
  return state === 'trash' ? null : (orders[order].index ?? null);
}

function orderOf(view: StoredView): Order {
  const { order = 'saved', onShelf } = view;
  return order === 'shelf' && onShelf === undefined ? 'saved' : order;
}

function source(view: StoredView): string {
  // Named, since the planner has no statistics and takes another for cheaper.
  const index = indexOf(view);
  return index === null ? joined(view) : `article INDEXED BY ${index}`;
}

function joined(view: StoredView): string {
  const marks = isOfMarks(view) ? ' LEFT JOIN mark ON mark.article_id = article.id' : '';
  const placed =
    orderOf(view) === 'shelf'
      ? ' LEFT JOIN article_shelf placed ON placed.article_key = article.key AND placed.shelf_key = @ownShelf'
      : '';
  return `article${marks}${placed}`;
}

function orderBy(view: StoredView): string {
  const order = orderOf(view);
  const { by, descends } = orders[order];
  const direction = (view.descending ?? descends) ? 'DESC' : 'ASC';
  // What stands on a shelf within has no place on this one, and follows.
  const nulls = order === 'shelf' ? ' NULLS LAST' : '';
  return `ORDER BY ${by} ${direction}${nulls}, article.id ${direction}`;
}

function conditions(view: StoredView): string {
  const { state, text = '', onShelf } = view;
  return [
    ...stateConditions(state),
    ...(state === 'trash' ? [] : [isNotWaiting]),
    ...narrowingConditions(view),
    ...(wordsOf(text).length === 0
      ? []
      : [
          `article.key IN (SELECT article_key FROM article_names WHERE ${wordsOf(text)
            .map((_, at) => `instr(folded, @word${at}) > 0`)
            .join(' AND ')})`,
        ]),
    ...(onShelf === undefined
      ? []
      : [
          `article.key IN (
             ${onShelves}
             UNION SELECT found.key FROM json_each(@found) ids JOIN article found ON found.id = ids.value)`,
        ]),
  ].join(' AND ');
}

function parameters(view: StoredView): Record<string, unknown> {
  const { state, text = '', onShelf } = view;
  return {
    ...narrowingParameters(view),
    state,
    ...Object.fromEntries(wordsOf(text).map((word, at) => [`word${at}`, word])),
    shelves: JSON.stringify(onShelf?.shelves ?? []),
    found: JSON.stringify(onShelf?.found ?? []),
    ownShelf: onShelf?.shelves[0] ?? null,
  };
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
