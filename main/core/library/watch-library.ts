/** Notices what another process does to the library: `lectern import` beside an open window. */
import type { EventSource } from '../event-source.ts';
import type { LibraryReader } from '../store/library-store.ts';

const everyMs = 1000;

/** Tells of changes of others as of our own. Returns the way to stop. */
export function watchLibrary(rows: LibraryReader, events: EventSource): () => void {
  let seen = rows.revision();
  const unsubscribe = events.onEvent(({ event }) => {
    if (event === 'library.changed') seen = rows.revision();
  });
  const timer = setInterval(() => {
    if (rows.revision() !== seen) events.libraryChanged();
  }, everyMs);
  timer.unref();
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
