import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownService } from '../../importers/import-record.ts';
import {
  articleToSave,
  openLibraryFixture,
  textOf,
  type LibraryFixture,
} from '../../library/test-helpers/library-fixture.ts';
import { runBackupTask, type BackupTask, type TaskResult } from './backup-task.ts';
import { checkBackup } from './read-backup.ts';
import { finishRestore } from './staged-library.ts';
import { contentOf, openFullLibrary } from './test-helpers/full-library.ts';

let fixture: LibraryFixture;
let folder: string;

const now = () => new Date('2026-11-27T09:00:00.000Z');

beforeEach(() => {
  fixture = openFullLibrary();
  folder = mkdtempSync(join(tmpdir(), 'lectern-backups-'));
});
afterEach(() => {
  fixture.close();
  rmSync(folder, { recursive: true });
});

const run = (task: BackupTask, dataDirectory = fixture.directory): Promise<TaskResult> =>
  runBackupTask(task, { dataDirectory, now, progress: () => undefined });
const backup = async (): Promise<string> => {
  await run({ task: 'backup', folder, path: null, keep: null, madeBy: 'test' });
  return join(folder, 'lectern-backup-2026-11-27.zip');
};
const sourceOf = (path: string) => ({ kind: 'backup', path, from: 'the backup', takenAt: null }) as const;
const restore = (path: string, into: string, acceptDamage = false) =>
  run({ task: 'restore', source: sourceOf(path), whole: true, parts: [], acceptDamage }, into);

describe('a backup', () => {
  it('restored into an empty folder gives every row and every file again, whatever was in the library', async () => {
    const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    const article = fc.record({
      title: text,
      note: text,
      tags: fc.array(text, { maxLength: 3 }),
      picture: fc.uint8Array({ maxLength: 64 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 6 }), async (articles) => {
        const one = openLibraryFixture();
        const into = mkdtempSync(join(tmpdir(), 'lectern-into-'));
        try {
          const given = articles.map(({ title, note, tags, picture }, at) =>
            articleToSave({
              externalId: `p${at}`,
              ...{ title, note, tags },
              content: { kind: 'text', text: textOf(`p${at}x`) },
              assets: [{ ...one.assets.put(picture, 'image/png'), role: 'picture' }],
            }),
          );
          one.library.save(given, ownService);
          const path = join(into, 'b.zip');
          await run({ task: 'backup', folder: into, path, keep: null, madeBy: 'test' }, one.directory);
          const data = join(into, 'data');
          await restore(path, data);
          finishRestore(data);
          expect(contentOf(data)).toEqual(contentOf(one.directory));
        } finally {
          one.close();
          rmSync(into, { recursive: true });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('has every mark, setting and search in it, stores pictures as they are, and leaves nothing else behind', async () => {
    const path = await backup();
    const into = join(folder, 'data');
    await restore(path, into);
    finishRestore(into);
    expect(contentOf(into)).toEqual(contentOf(fixture.directory));
    expect(readdirSync(into).sort()).toEqual(['assets', 'last-restore.json', 'library.db']);
    expect([readdirSync(folder).sort(), readdirSync(join(fixture.directory, 'snapshots'))]).toEqual([
      ['data', 'lectern-backup-2026-11-27.zip'],
      [],
    ]);
    expect(readFileSync(path).includes('picture 1 picture 1')).toBe(true);
    expect(readFileSync(path).includes('original 1</p><p>original 1')).toBe(false);
  });

  it('damaged at any byte, or cut short anywhere, is restored exactly or refused with a reason, and changes nothing', async () => {
    const bytes = readFileSync(await backup());
    const before = contentOf(fixture.directory);
    const damaged = join(folder, 'damaged.zip');
    let refused = 0;
    const attempt = async (content: Uint8Array) => {
      writeFileSync(damaged, content);
      const into = join(folder, 'into');
      const outcome = await restore(damaged, into).then(
        () => 'restored',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      if (outcome === 'restored') {
        finishRestore(into);
        expect(contentOf(into)).toEqual(before);
      } else {
        refused += 1;
        expect(outcome).toMatch(/^(This is no backup|The backup is damaged)/);
        expect(readdirSync(into).filter((name) => name !== 'assets')).toEqual([]);
      }
      rmSync(into, { recursive: true, force: true });
    };
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const content = Uint8Array.from(bytes);
          content[at] = (content[at] ?? 0) ^ flip;
          await attempt(content);
        },
      ),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => attempt(bytes.subarray(0, length))),
      { numRuns: 25 },
    );
    expect(refused).toBeGreaterThan(40);
    expect(contentOf(fixture.directory)).toEqual(before);
  });

  it('with a damaged picture is restored without it if the reader says so', async () => {
    const path = await backup();
    const bytes = readFileSync(path);
    bytes.write('PICTURE', bytes.indexOf('picture 2 picture 2'));
    writeFileSync(path, bytes);
    const { problems } = await checkBackup(path, () => undefined);
    expect(problems).toHaveLength(1);
    const into = join(folder, 'into');
    await expect(restore(path, into)).rejects.toThrow(/The backup is damaged: assets\/.*Nothing was changed/);
    const { lines } = await restore(path, into, true);
    finishRestore(into);
    expect(lines).toHaveLength(1);
    expect(contentOf(into, { withFiles: false })).toEqual(contentOf(fixture.directory, { withFiles: false }));
  });

  it('that finds no room leaves nothing and says so', async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o500 });
    const path = join(folder, 'closed', 'missing', '\0.zip');
    await expect(run({ task: 'backup', folder, path, keep: null, madeBy: 'test' })).rejects.toThrow();
    expect(readdirSync(join(fixture.directory, 'snapshots'))).toEqual([]);
  });

  it('is thinned out to the newest few, and no other file of the folder is touched', async () => {
    copyFileSync(await backup(), join(folder, 'mine.zip'));
    for (let made = 0; made < 3; made += 1) await run({ task: 'backup', folder, path: null, keep: 2, madeBy: 'test' });
    expect(readdirSync(folder).filter((name) => name.startsWith('lectern-backup'))).toHaveLength(2);
    expect(readdirSync(folder)).toContain('mine.zip');
  });
});

