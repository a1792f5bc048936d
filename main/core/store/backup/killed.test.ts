import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAtAnyMoment, killRounds, killSeed } from '../../files/test-helpers/kill-at-any-moment.ts';
import { ownService } from '../../importers/import-record.ts';
import { articleToSave, textOf, type LibraryFixture } from '../../library/test-helpers/library-fixture.ts';
import { openLibrary } from '../open-library.ts';
import { schemaVersion } from '../migrations.ts';
import { listSnapshots } from '../snapshot-files.ts';
import { listBackups } from './backup-folder.ts';
import { runBackupTask } from './backup-task.ts';
import { checkBackup } from './read-backup.ts';
import { isSound } from './rescue.ts';
import { rotateSnapshots } from './rotate-snapshots.ts';
import { contentOf, openFullLibrary } from './test-helpers/full-library.ts';

const program = fileURLToPath(new URL('./test-helpers/deed.ts', import.meta.url));
const now = () => new Date();

let fixture: LibraryFixture;
let folder: string;
let before: unknown;
let after: unknown;

/** A library of which there is a backup of an earlier day. */
beforeAll(async () => {
  fixture = openFullLibrary(300);
  folder = mkdtempSync(join(tmpdir(), 'lectern-killed-'));
  const task = { task: 'backup', folder: join(folder, 'backups'), path: null, keep: null, madeBy: 'test' } as const;
  await runBackupTask(task, { dataDirectory: fixture.directory, now, progress: () => undefined });
  before = contentOf(fixture.directory, { withFiles: false });
  fixture.library.save(
    Array.from({ length: 100 }, (_, at) =>
      articleToSave({ externalId: `z${at}`, content: { kind: 'text', text: textOf(`z${at}`) } }),
    ),
    ownService,
  );
  fixture.store.close();
  after = contentOf(fixture.directory, { withFiles: false });
});
afterAll(() => {
  rmSync(fixture.directory, { recursive: true });
  rmSync(folder, { recursive: true });
});

/** Each round in copies of its own of the library and its backups. */
function killAgainAndAgain(
  deed: string,
  prepare: (data: string) => void,
  judge: (data: string, backups: string) => Promise<void>,
): Promise<void> {
  return killAtAnyMoment(program, () => {
    const root = mkdtempSync(join(folder, 'round-'));
    const [data, backups] = [join(root, 'data'), join(root, 'backups')];
    cpSync(fixture.directory, data, { recursive: true });
    cpSync(join(folder, 'backups'), backups, { recursive: true });
    prepare(data);
    return {
      args: [deed, data, backups],
      judge: async () => {
        await judge(data, backups);
        rmSync(root, { recursive: true });
      },
    };
  });
}

/** Opens, and nothing that was half written is left. */
function reopen(data: string): void {
  const { store, release } = openLibrary({ dataDirectory: data, now });
  expect(store.fault).toBeNull();
  store.close();
  release();
  rotateSnapshots(data, now());
  expect(readdirSync(data).filter((name) => name.startsWith('restor'))).toEqual([]);
  for (const name of ['snapshots', 'assets'].filter((one) => existsSync(join(data, one))))
    expect(readdirSync(join(data, name)).filter((file) => file.includes('.part'))).toEqual([]);
  for (const { path } of listSnapshots(data)) expect(isSound(path)).toBe(true);
}

const content = (data: string) => contentOf(data, { withFiles: false });
const nothing = () => undefined;

describe(`a process killed at any moment (seed ${killSeed}, ${killRounds} rounds each)`, () => {
  it('of a backup leaves whole backups only, and the library as it was', async () => {
    await killAgainAndAgain('backup', nothing, async (data, backups) => {
      reopen(data);
      expect(content(data)).toEqual(after);
      for (const { path } of listBackups(backups)) expect((await checkBackup(path, nothing)).problems).toEqual([]);
    });
  });

  it('of a restore has restored all or nothing, and lost nothing', async () => {
    const seen = new Set<string>();
    await killAgainAndAgain('restore', nothing, (data) => {
      reopen(data);
      const isRestored = JSON.stringify(content(data)) === JSON.stringify(before);
      if (!isRestored) expect(content(data)).toEqual(after);
      else expect(listSnapshots(data).some(({ reason }) => reason === 'before-restore')).toBe(true);
      seen.add(isRestored ? 'all' : 'nothing');
      return Promise.resolve();
    });
    expect(seen).toContain('all');
  });

  it('of a snapshot leaves sound snapshots only', async () => {
    await killAgainAndAgain('snapshot', nothing, (data) => {
      reopen(data);
      expect(content(data)).toEqual(after);
      return Promise.resolve();
    });
  });

  it('of a migration leaves the old schema or the new one, and what was before it', async () => {
    const toOld = (data: string) => {
      const database = new SQLite(join(data, 'library.db'));
      // What the last migration brought.
      database.exec('DROP TABLE feed_page; ALTER TABLE feed DROP COLUMN full_pages');
      database.pragma(`user_version = ${schemaVersion - 1}`);
      database.close();
    };
    await killAgainAndAgain('open', toOld, (data) => {
      reopen(data);
      const database = new SQLite(join(data, 'library.db'), { readonly: true });
      expect([
        database.pragma('user_version', { simple: true }),
        database.prepare('SELECT count(*) FROM article').pluck().get(),
      ]).toEqual([schemaVersion, 400]);
      database.close();
      expect(listSnapshots(data).map(({ reason }) => reason)).toContain(`before-migration-${schemaVersion}`);
      return Promise.resolve();
    });
  });

  it('of a repair can be repaired again, and has lost no article', async () => {
    const spoil = (data: string) => {
      for (const name of readdirSync(join(data, 'assets')).slice(0, 4)) unlinkSync(join(data, 'assets', name));
    };
    await killAgainAndAgain('repair', spoil, async (data) => {
      reopen(data);
      const ports = { dataDirectory: data, now, progress: nothing };
      await runBackupTask({ task: 'repair' }, ports);
      expect((await runBackupTask({ task: 'check' }, ports)).problems).toEqual([]);
      const database = new SQLite(join(data, 'library.db'), { readonly: true });
      expect(database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(400);
      database.close();
    });
  });
});
