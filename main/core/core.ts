/**
 * The composition root of the library: opens the collection and the store, builds the handlers, answers calls. Plain
 * Node; a shell uses it in process (command line, tests) or through host/ in a thread or process beside it.
 *
 * A collection or a store that cannot be opened does not stop the core: their methods answer with the reason, and
 * `app.status` tells it, so that a window can show what to do.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventMessage } from '../contract/events.ts';
import type { ImportReport } from '../contract/import-entities.ts';
import { createDispatcher, type Dispatch } from '../contract/dispatcher.ts';
import { AppError, type Reply } from '../contract/errors.ts';
import type { CoreHandlers } from '../contract/methods.ts';
import { openAssets } from './collection/assets.ts';
import type { Collection } from './collection/collection.ts';
import { followBundle, watchBundle } from './collection/follow-bundle.ts';
import { openCollection } from './collection/open-collection.ts';
import { createEventSource, type EventSource } from './event-source.ts';
import { createArticleHandlers } from './handlers/article-handlers.ts';
import { createExportHandlers } from './handlers/export-handlers.ts';
import { createImportHandlers } from './handlers/import-handlers.ts';
import { createLibraryHandlers } from './handlers/library-handlers.ts';
import { createMarkHandlers } from './handlers/mark-handlers.ts';
import { createPublicationHandlers } from './handlers/publication-handlers.ts';
import { createSavedSearchHandlers } from './handlers/saved-search-handlers.ts';
import { createSearchHandlers } from './handlers/search-handlers.ts';
import { createStatusHandler } from './handlers/status-handler.ts';
import { createSummaries } from './handlers/summaries.ts';
import { createUpkeepHandlers } from './handlers/upkeep-handlers.ts';
import { listGiven } from './importing/file-set.ts';
import { createImports } from './importing/imports.ts';
import { openAssetFiles } from './library/asset-files.ts';
import { exportJsonLines } from './library/export-library.ts';
import type { LibraryIndex } from './library/library-index.ts';
import { createLibrary } from './library/library.ts';
import { openLibraryIndex } from './library/open-library-index.ts';
import { createUpkeep } from './library/upkeep.ts';
import { watchLibrary } from './library/watch-library.ts';
import { createSearchable } from './library/searchable-articles.ts';
import { libraryFile } from './store/open-database.ts';
import { openSqliteStore, tryOpenSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { createUnavailableStore } from './store/unavailable-store.ts';
import { removeAbandonedUploads } from './web/uploads.ts';

export interface CoreOptions {
  /** A compiled bundle. */
  readonly collectionDirectory: string;
  /** The reader's own folder; null to read only and keep nothing. */
  readonly dataDirectory: string | null;
  readonly version: string;
  /** The program of the threads that read what is imported; the source beside this file if it is left out. */
  readonly jobEntry?: URL;
  readonly now: () => Date;
  /** For a command that ends: nothing is done in the background, and the index is looked after when it is asked to be. */
  readonly isBrief?: boolean;
  /** Told of bugs, with the method they happened in. */
  readonly report: (method: string, error: unknown) => void;
}

export interface Core {
  readonly dispatch: Dispatch;
  onEvent(listener: (message: EventMessage) => void): () => void;
  /**
   * Files and folders that somebody at this machine named, into the library. Throws `AppError` for a fault of the disk or a store that
   * cannot be opened; whatever is wrong with a file stands in the report.
   */
  importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportReport>;
  /** The library as JSON Lines, line by line. */
  exportJsonLines(): Iterable<string>;
  /** Resolves when everything that is saved can be found. */
  settleIndex(): Promise<void>;
  /** Finishes what is being written. */
  close(): Promise<void>;
}

export interface ImportOptions {
  /** Reports what would happen, by doing it to a copy. */
  readonly dryRun: boolean;
  /** Keeps each file beside the text that was made of it. */
  readonly keepOriginals: boolean;
  /** Told how many rows have been read. */
  readonly progress: (read: number) => void;
}

