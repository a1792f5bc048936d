/** What stands in for the store when it cannot be opened: one can read, nothing is remembered, and each write says why. */
import { defaultSettings } from '../../contract/entities.ts';
import { noRules } from '../../contract/feed-entities.ts';
import type { AppError } from '../../contract/errors.ts';
import type { FeedStore } from './feed-store.ts';
import type { ImportStore } from './import-store.ts';
import type { LinkStore } from './link-store.ts';
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
    feeds: createUnavailableFeeds(fault),
    links: createUnavailableLinks(fault),
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

function createUnavailableFeeds(fault: AppError): FeedStore {
  const refuse = (): never => {
    throw fault;
  };
  return {
    list: () => [],
    find: () => null,
    findByUrl: () => null,
    due: () => [],
    add: refuse,
    update: refuse,
    waitingFor: () => [],
    remove: refuse,
    restore: refuse,
    unread: () => 0,
    seen: () => null,
    putItem: refuse,
    setWaiting: refuse,
    isWaiting: () => false,
    items: () => [],
    count: () => 0,
    offered: () => [],
    markRead: refuse,
    setKept: refuse,
    tidyable: () => [],
    page: () => null,
    putPage: refuse,
    feedsWith: () => [],
    withoutPage: () => [],
    pagesQueued: () => [],
    globalRules: () => noRules,
    setGlobalRules: refuse,
    within: refuse,
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

const noLinks = { queued: 0, fetching: 0, waiting: 0, kept: 0, failed: 0, refused: 0 };

function createUnavailableLinks(fault: AppError): LinkStore {
  const refuse = (): never => {
    throw fault;
  };
  return {
    find: () => null,
    counts: () => noLinks,
    hasOpen: () => false,
    list: () => [],
    enqueue: refuse,
    claim: () => null,
    nextDue: () => null,
    settle: refuse,
    releaseAll: refuse,
    requeue: refuse,
    cancel: refuse,
    parts: () => [],
    putPart: refuse,
    forgetParts: refuse,
    missing: () => [],
    countMissing: () => 0,
    withoutPictures: () => [],
    countWithoutPictures: () => 0,
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
    idsIn: () => new Set(),
    storyMarks: () => [],
    article: () => null,
    byKey: () => null,
    body: () => null,
    texts: () => new Map(),
    text: () => null,
    belongings: () => ({ tags: [], shelves: [], highlights: [] }),
    articles: () => [],
    tagsOf: () => [],
    tagsOfAll: () => new Map(),
    highlightsOf: () => [],
    filesOf: () => [],
    sizeOf: () => {
      throw fault;
    },
    find: () => null,
    snapshot: () => {
      throw fault;
    },
    isMarked: () => false,
    list: () => [],
    count: () => 0,
    tags: () => [],
    shelves: () => [],
    storage: {
      sizes: () => new Map(),
      sites: () => [],
      pictures: () => ({ items: [], total: 0 }),
      sums: () => ({ texts: 0, versions: 0, pictures: 0, originals: 0 }),
      assetsOfOnly: () => 0,
      oldVersionBytes: () => 0,
      trashedBefore: () => [],
      withOldVersions: () => [],
      withNeedlessOriginals: () => [],
      duplicates: () => [],
    },
    views: {
      window: () => ({ items: [], total: 0 }),
      position: () => null,
      keys: () => new Int32Array(),
      keysOf: () => new Int32Array(),
      facets: () => ({ authors: [], sites: [], languages: [], tags: [] }),
    },
    changedAfter: () => [],
    countChangedAfter: () => 0,
    purgedAfter: () => [],
    simhashes: () => [],
    write: () => {
      throw fault;
    },
  };
}
