/** What a core does by itself: at its start, and as long as it runs. */
import type { EventSource } from './event-source.ts';
import type { LibraryIndex } from './library/library-index.ts';
import { watchLibrary } from './library/watch-library.ts';
import type { Links } from './links/links.ts';
import type { Backups } from './store/backup/backups.ts';
import type { Store } from './store/store.ts';
import { removeAbandonedOutgoing } from './web/outgoing.ts';
import { removeAbandonedUploads } from './web/uploads.ts';

interface BackgroundWork {
  readonly index: LibraryIndex;
  readonly links: Links;
  readonly backups: Backups;
}

/** How often it is looked whether a snapshot or a backup is due. */
const keepEveryMs = 60_000;

/** The index follows the library, by whomever it is changed. Returns the way to stop. */
export function startBackground(
  store: Store,
  events: EventSource,
  { index, links, backups }: BackgroundWork,
): () => void {
  if (store.fault !== null) return () => undefined;
  const unsubscribe = events.onEvent(({ event }) => {
    if (event === 'library.changed') index.follow();
    if (event === 'settings.changed') links.wake();
  });
  const stopWatching = watchLibrary(store.library, events);
  const keeping = setInterval(backups.keep, keepEveryMs);
  keeping.unref();
  return () => {
    unsubscribe();
    stopWatching();
    clearInterval(keeping);
  };
}

/** Uploads that nobody came back for, unless an import still needs them, and files that nobody took. */
export function removeAbandoned(store: Store, now: Date): void {
  if (store.fault !== null) return;
  const needed = store.imports
    .list()
    .filter(({ state }) => state !== 'undone' && state !== 'cancelled')
    .flatMap(({ files }) => files.flatMap(({ upload }) => upload ?? []));
  removeAbandonedUploads(store.directory, now, new Set(needed));
  removeAbandonedOutgoing(store.directory, now);
}