describe('a restore in place', () => {
  it('puts the backup in the place of the library and keeps what was there as a snapshot', async () => {
    const path = await backup();
    const then = contentOf(fixture.directory);
    fixture.library.save(
      [articleToSave({ externalId: 'later', content: { kind: 'text', text: textOf('later') } })],
      ownService,
    );
    fixture.store.close();
    const { mustReopen } = await restore(path, fixture.directory);
    finishRestore(fixture.directory);
    expect([mustReopen, contentOf(fixture.directory)]).toEqual([true, then]);
    const [kept = ''] = readdirSync(join(fixture.directory, 'snapshots'));
    expect(kept).toMatch(/before-restore\.db$/);
  });

  it('merges parts with what is here: nothing newer is lost, and the articles can be taken back as one import', async () => {
    const path = await backup();
    const { library, store } = fixture;
    library.moveToTrash(['n5', 'n6']);
    library.purge(['n5']);
    library.save(
      [articleToSave({ externalId: 'n7', content: { kind: 'text', text: textOf('newer', 80) } })],
      ownService,
    );
    store.setSettings({ theme: 'dusk' });
    store.setBookmark('n8', true);
    const { importId, lines } = await run({
      task: 'restore',
      source: sourceOf(path),
      whole: false,
      parts: ['articles', 'marks'],
      acceptDamage: false,
    });
    expect(lines[0]).toBe('1 article came, 0 articles united with what is here, 11 articles here as they were.');
    expect(library.article('n5').title).toBe('Number 5');
    expect(library.article('n6').deletedAt).not.toBeNull();
    expect([store.settings().theme, store.mark('n8').bookmarked, store.mark('n1').bookmarked]).toEqual([
      'dusk',
      true,
      true,
    ]);
    expect(library.body(library.article('n7')).blocks.join(' ')).toContain('newer1');
    expect(store.imports.find(importId ?? '')?.state).toBe('done');
    expect(store.imports.traces(store.imports.find(importId ?? '')?.key ?? 0)).toHaveLength(1);
  });
});
