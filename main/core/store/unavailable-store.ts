/** What stands in for the store when it cannot be opened: one can read, nothing is remembered, and each write says why. */
import { defaultSettings } from '../../contract/entities.ts';
import type { AppError } from '../../contract/errors.ts';
import type { ImportStore } from './import-store.ts';
import type { LibraryStore } from './library-store.ts';
import { noMark, type Store } from './store.ts';

export function createUnavailableStore(directory: string, fault: AppError): Store {
  const refuse = (): never => {
    throw fault;
  };
  return {
    directory,
    fault,
    library: createUnavailableLibrary(fault),
    imports: createUnavailableImports(fault),
    copyTo: refuse,
    searches: {
      saved: () => [],
      recent: () => [],
      save: refuse,
      rename: refuse,
      remove: refuse,
      record: () => undefined,
      forget: refuse,
    },
    mark: () => noMark,
    marksOf: () => new Map(),
    begun: () => [],
    recommendation: () => null,
    recommendations: () => [],
    settings: () => defaultSettings,
    setBookmark: refuse,
    setProgress: refuse,
    clearProgress: refuse,
    setRecommendation: refuse,
    withdrawRecommendation: refuse,
    setSettings: refuse,
    close: () => undefined,
  };
}

function createUnavailableImports(fault: AppError): ImportStore {
  const refuse = (): never => {
    throw fault;
  };
  return {
    create: refuse,
    find: () => null,
    list: () => [],
    update: refuse,
    remove: refuse,
    addRows: refuse,
    counts: refuse,
    nextOrdinal: refuse,
    rows: () => [],
    allRows: () => [],
    failedOrdinals: () => [],
    traces: () => [],
    within: refuse,
  };
}

function createUnavailableLibrary(fault: AppError): LibraryStore {
  return {
    id: '',
    upkeep: {
      saidOf: () => ({}),
      versions: () => [],
      version: () => null,
      hiddenOf: () => [],
      originalOf: () => null,
      quotesOf: () => [],
    },
    revision: () => 0,
    counts: () => ({ inbox: 0, archive: 0, trash: 0, favourites: 0, links: 0 }),
    markCounts: () => ({ bookmarks: 0, recommendations: 0, finished: 0 }),
    idsIn: () => [],
    storyMarks: () => [],
    article: () => null,
    byKey: () => null,
    body: () => null,
    text: () => null,
    belongings: () => ({ tags: [], shelves: [], highlights: [] }),
    tagsOf: () => [],
    highlightsOf: () => [],
    find: () => null,
    snapshot: () => {
      throw fault;
    },
    isMarked: () => false,
    list: () => [],
    count: () => 0,
    tags: () => [],
    shelves: () => [],
    changedAfter: () => [],
    countChangedAfter: () => 0,
    purgedAfter: () => [],
    simhashes: () => [],
    write: () => {
      throw fault;
    },
  };
}
