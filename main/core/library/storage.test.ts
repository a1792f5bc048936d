import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownService } from '../importers/import-record.ts';
import { createStorage, type Storage } from './storage.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';

let fixture: LibraryFixture;
let storage: Storage;
let now: Date;
beforeEach(() => {
  fixture = openLibraryFixture();
  now = new Date('2026-11-27T08:00:00.000Z');
  const { directory, assets, events, store } = fixture;
  storage = createStorage({ directory, rows: store.library, assets, events, now: () => now });
});
afterEach(() => {
  fixture.close();
});

const save = (...articles: Parameters<typeof articleToSave>[0][]) =>
  fixture.library.save(articles.map(articleToSave), ownService);
const text = (name: string, count = 200) => ({ kind: 'text' as const, text: textOf(name, count) });
/** As if it had been there for days: what is young is never removed. */
const asset = (bytes: number, role: 'picture' | 'original', fill = 'x') => {
  const put = fixture.assets.put(Buffer.from(fill.repeat(bytes)), role === 'picture' ? 'image/png' : 'text/html');
  utimesSync(fixture.assets.resolve(put.name)!.path, 0, 0);
  return { ...put, role };
};
const pathOf = (name: string) => fixture.assets.resolve(name)?.path ?? '';

describe('what the library takes on the disk', () => {
  it('is told by article, by site, by picture and in all, shared pictures once', () => {
    const shared = asset(5000, 'picture');
    save(
      {
        externalId: 'a',
        title: 'A',
        url: 'https://one.example/a',
        content: text('a'),
        assets: [shared, asset(300, 'original')],
      },
      { externalId: 'b', title: 'B', url: 'https://two.example/b', content: text('b', 20), assets: [shared] },
    );
    const { items, total } = storage.articles(0, 10);
    expect(total).toBe(2);
    expect(items.map(({ article }) => article.id)).toEqual(['a', 'b']);
    expect(items[0]!.size).toMatchObject({ pictures: 5000, original: 300, versions: 0 });
    expect(items[0]!.size.text).toBeGreaterThan(500);
    expect(items[0]!.size.total).toBe(items[0]!.size.text + 5300);
    const sites = fixture.store.library.storage.sites();
    expect(sites.map(({ site }) => site)).toEqual(['one.example', 'two.example']);
    expect(fixture.store.library.storage.pictures(0, 10)).toMatchObject({
      total: 1,
      items: [{ bytes: 5000, articles: 2 }],
    });

    mkdirSync(join(fixture.directory, 'snapshots', 'daily'), { recursive: true });
    writeFileSync(join(fixture.directory, 'snapshots', 'daily', 'x.db'), 'y'.repeat(700));
    const { parts, freeBytes } = storage.summary();
    expect(Object.fromEntries(parts)).toMatchObject({ pictures: 5000, originals: 300, snapshots: 700 });
    expect(freeBytes).toBeGreaterThan(0);
  });

  it('changes with the library', () => {
    save({ externalId: 'a', title: 'A', content: text('a', 20) });
    const before = storage.sizeOf(fixture.library.article('a')).total;
    save({ externalId: 'a', title: 'A', content: text('other', 300) });
    expect(storage.sizeOf(fixture.library.article('a')).total).toBeGreaterThan(before * 5);
  });
});

describe('the cleaner', () => {
  it('proposes nothing where there is nothing', () => {
    save({ externalId: 'a', title: 'A', content: text('a') });
    expect(storage.proposals()).toEqual([]);
  });

  it('leaves what was thrown away within the month, and purges with its files what lies there longer', () => {
    const picture = asset(4000, 'picture');
    save(
      { externalId: 'a', title: 'A', content: text('a'), assets: [picture] },
      { externalId: 'b', title: 'B', content: text('b') },
    );
    fixture.organise.change({ ids: ['a'] }, { kind: 'trash' });
    expect(storage.proposals()).toEqual([]);
    now = new Date('2027-01-01T08:00:00.000Z');
    fixture.organise.change({ ids: ['b'] }, { kind: 'trash' });
    fixture.setTime('2027-01-01T08:00:00.000Z');
    const trashed = storage.proposed('trash', 0, 10).items.map(({ article }) => article.id);
    expect(trashed).toContain('a');
    const [proposal] = storage.proposals();
    expect(proposal).toMatchObject({ kind: 'trash', isReversible: false });
    expect(proposal!.bytes).toBeGreaterThan(4000);
    const path = pathOf(picture.name);
    const done = storage.clean(['trash']);
    expect(done).toMatchObject({ bytes: proposal!.bytes, undo: null });
    expect(existsSync(path)).toBe(false);
    expect(fixture.library.has('a')).toBe(false);
  });

  it('sends copies of one text to the trash, never the one that was worked with, and that can be undone', () => {
    const same = { title: 'The same', content: text('same') };
    save({ ...same, externalId: 'first' });
    save({ ...same, externalId: 'marked', content: { kind: 'text', text: `${textOf('same', 200)} more` } });
    const ids = () => storage.proposed('duplicates', 0, 10).items.map(({ article }) => article.id);
    const row = fixture.library.article('first');
    fixture.store.library.write((writer) => {
      writer.update({ ...fixture.library.article('marked'), simhash: row.simhash });
      writer.addHighlight('marked', { quote: 'same0', note: '', colour: null, tags: [], createdAt: null });
    });
    expect(ids()).toEqual(['first']);
    const { undo } = storage.clean(['duplicates']);
    expect(fixture.library.article('first').deletedAt).not.toBeNull();
    fixture.organise.undo(undo);
    expect(fixture.library.article('first').deletedAt).toBeNull();
  });

  it('drops all but the newest of the texts that were replaced', () => {
    for (const name of ['one', 'two', 'three', 'four']) save({ externalId: 'a', title: 'A', content: text(name) });
    const before = storage.sizeOf(fixture.library.article('a')).versions;
    const [proposal] = storage.proposals();
    expect(proposal).toMatchObject({ kind: 'versions', articles: 1 });
    expect(storage.clean(['versions']).bytes).toBe(proposal!.bytes);
    expect(storage.sizeOf(fixture.library.article('a')).versions).toBe(before - proposal!.bytes);
    expect(storage.proposals()).toEqual([]);
  });

  it('drops the originals of what was read and put away, and leaves its text and pictures', () => {
    const original = asset(9000, 'original');
    save({ externalId: 'a', title: 'A', content: text('a'), assets: [original, asset(50, 'picture')] });
    expect(storage.proposals()).toEqual([]);
    fixture.organise.change({ ids: ['a'] }, { kind: 'read', read: true });
    fixture.organise.change({ ids: ['a'] }, { kind: 'state', state: 'archive' });
    expect(storage.proposals()).toMatchObject([{ kind: 'originals', bytes: 9000 }]);
    const path = pathOf(original.name);
    storage.clean(['originals']);
    expect(existsSync(path)).toBe(false);
    expect(storage.sizeOf(fixture.library.article('a'))).toMatchObject({ original: 0, pictures: 50 });
  });
});