export function createCore(options: CoreOptions): Core {
  const events = createEventSource();
  const store = openStore(options);
  const collection = followBundle(options.collectionDirectory, openCollection);
  const files = followBundle(options.collectionDirectory, openAssets);
  const bundle = collection.current;
  const savedAssets = openAssetFiles(store.directory);
  const libraryPorts = { assets: savedAssets, now: options.now, isStory: (id: string) => isStory(bundle, id) };
  const library = createLibrary({ ...libraryPorts, store: store.library, events });
  const index = openLibraryIndex({
    bundle,
    store,
    changed: events.indexChanged,
    report: (error) => {
      options.report('search.index', error);
    },
  });
  const jobEntry = options.jobEntry ?? new URL('importing/import-process.ts', import.meta.url);
  const imports = createImports({
    store,
    library,
    now: options.now,
    changed: events.importsChanged,
    jobEntry,
    openCopy: (directory) => {
      const copy = openSqliteStore({ directory, now: options.now });
      const quiet = createEventSource();
      return { store: copy, library: createLibrary({ ...libraryPorts, store: copy.library, events: quiet }) };
    },
  });
  if (options.isBrief !== true) {
    removeAbandoned(store, options.now());
    imports.resume();
  }
  const stopBackground = options.isBrief === true ? () => undefined : startBackground(store, events, index);
  const summaries = createSummaries(bundle, library, store);

  const searchable = createSearchable({ bundle, library, index });
  const search = createSearchHandlers({ searchable, summaries });

  const handlers: CoreHandlers = {
    'app.status': createStatusHandler({ bundle, store, version: options.version }),
    ...createPublicationHandlers({ bundle, summaries, store }),
    ...createArticleHandlers({ bundle, library, summaries, searchable }),
    ...createExportHandlers({
      bundle,
      library,
      summaries,
      assets: { resolve: (name) => savedAssets.resolve(name) ?? files.current().resolve(name) },
    }),
    ...createMarkHandlers({ summaries, store, events }),
    ...createLibraryHandlers(library),
    ...createUpkeepHandlers({
      library,
      upkeep: createUpkeep({ store: store.library, library, events, clock: Date.now }),
      assets: savedAssets,
      dataDirectory: store.directory,
      job: { jobEntry, now: options.now },
    }),
    ...createImportHandlers({ imports, dataDirectory: store.directory }),
    ...search,
    ...createSavedSearchHandlers({ searches: store.searches, events, find: search['search.find'] }),
  };

  const dispatch = createDispatcher({ handlers, report: options.report });
  /** Opens a collection that has taken the place of ours, and tells. */
  const look = (): boolean => {
    if (!collection.refresh()) return false;
    files.refresh();
    index.storiesChanged();
    events.collectionChanged();
    return true;
  };
  let unwatch: (() => void) | null = null;

  return {
    dispatch: async (method, input) => {
      let reply = await dispatch(method, input);
      // A file that is gone or not what it was may belong to a collection that was just put in the place of ours.
      for (let left = mostSwaps; left > 0 && isOfCollection(reply) && look(); left -= 1)
        reply = await dispatch(method, input);
      return reply;
    },
    onEvent: (listener) => {
      // Who hears nothing asks once and ends: nothing is watched for it.
      unwatch ??= watchBundle(options.collectionDirectory, look);
      return events.onEvent(listener);
    },
    importFiles: async (paths, { dryRun, keepOriginals, progress }) => {
      if (store.fault !== null) throw store.fault;
      const files = listGiven(paths).map((file) => ({ ...file, upload: null }));
      const report = await imports.runThrough(files, { dryRun, keepOriginals, progress });
      // Where another process keeps the index, that one goes after it.
      if (!dryRun && options.isBrief === true && index.isKeeper()) await index.settle('swift');
      return report;
    },
    exportJsonLines: () => {
      if (store.fault !== null) throw store.fault;
      return exportJsonLines(store);
    },
    settleIndex: () => index.settle('swift'),
    close: async () => {
      unwatch?.();
      stopBackground();
      events.close();
      await imports.close();
      await index.close();
      store.close();
    },
  };
}

/** The index follows the library, by whomever it is changed. Returns the way to stop. */
function startBackground(store: Store, events: EventSource, index: LibraryIndex): () => void {
  if (store.fault !== null) return () => undefined;
  const unsubscribe = events.onEvent(({ event }) => {
    if (event === 'library.changed') index.follow();
  });
  const stopWatching = watchLibrary(store.library, events);
  return () => {
    unsubscribe();
    stopWatching();
  };
}

/** Whether a data folder has been used: opening one that has not makes it. */
export function hasLibrary(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, libraryFile));
}

/** Within one question. More than one means that it fell between the two steps of a swap. */
const mostSwaps = 5;

function isOfCollection(reply: Reply): boolean {
  return !reply.ok && (reply.code === 'collection-missing' || reply.code === 'collection-damaged');
}

function openStore({ dataDirectory, now }: CoreOptions): Store {
  if (dataDirectory === null) {
    const fault = new AppError('store-unavailable', 'Lectern runs without a data folder here, so nothing is kept.');
    return createUnavailableStore('', fault);
  }
  const opened = tryOpenSqliteStore({ directory: dataDirectory, now });
  return 'store' in opened ? opened.store : createUnavailableStore(dataDirectory, opened.fault);
}

/** Without a collection nothing is a story of it. */
function isStory(bundle: () => Collection, id: string): boolean {
  try {
    return bundle().has(id);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Uploads that nobody came back for, unless an import still needs them. */
function removeAbandoned(store: Store, now: Date): void {
  if (store.fault !== null) return;
  const needed = store.imports
    .list()
    .filter(({ state }) => state !== 'undone' && state !== 'cancelled')
    .flatMap(({ files }) => files.flatMap(({ upload }) => upload ?? []));
  removeAbandonedUploads(store.directory, now, new Set(needed));
}
