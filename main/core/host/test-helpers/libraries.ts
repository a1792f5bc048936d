/** Libraries in a temporary folder, with a list of them, and articles and pictures in the first. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventSource } from '../../event-source.ts';
import { openAssetFiles } from '../../library/asset-files.ts';
import { createLibrary } from '../../library/library.ts';
import { articleToSave, textOf } from '../../library/test-helpers/library-fixture.ts';
import { openSqliteStore } from '../../store/sqlite-store.ts';
import { openLibraryRegister, type LibraryRegister } from '../library-register.ts';

export interface LibrariesFixture {
  readonly folder: string;
  readonly register: LibraryRegister;
  /** Of the library that is there at first. */
  readonly directory: string;
  /** An empty folder to move to. */
  readonly place: string;
  remove(): void;
}

export function makeLibraries(): LibrariesFixture {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-libraries-'));
  const directory = join(folder, 'home', 'lectern');
  const place = join(folder, 'home', 'Documents');
  mkdirSync(place, { recursive: true });
  return {
    folder,
    register: openLibraryRegister(join(folder, 'config'), directory),
    directory,
    place,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

const now = () => new Date('2026-11-27T08:00:00.000Z');

/** Saves `count` articles, each with a picture of its own. */
export function fillLibrary(directory: string, count: number): void {
  const store = openSqliteStore({ directory, now });
  const assets = openAssetFiles(directory);
  const library = createLibrary({
    store: store.library,
    assets,
    events: createEventSource(),
    now,
    isStory: () => false,
  });
  const articles = Array.from({ length: count }, (_, at) => {
    const picture = assets.put(Buffer.from(`picture ${at} `.repeat(2000)), 'image/png');
    return articleToSave({
      externalId: `article-${at}`,
      title: `Article ${at}`,
      content: { kind: 'text', text: textOf(`word${at}x`) },
      assets: [{ ...picture, role: 'picture' }],
    });
  });
  library.save(articles, 'test');
  store.close();
}

/** What a library holds, in a form to be compared: the titles of its articles, and how many pictures are whole. */
export function readLibrary(directory: string): { readonly titles: string[]; readonly pictures: number } {
  const store = openSqliteStore({ directory, now });
  try {
    const page = { query: {}, order: 'newest', after: null, limit: 1000 } as const;
    const titles = store.library.list(page).map(({ article }) => article.title);
    return { titles: titles.sort(), pictures: countWhole(join(directory, 'assets')) };
  } finally {
    store.close();
  }
}

function countWhole(folder: string): number {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return name.startsWith(digest);
  }).length;
}
