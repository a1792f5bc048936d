/**
 * SQLite's FTS5 through better-sqlite3: its own Porter stemmer and word rules, which it does not let one replace.
 *
 * Twice: `detail=full`, and `detail=column`, a smaller index whose bm25 no longer counts how often a word occurs in a
 * field, so that it ranks far worse (nDCG 0.40 instead of 0.90 on The Patch).
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BenchQuery, PeerKind } from '../peer.ts';

export const fts5Peer = fts5('full');
export const fts5ColumnPeer = fts5('column');

function fts5(detail: 'full' | 'column'): PeerKind {
  return {
    name: detail === 'full' ? 'FTS5' : 'FTS5 detail=column',
    settings: `SQLite FTS5, detail=${detail}: porter unicode61, contentless, prefix='2 3', bm25 with the weights, optimized, page cache 32 MB`,
    weighing: 'steep',
    cannot: { fuzzy: 'no' },
    create: ({ directory, weights }) => {
      const fields = Object.keys(weights);
      const database = new Database(join(directory, 'fts5.db'));
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      database.pragma('cache_size = -32000');
      const isNew = database.prepare(`select 1 from sqlite_schema where name = 'texts'`).get() === undefined;
      if (isNew) {
        database.exec(`
        create table documents (number integer primary key, id text not null unique);
        create virtual table texts using fts5(${fields.join(', ')}, content = '', detail = ${detail},
          contentless_delete = 1, prefix = '2 3', tokenize = 'porter unicode61 remove_diacritics 2');
        insert into texts(texts, rank) values ('rank', 'bm25(${Object.values(weights).join(', ')})');`);
      }
      const insertId = database.prepare<[string]>('insert into documents (id) values (?)');
      const insertText = database.prepare<(string | number | bigint)[]>(
        `insert into texts (rowid, ${fields.join(', ')}) values (?, ${fields.map(() => '?').join(', ')})`,
      );
      const find = database.prepare<[string, number], { id: string }>(
        `select id from documents join (select rowid, rank from texts where texts match ? order by rank limit ?) as found
       on number = found.rowid order by found.rank`,
      );
      const add = database.transaction(
        (documents: readonly { id: string; fields: Readonly<Record<string, string>> }[]) => {
          for (const document of documents) {
            const { lastInsertRowid } = insertId.run(document.id);
            insertText.run(lastInsertRowid, ...fields.map((field) => document.fields[field] ?? ''));
          }
        },
      );
      return {
        build: (documents) => {
          add(documents);
          database.exec(`insert into texts(texts) values ('optimize')`);
        },
        add: (document) => add([document]),
        save: () => void database.pragma('wal_checkpoint(TRUNCATE)'),
        load: () => undefined, // opened above
        search: (query, limit) => find.all(matchOf(query), limit).map(({ id }) => id),
        close: () => void database.close(),
      };
    },
  };
}

/** A word with signs in it is asked for by its parts, since detail=column knows no phrases. Empty for no word at all. */
function matchOf({ words, mode }: BenchQuery): string {
  const terms = words.flatMap(({ text, as }) => {
    const parts = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return parts.map((part, index) => `"${part}"${as === 'prefix' && index === parts.length - 1 ? '*' : ''}`);
  });
  return terms.length === 0 ? '""' : terms.join(mode === 'all' ? ' AND ' : ' OR ');
}
