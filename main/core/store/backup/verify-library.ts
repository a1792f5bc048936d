/**
 * Walks everything that a library is made of and says what is wrong, and what a repair (repair-library.ts) would do about it.
 * Changes nothing.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../contract/errors.ts';
import type { LibraryProblem } from '../../../contract/backup-entities.ts';
import { assetFolder, graceMs } from '../../library/asset-files.ts';
import { checkIndex } from '../../search/set/check-index.ts';
import { libraryFile } from '../open-database.ts';
import { listSnapshots, problemsOf } from '../snapshot-files.ts';
import { storeError } from '../store-errors.ts';
import { uploadedFile } from '../../web/uploads.ts';
import { assetsAmiss, type AssetAmiss } from './check-assets.ts';
import { isSound } from './rescue.ts';
import { orphanedAssets } from './sweep-assets.ts';

export interface VerifyRequest {
  readonly dataDirectory: string;
  readonly now: Date;
  readonly progress: (share: number) => void;
}

/** Files that nobody names wait here for whoever misses them. */
export const orphanFolder = 'orphaned';

/** Empty for a library with which all is well. Throws `AppError` if there is none. */
export async function verifyLibrary({ dataDirectory, now, progress }: VerifyRequest): Promise<LibraryProblem[]> {
  const path = join(dataDirectory, libraryFile);
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new AppError('not-found', `There is no library in ${dataDirectory}.`);
  const database = openLibrary(path, dataDirectory);
  if (database === null) return [damagedFile('It is no database any more.')];
  try {
    const broken = brokenFile(database);
    if (broken !== null) return [damagedFile(broken)];
    progress(0.2);
    const rows = [...looseRows(database), ...bodiesAmiss(database), ...uploadsAmiss(database, dataDirectory)];
    progress(0.35);
    const files = await assetsAmiss(database, dataDirectory, (share) => {
      progress(0.35 + share * 0.45);
    });
    const orphans = orphansAmiss(dataDirectory, now);
    const index = indexAmiss(database, dataDirectory);
    progress(0.9);
    return [...rows, ...files.map(tellAsset), ...orphans, ...index, ...snapshotsAmiss(dataDirectory)];
  } finally {
    database.close();
  }
}

function openLibrary(path: string, dataDirectory: string): Database | null {
  try {
    const database = new SQLite(path, { readonly: true, timeout: 5000 });
    database.pragma('schema_version');
    return database;
  } catch (error) {
    const told = storeError(error, dataDirectory);
    if (told instanceof AppError && told.code === 'store-damaged') return null;
    throw told;
  }
}

function brokenFile(database: Database): string | null {
  try {
    return z.string().parse(database.pragma('integrity_check(1)', { simple: true })) === 'ok'
      ? null
      : (problemsOf(database)[0] ?? 'An index of it is damaged.');
  } catch (error) {
    if (error instanceof SQLite.SqliteError) return error.message;
    throw error;
  }
}

function damagedFile(why: string): LibraryProblem {
  return { part: 'database', what: `The library file is damaged: ${why}`, remedy: null };
}

function looseRows(database: Database): LibraryProblem[] {
  const violations = z.array(z.object({ table: z.string() })).parse(database.pragma('foreign_key_check'));
  const tables = new Set(violations.map(({ table }) => table));
  return [...tables].map((table) => ({ part: 'rows', what: `Rows of ${table} name what is not there.`, remedy: null }));
}

function bodiesAmiss(database: Database): LibraryProblem[] {
  const titles = z.array(z.string()).parse(
    database
      .prepare(
        `SELECT title FROM article LEFT JOIN article_body ON article_key = key
         WHERE has_content <> (article_key IS NOT NULL)`,
      )
      .pluck()
      .all(),
  );
  return titles.map((title) => ({
    part: 'rows',
    what: `“${title}” says that it has a text and has none, or the other way round.`,
    remedy: 'The article says what it has.',
  }));
}

function uploadsAmiss(database: Database, dataDirectory: string): LibraryProblem[] {
  const rows = z
    .array(z.object({ name: z.string(), files: z.string() }))
    .parse(
      database.prepare(`SELECT name, files FROM import WHERE state IN ('previewed', 'interrupted', 'running')`).all(),
    );
  const uploads = z.array(z.object({ upload: z.string().nullable() }));
  return rows
    .filter(({ files }) =>
      uploads
        .parse(JSON.parse(files))
        .some(({ upload }) => upload !== null && uploadedFile(dataDirectory, upload) === null),
    )
    .map(({ name }) => ({
      part: 'imports',
      what: `The import of ${name} waits for a file that is gone. Give it again.`,
      remedy: null,
    }));
}

export function oldOrphans(dataDirectory: string, now: Date): string[] {
  const directory = join(dataDirectory, assetFolder);
  return (orphanedAssets(dataDirectory) ?? []).filter(
    (file) =>
      now.getTime() - (statSync(join(directory, file), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) >= graceMs,
  );
}

function tellAsset({ name, isGone }: AssetAmiss): LibraryProblem {
  const remedy = 'Its articles count it as missing.';
  return isGone
    ? { part: 'pictures', what: `The file ${name} is gone.`, remedy }
    : { part: 'pictures', what: `The file ${name} is not what it was.`, remedy: `It is put aside. ${remedy}` };
}

function orphansAmiss(dataDirectory: string, now: Date): LibraryProblem[] {
  return oldOrphans(dataDirectory, now).map((file) => ({
    part: 'files',
    what: `${assetFolder}/${file} is named by no article and no snapshot.`,
    remedy: `It is moved to ${orphanFolder}/.`,
  }));
}

/** Of whose library it is, and how far: as library-index.ts notes it. */
const indexNote = z.object({ library: z.string(), revision: z.number() });

/** An index that is behind is no fault: it goes after the library when Lectern is opened. */
function indexAmiss(database: Database, dataDirectory: string): LibraryProblem[] {
  const remedy = 'The index is made again from the articles.';
  const { note, ids, problems } = checkIndex(join(dataDirectory, 'index'));
  if (problems.length > 0) return problems.map((what) => ({ part: 'index', what, remedy }));
  const read = indexNote.safeParse(note === null || note === '' ? null : JSON.parse(note));
  const library = indexNote.parse(database.prepare('SELECT id AS library, revision FROM library').get());
  if (!read.success || read.data.library !== library.library || read.data.revision !== library.revision) return [];
  const live = new Set(
    z.array(z.string()).parse(database.prepare('SELECT id FROM article WHERE deleted_at IS NULL').pluck().all()),
  );
  const missing = live.difference(ids).size;
  const surplus = ids.difference(live).size;
  if (missing + surplus === 0) return [];
  return [
    { part: 'index', what: `The index lacks ${missing} articles and has ${surplus} that are not there.`, remedy },
  ];
}

function snapshotsAmiss(dataDirectory: string): LibraryProblem[] {
  return listSnapshots(dataDirectory)
    .filter(({ path }) => !isSound(path))
    .map(({ id }) => ({ part: 'snapshots', what: `The snapshot ${id} cannot be read.`, remedy: null }));
}
