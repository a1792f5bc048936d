/**
 * The composition root of the library: opens the collection and the store, builds the handlers, answers calls. Plain
 * Node; a shell uses it in process (command line, tests) or through host/ in a thread or process beside it.
 *
 * A collection or a store that cannot be opened does not stop the core: their methods answer with the reason, and
 * `app.status` tells it, so that a window can show what to do.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDispatcher } from '../contract/dispatcher.ts';
import { AppError, type Reply } from '../contract/errors.ts';
import type { CoreHandlers } from '../contract/methods.ts';
import { openAssets } from './collection/assets.ts';
import type { Collection } from './collection/collection.ts';
import { followBundle, watchBundle } from './collection/follow-bundle.ts';
import { openCollection } from './collection/open-collection.ts';
import { removeAbandoned, startBackground } from './core-background.ts';
import type { Core, CoreOptions } from './core-interface.ts';
import { createEventSource } from './event-source.ts';
import { createBackupHandlers } from './handlers/backup-handlers.ts';
import { createArticleHandlers } from './handlers/article-handlers.ts';
import { openFeeds } from './feeds/open-feeds.ts';
import { createExportHandlers } from './handlers/export-handlers.ts';
import { createFeedHandlers } from './handlers/feed-handlers.ts';
import { createImportHandlers } from './handlers/import-handlers.ts';
import { createLinkHandlers } from './handlers/link-handlers.ts';
import { createLibraryExportHandlers } from './handlers/library-export-handlers.ts';
import { createLibraryHandlers } from './handlers/library-handlers.ts';
import { createMarkHandlers } from './handlers/mark-handlers.ts';
import { createPublicationHandlers } from './handlers/publication-handlers.ts';
import { createSavedSearchHandlers } from './handlers/saved-search-handlers.ts';
import { createSearchHandlers } from './handlers/search-handlers.ts';
import { createStatusHandler } from './handlers/status-handler.ts';
import { createStorageHandlers } from './handlers/storage-handlers.ts';
import { createSummaries } from './handlers/summaries.ts';
import { chooseArticles } from './exporting/choose-articles.ts';
import { createExports } from './exporting/exports.ts';
import { exportToPath } from './exporting/export-to-path.ts';
import { createUpkeepHandlers } from './handlers/upkeep-handlers.ts';
import { listGiven } from './importing/file-set.ts';
import { createImports } from './importing/imports.ts';
import { createLinks } from './links/links.ts';
import { openAssetFiles } from './library/asset-files.ts';
import { createLibrary } from './library/library.ts';
import { createOrganise } from './library/organise.ts';
import { openSearch } from './library/open-search.ts';
import { openLibraryIndex } from './library/open-library-index.ts';
import { createStorage } from './library/storage.ts';
import { createUpkeep } from './library/upkeep.ts';
import { createSearchable } from './library/searchable-articles.ts';
import { createBackups } from './store/backup/backups.ts';
import { backupEntryBeside } from './store/backup/backup-job.ts';
import { createNetwork } from './network/network.ts';
import { exportEntry, importEntry, pageEntry } from './job-entries.ts';
import { libraryFile } from './store/open-database.ts';
import { openLibrary } from './store/open-library.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

export type { Core, CoreOptions };

export function createCore(options: CoreOptions): Core {
  const events = createEventSource();
  const { store, rescue, release } = openLibrary(options);
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
  const jobEntry = options.jobEntry ?? importEntry;
  const network = createNetwork({
    version: options.version,
    isOn: () => options.network !== false && store.settings().network === 'online',
    allowPrivate: options.allowPrivate === true,
  });
  const links = createLinks({
    store,
    library,
    assets: savedAssets,
    network,
    pageEntry: pageEntry(jobEntry),
    changed: events.linksChanged,
    report: (error) => {
      options.report('links.fetch', error);
    },
  });
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
  const backupFolder = options.backupDirectory ?? join(store.directory, 'backups');
  const backups = createBackups({
    dataDirectory: store.directory,
    folder: backupFolder,
    version: options.version,
    entry: backupEntryBeside(options.jobEntry),
    rescue,
    settings: store.settings,
    now: options.now,
    changed: events.backupChanged,
    libraryChanged: events.libraryChanged,
    settingsChanged: events.settingsChanged,
    rebuildIndex: index.rebuild,
    reopen: options.reopen ?? (() => undefined),
    report: (error) => {
      options.report('backup', error);
    },
  });
  const { feeds, pages } = openFeeds({
    ...{ store, library, network, events, links, jobEntry },
    now: options.now,
    report: (error) => {
      options.report('feeds.refresh', error);
    },
  });
  if (options.isBrief !== true) {
    if (store.fault === null) feeds.follow();
    removeAbandoned(store, options.now());
    imports.resume();
    links.wake();
  }
  const stopBackground =
    options.isBrief === true ? () => undefined : startBackground(store, events, { index, links, backups });
  const summaries = createSummaries(bundle, library, store);

  const searchable = createSearchable({ bundle, library, index });
  const findIn = openSearch(searchable);
  const search = createSearchHandlers({ searchable, search: findIn, summaries });
  const organise = createOrganise({
    rows: store.library,
    assets: savedAssets,
    events,
    find: (query) => findIn().idsOf(query),
  });

  const exports = createExports({
    store,
    collectionDirectory: options.collectionDirectory,
    entry: exportEntry(options.jobEntry),
    choose: (selection) =>
      chooseArticles(selection, { library: store.library, find: search['search.find'], isStory: libraryPorts.isStory }),
    now: options.now,
    changed: events.exportsChanged,
    report: (error) => {
      options.report('exports', error);
    },
  });

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
    ...createStorageHandlers({
      directory: store.directory,
      library,
      storage: createStorage({
        directory: store.directory,
        rows: store.library,
        assets: savedAssets,
        events,
        now: options.now,
      }),
    }),
    ...createLibraryHandlers({ rows: store.library, organise, summaries }),
    ...createBackupHandlers({ backups, rows: library.rows, dataDirectory: store.directory, folder: backupFolder }),
    ...createFeedHandlers({ feeds, pages, rows: store.feeds, events }),
    ...createLinkHandlers(links),
    ...createLibraryExportHandlers(exports),
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
      for (let left = mostSwaps; left > 0 && isOfCollection(reply); left -= 1) {
        // Between the two steps of a swap there is nothing new to be seen yet.
        if (!look()) await pause(swapMs);
        reply = await dispatch(method, input);
      }
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
      if (!dryRun && options.isBrief === true && index.isKeeper()) await index.finish();
      return report;
    },
    exportFiles: async ({ format, selection }, target) => {
      const ids = await exports.chosen(selection);
      const { collectionDirectory, now } = options;
      await exportToPath(
        format,
        ids,
        { store, assets: savedAssets, collectionDirectory, now: now().toISOString() },
        target,
      );
    },
    previewExport: ({ format, selection }) => exports.preview(format, selection),
    settleIndex: () => index.settle('swift'),
    settleFeeds: feeds.settle,
    close: async () => {
      unwatch?.();
      stopBackground();
      events.close();
      await backups.close();
      await feeds.close();
      await links.close();
      await exports.close();
      await imports.close();
      await index.close();
      store.close();
      release();
    },
  };
}

/** Whether a data folder has been used: opening one that has not makes it. */
export function hasLibrary(dataDirectory: string): boolean {
  return existsSync(join(dataDirectory, libraryFile));
}

/** Within one question. More than one means that it fell between the two steps of a swap. */
const mostSwaps = 5;

/** A swap is two renames. */
const swapMs = 5;

function isOfCollection(reply: Reply): boolean {
  return !reply.ok && (reply.code === 'collection-missing' || reply.code === 'collection-damaged');
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
