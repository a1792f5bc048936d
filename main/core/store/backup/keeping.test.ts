import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownService } from '../../importers/import-record.ts';
import { articleToSave, textOf, type LibraryFixture } from '../../library/test-helpers/library-fixture.ts';
import { lockAlone, openLibrary } from '../open-library.ts';
import { findSnapshot, listSnapshots } from '../snapshot-files.ts';
import { runBackupTask, type BackupTask } from './backup-task.ts';
import { takeSnapshot } from './copy-library.ts';
import { withSnapshot } from './open-past.ts';
import { listPast, onePast } from './past-articles.ts';
import { rotateSnapshots } from './rotate-snapshots.ts';
import { openFullLibrary } from './test-helpers/full-library.ts';

let fixture: LibraryFixture;

const noon = new Date('2026-11-27T12:00:00.000Z');
const now = () => noon;

beforeEach(() => {
  fixture = openFullLibrary();
});
afterEach(() => {
  fixture.close();
});

const run = (task: BackupTask) =>
  runBackupTask(task, { dataDirectory: fixture.directory, now, progress: () => undefined });
const assets = () => readdirSync(join(fixture.directory, 'assets'));
const age = () => {
  for (const file of assets()) utimesSync(join(fixture.directory, 'assets', file), 1, 1);
};

describe('a snapshot', () => {
  it('keeps the files that it names until it rotates out itself', async () => {
    await takeSnapshot(fixture.directory, 'before-repair', noon);
    const before = assets().length;
    fixture.library.moveToTrash(['n0']);
    fixture.library.purge(['n0', 'n3']);
    age();
    rotateSnapshots(fixture.directory, noon);
    expect(assets()).toHaveLength(before);
    rotateSnapshots(fixture.directory, new Date('2027-02-01T12:00:00.000Z'));
    expect([listSnapshots(fixture.directory), assets().length]).toEqual([[], before - 2]);
  });

  it('that was left unfinished by a process that is gone is swept, and until then no file goes', () => {
    mkdirSync(join(fixture.directory, 'snapshots'));
    const left = join(fixture.directory, 'snapshots', 'new.db.999999999-0a0b0c0d.part');
    writeFileSync(left, 'half');
    fixture.library.moveToTrash(['n0']);
    age();
    const before = assets().length;
    fixture.library.purge(['n0']);
    expect(assets()).toHaveLength(before);
    rotateSnapshots(fixture.directory, noon);
    expect([existsSync(left), assets().length]).toEqual([false, before - 1]);
  });

  it('is looked into by words of titles, compared with now, and gives an article back as it was, with a way to undo it', async () => {
    const { id } = await takeSnapshot(fixture.directory, 'by-hand', noon);
    const { library, store } = fixture;
    library.moveToTrash(['n2', 'n4']);
    library.purge(['n2']);
    const other = articleToSave({
      externalId: 'n6',
      title: 'Number 6',
      content: { kind: 'text', text: textOf('other', 70) },
    });
    library.save([other], ownService);
    const path = findSnapshot(fixture.directory, id)?.path ?? '';
    const page = withSnapshot(path, (past) => listPast(past, library.rows, { query: 'number', limit: 100, offset: 0 }));
    const states = Object.fromEntries(page.items.map((item) => [item.id, item.now]));
    expect([page.total, states['n2'], states['n4'], states['n6'], states['n7']]).toEqual([
      11,
      'gone',
      'in-trash',
      'other-text',
      'same',
    ]);
    const was = withSnapshot(path, (past) => onePast(past, library.rows, 'n6'));
    expect([was.html, was.tags, was.highlights]).toEqual([
      expect.stringContaining('word6x1'),
      ['all', 'even'],
      ['word6x1'],
    ]);

    const { importId } = await run({ task: 'take-back', snapshot: id, ids: ['n2', 'n4', 'n6'] });
    expect(store.mark('n2')).toMatchObject({ progress: 0.5, block: 3 });
    expect([library.article('n4').deletedAt, library.body(library.article('n6')).blocks[0]]).toEqual([
      null,
      expect.stringContaining('word6x1'),
    ]);
    expect(store.imports.counts(store.imports.find(importId ?? '')?.key ?? 0)).toMatchObject({
      imported: 1,
      merged: 2,
    });
  });
});

describe('a check of the library', () => {
  it('finds nothing wrong with one that is whole', async () => {
    expect(await run({ task: 'check' })).toMatchObject({ ok: true, problems: [] });
  });

  it('names what is wrong with files and rows, and the repair mends that and loses nothing', async () => {
    const { directory } = fixture;
    const png = assets().filter((name) => name.endsWith('.png'));
    const [gone = '', changed = ''] = png;
    rmSync(join(directory, 'assets', gone));
    writeFileSync(join(directory, 'assets', changed), 'something else');
    const orphan = `${'ab'.repeat(32)}.png`;
    writeFileSync(join(directory, 'assets', orphan), 'orphan');
    mkdirSync(join(directory, 'index'));
    writeFileSync(join(directory, 'index', 'index.json'), '{');
    age();
    const { ok, problems } = await run({ task: 'check' });
    expect([ok, problems.map(({ part }) => part)]).toEqual([false, ['pictures', 'pictures', 'files', 'index']]);
    fixture.store.close();
    const lock = lockAlone(directory, noon);
    const { lines } = await run({ task: 'repair' });
    lock.release();
    expect(lines).toHaveLength(3);
    rmSync(join(directory, 'index'), { recursive: true });
    expect(await run({ task: 'check' })).toMatchObject({ ok: true, problems: [] });
    expect(readFileSync(join(directory, 'orphaned', orphan), 'utf8')).toBe('orphan');
    expect(readFileSync(join(directory, 'orphaned', changed), 'utf8')).toBe('something else');
    const { store, release } = openLibrary({ dataDirectory: directory, now });
    expect(
      store.library.list({ query: { only: 'incomplete' }, order: 'newest', after: null, limit: 50 }),
    ).not.toHaveLength(0);
    store.close();
    release();
  });
});

describe('the lock of a library', () => {
  it('lets any number have it open, and nobody restore or repair it meanwhile', () => {
    fixture.store.close();
    const first = openLibrary({ dataDirectory: fixture.directory, now });
    const second = openLibrary({ dataDirectory: fixture.directory, now });
    expect([first.store.fault, second.store.fault]).toEqual([null, null]);
    first.store.close();
    first.release();
    expect(() => lockAlone(fixture.directory, noon)).toThrow(/Lectern has the library in .* open\. Close it/);
    second.store.close();
    second.release();
    const alone = lockAlone(fixture.directory, noon);
    expect(openLibrary({ dataDirectory: fixture.directory, now }).store.fault?.code).toBe('store-locked');
    alone.release();
  });
});
