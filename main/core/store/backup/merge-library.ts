/**
 * Takes articles out of another library into this one, with their marks, tags, shelves, highlights, versions and pictures. What
 * is here already is united with what comes and nothing newer is lost: another text of the same article is kept as a version,
 * or, where the reader asked for just that article, takes the place of the present one, which becomes the version. Each row is
 * accounted for as an import's, so that the whole can be taken back as one.
 */
import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { AccountedRow } from '../import-store.ts';
import { createSqliteImports } from '../sqlite-imports.ts';
import { createSqliteLibrary } from '../sqlite-library.ts';
import { copyNew } from './copy-article.ts';
import { copyMarks } from './copy-marks.ts';
import type { Merging } from './merging.ts';
import { createRowCopier, type Row } from './row-copier.ts';
import { uniteArticle } from './unite-article.ts';

export interface MergeRequest {
  readonly source: Database;
  readonly target: Database;
  /** Null for all. */
  readonly ids: readonly string[] | null;
  /** Whether a text that differs takes the place of the present one. */
  readonly bringsText: boolean;
  /** What to call the source, for people. */
  readonly from: string;
  readonly now: Date;
  readonly progress: (share: number) => void;
}

export interface Merged {
  /** Of the import that accounts for it; null if nothing came of it. */
  readonly importId: string | null;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Articles of one transaction: nobody waits longer than that for the library. */
const atOnce = 100;

export function mergeLibrary({ source, target, ids, bringsText, from, now, progress }: MergeRequest): Merged {
  const library = createSqliteLibrary(
    target,
    (run) => run(),
    () => now,
  );
  const imports = createSqliteImports(target, (run) => run());
  const copier = createRowCopier(source, target);
  const wanted = ids ?? z.array(z.string()).parse(source.prepare('SELECT id FROM article ORDER BY key').pluck().all());
  const { id, key } = imports.create({
    id: randomBytes(8).toString('hex'),
    name: from,
    state: 'running',
    startedAt: now.toISOString(),
    files: [],
    keepOriginals: false,
    onlyRows: null,
  });
  const merged = { added: 0, changed: 0, same: 0 };
  for (let begin = 0; begin < wanted.length; begin += atOnce) {
    const slice = wanted.slice(begin, begin + atOnce);
    library.write((writer) => {
      const rows = slice.flatMap((articleId, index) => {
        const row = mergeOne({ library, writer, copier, bringsText, now }, articleId, begin + index);
        merged[row === null ? 'same' : row.isNew ? 'added' : 'changed'] += 1;
        return row === null ? [] : [{ ...row, input: from }];
      });
      imports.addRows(key, rows);
    });
    progress((begin + slice.length) / wanted.length);
  }
  if (merged.added + merged.changed === 0) imports.remove(id);
  else imports.update(id, { state: 'done', finishedAt: now.toISOString() });
  return { ...merged, importId: merged.added + merged.changed === 0 ? null : id };
}

/** Null for an article that is here as it is there. */
function mergeOne(merging: Merging, id: string, ordinal: number): Omit<AccountedRow, 'input'> | null {
  const { library, writer, copier } = merging;
  const past = copier.read(id);
  if (past === null) return null;
  const row = { ordinal, row: ordinal + 1, title: past.title, reason: null };
  const addresses = copier.addressesOf(past.key);
  const match = library.find({ id, urlKeys: addresses, origin: null, textDigest: null });
  if (match === null) {
    copyNew(merging, past);
    return { ...row, outcome: 'imported', articleId: id, revision: writer.revision, isNew: true, before: null };
  }
  const before = library.snapshot(match.article);
  const isChanged = uniteArticle(merging, past, match.article);
  const articleId = match.article.id;
  const reason = `It is there: “${match.article.title}”.`;
  return isChanged
    ? { ...row, reason, outcome: 'merged', articleId, revision: writer.revision, isNew: false, before }
    : null;
}

/** Marks and answers, those on stories of a collection among them. Answers how many changed. */
export function mergeMarks(source: Database, target: Database): number {
  const copier = createRowCopier(source, target);
  const all = source.prepare('SELECT article_id FROM mark UNION SELECT article_id FROM recommendation').pluck().all();
  const ids = z.array(z.string()).parse(all);
  return target.transaction(() => ids.filter((id) => copyMarks(copier, id, id)).length).immediate();
}

/** Those of the other library take the place of ours. Answers how many changed. */
export function mergeSettings(source: Database, target: Database): number {
  const write = target.prepare(
    `INSERT INTO setting (name, value) VALUES (@name, @value)
     ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  );
  const rows = source.prepare('SELECT name, value FROM setting').all();
  return target.transaction(() => rows.filter((row) => write.run(row).changes > 0).length).immediate();
}

/** Saved searches that are not here by that name. Answers how many came. */
export function mergeSearches(source: Database, target: Database): number {
  const copier = createRowCopier(source, target);
  const rows = source.prepare('SELECT * FROM saved_search').safeIntegers().all() as Row[]; // what better-sqlite3 gives for rows
  return target
    .transaction(() => rows.filter(({ key: _, ...row }) => copier.insert('saved_search', row, {})).length)
    .immediate();
}
