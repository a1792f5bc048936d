/** A library in a temporary folder, with a clock that stands where it is put. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventSource, type EventSource } from '../../event-source.ts';
import { openSqliteStore } from '../../store/sqlite-store.ts';
import { bareArticle } from '../../importers/bare-article.ts';
import type { Store } from '../../store/store.ts';
import { openAssetFiles, type AssetFiles } from '../asset-files.ts';
import { createLibrary, type Library } from '../library.ts';
import { createOrganise, type Organise } from '../organise.ts';
import type { ArticleToSave } from '../prepare-article.ts';

export interface LibraryFixture {
  readonly directory: string;
  readonly store: Store;
  readonly library: Library;
  /** Whose smart shelves find what has the query in its title. */
  readonly organise: Organise;
  readonly assets: AssetFiles;
  readonly events: EventSource;
  setTime(time: string): void;
  close(): void;
}

/** `stories` are ids that belong to the collection. */
export function openLibraryFixture(stories: readonly string[] = []): LibraryFixture {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-library-'));
  let time = '2026-11-27T08:00:00.000Z';
  const now = () => new Date(time);
  const store = openSqliteStore({ directory, now });
  const events = createEventSource();
  const assets = openAssetFiles(directory);
  const library = createLibrary({ store: store.library, assets, events, now, isStory: (id) => stories.includes(id) });
  const find = (query: string) => {
    const keys = store.library.views.keys({ text: query });
    return [...keys].flatMap((key) => store.library.byKey(key)?.id ?? []);
  };
  return {
    directory,
    store,
    library,
    organise: createOrganise({ rows: store.library, assets, events, find }),
    assets,
    events,
    setTime: (next) => {
      time = next;
    },
    close: () => {
      store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** An article that says nothing but what is given. */
export function articleToSave(given: Partial<ArticleToSave> = {}): ArticleToSave {
  const { content: _, ...bare } = bareArticle(null);
  return {
    ...bare,
    content: null,
    otherUrls: [],
    imagesWanted: 0,
    assets: [],
    ...given,
  };
}

/** A text of `count` words that tells it from any other's. */
export function textOf(name: string, count = 60): string {
  return Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
}
