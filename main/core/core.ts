/**
 * The composition root of the library: opens the collection and the store, builds the handlers, answers calls. Plain
 * Node; a shell uses it in process (command line, tests) or through host/ in a thread or process beside it.
 *
 * A collection or a store that cannot be opened does not stop the core: their methods answer with the reason, and
 * `app.status` tells it, so that a window can show what to do.
 */
import type { EventMessage } from '../contract/events.ts';
import { createDispatcher, type Dispatch } from '../contract/dispatcher.ts';
import { AppError, type Reply } from '../contract/errors.ts';
import type { CoreHandlers } from '../contract/methods.ts';
import { openAssets } from './collection/assets.ts';
import { followBundle, watchBundle } from './collection/follow-bundle.ts';
import { openCollection } from './collection/open-collection.ts';
import { createEventSource } from './event-source.ts';
import { createArticleHandlers } from './handlers/article-handlers.ts';
import { createExportHandlers } from './handlers/export-handlers.ts';
import { createMarkHandlers } from './handlers/mark-handlers.ts';
import { createPublicationHandlers } from './handlers/publication-handlers.ts';
import { createSearchHandlers } from './handlers/search-handlers.ts';
import { createStatusHandler } from './handlers/status-handler.ts';
import { createSummaries } from './handlers/summaries.ts';
import { tryOpenSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { createUnavailableStore } from './store/unavailable-store.ts';

export interface CoreOptions {
  /** A compiled bundle. */
  readonly collectionDirectory: string;
  /** The reader's own folder; null to read only and keep nothing. */
  readonly dataDirectory: string | null;
  readonly version: string;
  readonly now: () => Date;
  /** Told of bugs, with the method they happened in. */
  readonly report: (method: string, error: unknown) => void;
}

export interface Core {
  readonly dispatch: Dispatch;
  onEvent(listener: (message: EventMessage) => void): () => void;
  close(): void;
}

export function createCore(options: CoreOptions): Core {
  const events = createEventSource();
  const store = openStore(options);
  const collection = followBundle(options.collectionDirectory, openCollection);
  const files = followBundle(options.collectionDirectory, openAssets);
  const bundle = collection.current;
  const assets = files.current;
  const summaries = createSummaries(bundle, store);

  const handlers: CoreHandlers = {
    'app.status': createStatusHandler({ bundle, store, version: options.version }),
    ...createPublicationHandlers({ bundle, summaries }),
    ...createArticleHandlers({ bundle, summaries }),
    ...createExportHandlers({ bundle, assets }),
    ...createSearchHandlers({ bundle, summaries }),
    ...createMarkHandlers({ bundle, store, events }),
  };

  const dispatch = createDispatcher({ handlers, report: options.report });
  /** Opens a collection that has taken the place of ours, and tells. */
  const look = (): boolean => {
    if (!collection.refresh()) return false;
    files.refresh();
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
    close: () => {
      unwatch?.();
      store.close();
    },
  };
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
