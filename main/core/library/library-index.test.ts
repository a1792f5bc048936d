import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { openIndexSet } from '../search/set/open-index-set.ts';
import { openLibraryIndex, type OwnedLibraryIndex } from './open-library-index.ts';
import { ownService } from '../importers/import-record.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';

let fixture: LibraryFixture;
let index: OwnedLibraryIndex;
const reports: unknown[] = [];
let told = 0;

function openIndex(): OwnedLibraryIndex {
  return openLibraryIndex({
    bundle: () => {
      throw new AppError('collection-missing', 'None here.');
    },
    store: fixture.store,
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

/** Which of these are found by their title. */
const found = (names: readonly string[], over = index) => {
  const set = over.index();
  return names.filter((name) => {
    const { documents } = set.search({
      wanted: [{ kind: 'terms', terms: [{ term: `=${name}`, boost: 1 }], fields: ['title'] }],
      required: [],
      excluded: [],
    });
    return [...documents].some((document) => set.idOf(document) === name);
  });
};
const directory = () => join(fixture.directory, 'index');
const segments = () => readdirSync(directory()).filter((name) => name.endsWith('.segment'));

describe('the index over the library', () => {
  it('has what was just saved, and loses what was trashed or purged', async () => {
    save('aaa', 'bbb');
    expect(found(['aaa', 'bbb'])).toEqual(['aaa', 'bbb']);
    fixture.library.moveToTrash(['aaa']);
    expect(found(['aaa', 'bbb'])).toEqual(['bbb']);
    fixture.organise.change({ ids: ['aaa'] }, { kind: 'restore' });
    save('ccc');
    expect(found(['aaa', 'bbb', 'ccc'])).toEqual(['aaa', 'bbb', 'ccc']);
    fixture.library.moveToTrash(['aaa', 'bbb']);
    fixture.library.purge(['bbb']);
    await index.settle();
    expect(found(['aaa', 'bbb', 'ccc'])).toEqual(['ccc']);
    expect(index.status()).toEqual({ state: 'ready', documents: 1, done: 1, total: 1 });
  });

  it('goes on from where it was, with what has changed since', async () => {
    save('aaa', 'bbb');
    await index.settle();
    await index.close();
    const kept = segments();
    save('ccc');
    fixture.library.moveToTrash(['aaa']);
    index = openIndex();
    expect(found(['aaa', 'bbb', 'ccc'])).toEqual(['bbb', 'ccc']);
    await index.settle();
    expect(segments()).toEqual(expect.arrayContaining(kept));
  });

  const harms: readonly (readonly [name: string, harm: () => unknown])[] = [
    ['is gone', () => rmSync(directory(), { recursive: true })],
    [
      'has a damaged segment',
      () => {
        for (const name of segments()) {
          const bytes = readFileSync(join(directory(), name));
          bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
          writeFileSync(join(directory(), name), bytes);
        }
      },
    ],
    ['has a list that is cut short', () => truncateSync(join(directory(), 'index.json'), 40)],
    ['is of another library', () => noted({ library: 'another' })],
    ['is ahead of the library', () => noted({ revision: 99 })],
    ['does not hold as much as it should', () => noted({ documents: 7 })],
  ];
  it.each(harms)('is made again from the store when it %s', async (_, harm) => {
    save('aaa', 'bbb');
    await index.settle();
    await index.close();
    await harm();
    index = openIndex();
    await index.settle();
    expect(found(['aaa', 'bbb'])).toEqual(['aaa', 'bbb']);
    expect(index.status().documents).toBe(2);
  });

  /** Writes into the index's own note of how far it is. */
  async function noted(change: object): Promise<void> {
    const set = openIndexSet({ bundled: null, directory: directory() });
    set.setNote(JSON.stringify({ ...(JSON.parse(set.note ?? '') as object), ...change }));
    await set.close();
  }

  it('is made in slices, tells how far it is, and answers meanwhile', async () => {
    const names = Array.from({ length: 1200 }, (_, at) => `n${at}`);
    save(...names);
    told = 0;
    const first = found(names).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(1200);
    expect(index.status()).toMatchObject({ state: 'building' });
    save('late');
    await index.settle();
    expect(found([...names, 'late'])).toHaveLength(1201);
    expect(index.status()).toMatchObject({ state: 'ready', documents: 1201 });
    expect(told).toBeGreaterThan(0);
  });

  it('writes nothing where another keeps it, and still finds', async () => {
    save('aaa');
    await index.settle();
    const kept = segments();
    const second = openIndex();
    save('bbb');
    expect(found(['aaa', 'bbb'], second)).toEqual(['aaa', 'bbb']);
    expect([second.isKeeper(), index.isKeeper()]).toEqual([false, true]);
    await second.close();
    expect(segments()).toEqual(kept);
  });
});
