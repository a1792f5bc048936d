import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../contract/client.ts';
import type { BackupOutcome, BackupTaskName } from '../../contract/backup-entities.ts';
import { createCore, type Core } from '../core.ts';
import { openFullLibrary } from '../store/backup/test-helpers/full-library.ts';

let directory: string;
let core: Core;
let client: Client;
let reopened: number;
let reported: string[];

function open(): void {
  core = createCore({
    collectionDirectory: join(directory, 'nowhere'),
    dataDirectory: directory,
    version: 'test',
    now: () => new Date(),
    reopen: () => (reopened += 1),
    // There is no collection here, and the index says so.
    report: (method) => {
      if (method !== 'search.index') reported.push(method);
    },
  });
  client = createClient(core.dispatch);
}

beforeEach(() => {
  const fixture = openFullLibrary();
  fixture.store.close();
  directory = fixture.directory;
  reopened = 0;
  reported = [];
  open();
});
afterEach(async () => {
  await core.close();
  rmSync(directory, { recursive: true });
  expect(reported).toEqual([]);
});

/** Until the core says that the task is over. */
async function ended(task: BackupTaskName): Promise<BackupOutcome> {
  for (;;) {
    const { working, outcomes } = await client['backup.status']({});
    const outcome = outcomes.find((one) => one.task === task);
    if (working === null && outcome !== undefined) return outcome;
    const told = new EventTarget();
    const stop = core.onEvent(({ event }) => {
      if (event === 'backup.changed') told.dispatchEvent(new Event('told'));
    });
    await Promise.race([once(told, 'told'), pass(1000)]);
    stop();
  }
}

describe('backups, as a window asks for them', () => {
  it('are made in the usual folder, listed, verified, looked at and merged back', async () => {
    expect(await client['backup.status']({})).toMatchObject({ working: null, lastBackup: null, rescue: null });
    expect((await client['backup.make']({})).working).toEqual({ task: 'backup', share: 0 });
    await expect(client['snapshots.take']({})).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await ended('backup')).toMatchObject({ ok: true });
    const [{ id } = { id: '' }] = (await client['backup.list']({})).items;
    expect(await client['backup.take']({ id })).toMatchObject({ fileName: id, mediaType: 'application/zip' });
    await client['backup.verify']({ id });
    expect((await ended('verify-backup')).lines[0]).toMatch(/^It is whole: 12 articles/);
    await client['library.change']({ selection: { ids: ['n1'] }, change: { kind: 'trash' } });
    await client['library.purge']({ selection: { ids: ['n1'] } });
    await client['backup.preview']({ from: { kind: 'backup', id } });
    expect((await ended('preview')).preview?.comes).toEqual({ total: 1, titles: ['Number 1'] });
    await client['backup.restore']({ from: { kind: 'backup', id }, whole: false, parts: ['articles'] });
    const { importId } = await ended('restore');
    expect((await client['imports.get']({ id: importId ?? '' })).imported).toBe(1);
    expect((await client['articles.get']({ id: 'n1' })).marks.bookmarked).toBe(true);
    await client['imports.undo']({ id: importId ?? '' });
    expect(await client['library.counts']({})).toMatchObject({ inbox: 10 });
  });

  it('restored whole ask the shell for a core anew, which finds the library of the backup', async () => {
    await client['backup.make']({});
    await ended('backup');
    await client['library.change']({ selection: { ids: ['n1'] }, change: { kind: 'favourite', favourite: true } });
    const [{ id } = { id: '' }] = (await client['backup.list']({})).items;
    await client['backup.restore']({ from: { kind: 'backup', id }, whole: true });
    await ended('restore');
    expect(reopened).toBe(1);
    await core.close();
    open();
    expect((await client['library.counts']({})).favourites).toBe(0);
    expect(await client['backup.status']({})).toMatchObject({
      restored: { from: id },
      lastSnapshot: { reason: 'before-restore' },
    });
  });

  it('that is no backup is refused in words, and what is not there is not found', async () => {
    const upload = 'ab'.repeat(16);
    mkdirSync(join(directory, 'incoming'), { recursive: true });
    copyFileSync(join(directory, 'library.db'), join(directory, 'incoming', upload));
    await client['backup.preview']({ from: { kind: 'upload', upload } });
    expect(await ended('preview')).toMatchObject({
      ok: false,
      preview: null,
      lines: [expect.stringMatching(/^This is no backup/)],
    });
    await expect(client['backup.verify']({ id: 'lectern-backup-2020-01-01.zip' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(client['snapshots.articles']({ id: '20200101T000000000Z.regular' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
