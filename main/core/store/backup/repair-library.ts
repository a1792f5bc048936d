/**
 * Repairs only what cannot make it worse: files that nobody names are put aside, pictures that are gone
 * are no longer counted as kept. Whatever rows are touched, the library is kept as a snapshot first.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../contract/errors.ts';
import { assetFolder } from '../../library/asset-files.ts';
import { libraryFile } from '../open-database.ts';
import { assetRow, assetsAmiss } from './check-assets.ts';
import { takeSnapshot } from './copy-library.ts';
import { oldOrphans, orphanFolder, verifyLibrary, type VerifyRequest } from './verify-library.ts';

export interface Repaired {
  /** What was done, in sentences. */
  readonly lines: string[];
  readonly mustRebuildIndex: boolean;
}

/** The index is left to whoever has it open, or may remove it. */
export async function repairLibrary(request: VerifyRequest): Promise<Repaired> {
  const { dataDirectory, now } = request;
  const problems = await verifyLibrary(request);
  if (problems.some(({ part }) => part === 'database'))
    throw new AppError(
      'store-damaged',
      'The library file itself is damaged. Open Lectern: it offers the newest good snapshot, and saves what is newer.',
    );
  const done: string[] = [];
  if (problems.some(({ part, remedy }) => remedy !== null && (part === 'pictures' || part === 'rows'))) {
    await takeSnapshot(dataDirectory, 'before-repair', now);
    done.push(...repairRows(dataDirectory, await assetNamesAmiss(request)));
  }
  const mustRebuildIndex = problems.some(({ part }) => part === 'index');
  if (mustRebuildIndex) done.push('The index is made again from the articles.');
  const moved = moveOrphans(dataDirectory, now);
  if (moved > 0)
    done.push(
      `${moved} ${moved === 1 ? 'file that nobody names was' : 'files that nobody names were'} moved to ${orphanFolder}/.`,
    );
  return { lines: done, mustRebuildIndex };
}

async function assetNamesAmiss({ dataDirectory }: VerifyRequest): Promise<string[]> {
  const database = new SQLite(join(dataDirectory, libraryFile), { readonly: true, timeout: 5000 });
  try {
    return (await assetsAmiss(database, dataDirectory, () => undefined)).map(({ name }) => name);
  } finally {
    database.close();
  }
}

/** Answers how many. */
function moveOrphans(dataDirectory: string, now: Date): number {
  const orphans = oldOrphans(dataDirectory, now);
  if (orphans.length > 0) mkdirSync(join(dataDirectory, orphanFolder), { recursive: true });
  for (const file of orphans)
    renameSync(join(dataDirectory, assetFolder, file), join(dataDirectory, orphanFolder, file));
  return orphans.length;
}

/** Every article says what it has: its text, and how many of its pictures. */
function repairRows(dataDirectory: string, amiss: readonly string[]): string[] {
  const directory = join(dataDirectory, assetFolder);
  const aside = join(dataDirectory, orphanFolder);
  const database = new SQLite(join(dataDirectory, libraryFile), { timeout: 5000 });
  try {
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database
      .transaction(() => {
        const revision = z
          .number()
          .parse(database.prepare('UPDATE library SET revision = revision + 1 RETURNING revision').pluck().get());
        const texts = database
          .prepare(
            `UPDATE article SET has_content = 1 - has_content, revision = ?
             WHERE has_content <> (key IN (SELECT article_key FROM article_body))`,
          )
          .run(revision).changes;
        let lost = 0;
        for (const name of amiss) {
          const { sha256 } = assetRow.parse(
            database.prepare('SELECT name, sha256, bytes FROM asset WHERE name = ?').get(name),
          );
          const path = join(directory, `${sha256}${name.slice(name.indexOf('.'))}`);
          if (existsSync(path)) {
            mkdirSync(aside, { recursive: true });
            renameSync(path, join(aside, `${sha256}${name.slice(name.indexOf('.'))}`));
          }
          lost += 1;
          const users = `SELECT article_key FROM article_asset JOIN asset ON asset.key = asset_key WHERE name = @name AND role = 'picture'`;
          database
            .prepare(
              `UPDATE article SET images_kept = max(0, images_kept - 1), revision = @revision WHERE key IN (${users})`,
            )
            .run({ name, revision });
          database
            .prepare('DELETE FROM article_asset WHERE asset_key = (SELECT key FROM asset WHERE name = ?)')
            .run(name);
          database.prepare('DELETE FROM asset WHERE name = ?').run(name);
        }
        return [
          ...(texts > 0 ? [`${texts} articles say again what they have.`] : []),
          ...(lost > 0 ? [`${lost} missing or damaged files are counted as missing in their articles.`] : []),
        ];
      })
      .immediate();
  } finally {
    database.close();
  }
}
