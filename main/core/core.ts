/**
 * The composition root of the library: opens the collection and the store, builds the handlers, answers calls. Plain
 * Node; a shell uses it in process (command line, tests) or through host/ in a thread or process beside it.
 *
 * A collection or a store that cannot be opened does not stop the core: their methods answer with the reason, and
 * `app.status` tells it, so that a window can show what to do.
 */
import type { EventMessage } from '../contract/events.ts';
import { createDispatcher, type Dispatch } from '../contract/dispatcher.ts';
import { AppError } from '../contract/errors.ts';
import type { CoreHandlers } from '../contract/methods.ts';
import { openAssets } from './collection/assets.ts';
import { openCollection } from './collection/open-collection.ts';
import { createEventSource } from './event-source.ts';
import { createArticleHandlers } from './handlers/article-handlers.ts';
import { createExportHandlers } from './handlers/export-handlers.ts';
import { createMarkHandlers } from './handlers/mark-handlers.ts';
import { createPublicationHandlers } from './handlers/publication-handlers.ts';
import { createSearchHandlers } from './handlers/search-handlers.ts';
import { createStatusHandler } from './handlers/status-handler.ts';
import { createSummaries } from './handlers/summaries.ts';
import { remember } from './remember.ts';
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
  const bundle = remember(() => openCollection(options.collectionDirectory));
  const assets = remember(() => openAssets(options.collectionDirectory));
  const summaries = createSummaries(bundle, store);

  const handlers: CoreHandlers = {
    'app.status': createStatusHandler({ bundle, store, version: options.version }),
    ...createPublicationHandlers({ bundle, summaries }),
    ...createArticleHandlers({ bundle, summaries }),
    ...createExportHandlers({ bundle, assets }),
    ...createSearchHandlers({ bundle, summaries }),
    ...createMarkHandlers({ bundle, store, events }),
  };

  return {
    dispatch: createDispatcher({ handlers, report: options.report }),
    onEvent: events.onEvent,
    close: () => {
      store.close();
    },
  };
}

function openStore({ dataDirectory, now }: CoreOptions): Store {
  if (dataDirectory === null) {
    const fault = new AppError('store-unavailable', 'Lectern runs without a data folder here, so nothing is kept.');
    return createUnavailableStore('', fault);
  }
  const opened = tryOpenSqliteStore({ directory: dataDirectory, now });
  return 'store' in opened ? opened.store : createUnavailableStore(dataDirectory, opened.fault);
}
