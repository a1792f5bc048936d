import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownService } from '../../importers/import-record.ts';
import { articleToSave, textOf, type LibraryFixture } from '../../library/test-helpers/library-fixture.ts';
import { openLibrary } from '../open-library.ts';
import { tryOpenSqliteStore } from '../sqlite-store.ts';
import { listSnapshots } from '../snapshot-files.ts';
import { runBackupTask } from './backup-task.ts';
import { takeSnapshot } from './copy-library.ts';
import { isSound } from './rescue.ts';
import { finishRestore } from './staged-library.ts';
import { openFullLibrary } from './test-helpers/full-library.ts';

let fixture: LibraryFixture;
let folder: string;

const now = () => new Date('2026-11-27T09:00:00.000Z');
const pageBytes = 4096;

/** Sixty articles in the snapshot, three that are newer, and one with a newer text. */
beforeEach(async () => {
  fixture = openFullLibrary(60);
  folder = mkdtempSync(join(tmpdir(), 'lectern-damage-'));
  await takeSnapshot(fixture.directory, 'regular', now());
  const later = ['x1', 'x2', 'n9'].map((externalId) =>
    articleToSave({
      externalId,
      title: `Later ${externalId}`,
      content: { kind: 'text', text: textOf(`later${externalId}`, 300) },
    }),
  );
  fixture.library.save(later, ownService);
  fixture.store.setBookmark('n20', true);
  fixture.store.close();
});
afterEach(() => {
  rmSync(fixture.directory, { recursive: true });
  rmSync(folder, { recursive: true });
});

function damagedCopy(pages: readonly number[]): string {
  const directory = mkdtempSync(join(folder, 'library-'));
  copyFileSync(join(fixture.directory, 'library.db'), join(directory, 'library.db'));
  cpSync(join(fixture.directory, 'snapshots'), join(directory, 'snapshots'), { recursive: true });
  const file = openSync(join(directory, 'library.db'), 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page * pageBytes);
  closeSync(file);
  return directory;
}

const rescue = (dataDirectory: string) =>
  runBackupTask({ task: 'rescue' }, { dataDirectory, now, progress: () => undefined });

describe('a damaged library', () => {
  it('comes back with the newest sound snapshot and what is newer, whichever pages were damaged', async () => {
    const count = Math.floor(statSync(join(fixture.directory, 'library.db')).size / pageBytes);
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 3 }),
        async (pages) => {
          const directory = damagedCopy(pages);
          await rescue(directory);
          finishRestore(directory);
          const opened = tryOpenSqliteStore({ directory, now });
          if (!('store' in opened)) throw opened.fault;
          const { store } = opened;
          for (let at = 0; at < 60; at += 1) expect(store.library.article(`n${at}`)?.title).toMatch(/^(Number|Later)/);
          expect([
            store.mark('n1').bookmarked,
            store.settings().theme,
            store.recommendation('a-story')?.verdict,
          ]).toEqual([true, 'sepia', 'yes']);
          if (['x1', 'x2'].every((id) => store.library.text(id)?.blocks.join(' ').startsWith(`later${id}0 `)))
            whole += 1;
          store.close();
          expect(isSound(join(directory, 'library.db'))).toBe(true);
          expect(readdirSync(join(directory, 'damaged'))).toHaveLength(1);
          rmSync(directory, { recursive: true });
        },
      ),
      { numRuns: 25 },
    );
    expect(whole).toBeGreaterThan(10);
  });

  it('whose beginning is gone gives what is newer all the same', async () => {
    const directory = damagedCopy([0]);
    const { lines } = await rescue(directory);
    finishRestore(directory);
    expect(lines[0]).toBe(
      '2 articles newer than the snapshot were saved from the damaged file, and 1 article brought up to date.',
    );
    const opened = tryOpenSqliteStore({ directory, now });
    if (!('store' in opened)) throw opened.fault;
    const { library } = opened.store;
    const article = library.article('n9');
    expect([article?.title, opened.store.mark('n20').bookmarked]).toEqual(['Later n9', true]);
    opened.store.close();
  });

  it('is found by a snapshot while it is open, and then by the next opening', async () => {
    const directory = damagedCopy([5, 6, 7]);
    await expect(takeSnapshot(directory, 'regular', new Date('2026-11-27T11:00:00.000Z'))).rejects.toMatchObject({
      code: 'store-damaged',
    });
    expect(readdirSync(directory)).toContain('library.suspect');
    const { store, rescue: found, release } = openLibrary({ dataDirectory: directory, now });
    expect([store.fault?.code, found?.snapshot?.reason, store.library.article('n1')?.title]).toEqual([
      'store-damaged',
      'regular',
      'Number 1',
    ]);
    expect(() => {
      store.setBookmark('n1', true);
    }).toThrow(/damaged/);
    store.close();
    release();
  });

  it('is replaced by a backup all the same, and kept aside', async () => {
    const path = join(folder, 'backup.zip');
    const making = { task: 'backup', folder, path, keep: null, madeBy: 'test' } as const;
    await runBackupTask(making, { dataDirectory: fixture.directory, now, progress: () => undefined });
    const directory = damagedCopy([0, 5, 6, 7]);
    const source = { kind: 'backup', path, from: 'the backup', takenAt: null } as const;
    const restoring = { task: 'restore', source, whole: true, parts: [], acceptDamage: false } as const;
    await runBackupTask(restoring, { dataDirectory: directory, now, progress: () => undefined });
    finishRestore(directory);
    expect([isSound(join(directory, 'library.db')), readdirSync(join(directory, 'damaged')).length]).toEqual([true, 1]);
  });

  it('passes over snapshots that are damaged themselves', async () => {
    await takeSnapshot(fixture.directory, 'by-hand', new Date('2026-11-27T10:00:00.000Z'));
    const directory = damagedCopy([2, 3, 4]);
    const [newest, older] = listSnapshots(directory);
    const file = openSync(newest?.path ?? '', 'r+');
    writeSync(file, Buffer.alloc(pageBytes * 3, 0xa5), 0, pageBytes * 3, 0);
    closeSync(file);
    await rescue(directory);
    finishRestore(directory);
    expect([older?.reason, isSound(join(directory, 'library.db'))]).toEqual(['regular', true]);
  });
});
