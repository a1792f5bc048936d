import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIndexFiles } from './index-files.ts';
import { createLibraryIndex, type LibraryIndex } from './library-index.ts';
import { ownService } from './prepare-article.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';
import { openPlainIndex } from './test-helpers/plain-index.ts';

let fixture: LibraryFixture;
let index: LibraryIndex;
const reports: unknown[] = [];
let told = 0;

function openIndex(isWritable = true): LibraryIndex {
  return createLibraryIndex({
    rows: fixture.library.rows,
    files: createIndexFiles({ dataDirectory: fixture.directory, open: openPlainIndex, isWritable }),
    storyCount: () => 0,
    changed: () => {
      told += 1;
    },
    report: (error) => reports.push(error),
  });
}

beforeEach(() => {
  reports.length = 0;
  fixture = openLibraryFixture();
  index = openIndex();
});
afterEach(async () => {
  await index.close();
  fixture.close();
});

const save = (...names: string[]) =>
  fixture.library.save(
    names.map((name) =>
      articleToSave({ externalId: name, title: name, content: { kind: 'text', text: textOf(name) } }),
    ),
    ownService,
  );
const found = (over = index) => {
  const set = over.index();
  return Array.from({ length: set.documentCount }, (_, document) => set.idOf(document)).sort();
};
const file = (name: string) => join(fixture.directory, 'index', name);

describe('the index over the library', () => {
  it('has what was just saved, and loses what was trashed or purged', async () => {
    save('a', 'b');
    expect(found()).toEqual(['a', 'b']);
    fixture.library.moveToTrash(['a']);
    expect(found()).toEqual(['b']);
    fixture.library.restore(['a']);
    save('c');
    expect(found()).toEqual(['a', 'b', 'c']);
    fixture.library.moveToTrash(['a', 'b']);
    fixture.library.purge(['b']);
    await index.settle();
    expect(found()).toEqual(['c']);
    expect(reports).toEqual([]);
  });

  it('goes on from where it was, and indexes again only what has changed', async () => {
    save('a', 'b');
    await index.settle();
    await index.close();
    save('c');
    fixture.library.addTags(['a'], ['new']);
    const before = readFileSync(file('plain.json'), 'utf8');
    index = openIndex();
    expect(found()).toEqual(['a', 'b', 'c']);
    expect(readFileSync(file('plain.json'), 'utf8')).toBe(before);
    await index.settle();
    expect(JSON.parse(readFileSync(file('plain.json'), 'utf8'))).toContainEqual(
      expect.objectContaining({ id: 'a', tags: ['new'] }),
    );
  });

  it.each([
    ['is gone', () => rmSync(join(fixture.directory, 'index'), { recursive: true })],
    ['cannot be read', () => writeFileSync(file('plain.json'), '{"cut')],
    ['lacks an article', () => writeFileSync(file('plain.json'), '[]')],
    ['does not say how far it is', () => rmSync(file('followed.json'))],
    [
      'is of another library',
      () => writeFileSync(file('followed.json'), '{"library":"x","revision":1,"key":1,"documents":2}'),
    ],
    [
      'is ahead of the library',
      () => {
        const place = JSON.parse(readFileSync(file('followed.json'), 'utf8')) as object;
        writeFileSync(file('followed.json'), JSON.stringify({ ...place, revision: 99 }));
      },
    ],
  ])('is made again from the store when it %s', async (_, harm) => {
    save('a', 'b');
    await index.settle();
    await index.close();
    harm();
    index = openIndex();
    await index.settle();
    expect(found()).toEqual(['a', 'b']);
    expect(existsSync(file('followed.json'))).toBe(true);
  });

  it('is made in slices, tells how far it is, and answers meanwhile', async () => {
    save(...Array.from({ length: 1500 }, (_, at) => `n${at}`));
    told = 0;
    const first = found().length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(1500);
    expect(index.status()).toMatchObject({ state: 'building', total: 1500 - 16 });
    save('late');
    await index.settle();
    expect(found()).toHaveLength(1501);
    expect(index.status()).toEqual({ state: 'ready', documents: 1501, done: 1501, total: 1501 });
    expect(told).toBeGreaterThan(0);
  });

  it('writes nothing where another process writes', async () => {
    save('a');
    const reader = openIndex(false);
    expect(found(reader)).toEqual(['a']);
    await reader.settle();
    await reader.close();
    expect(existsSync(file('plain.json'))).toBe(false);
  });
});
