/** Numbers the changes and tells whoever listens. One for each core. */
import type { EventMessage } from '../contract/events.ts';

export interface EventSource {
  marksChanged(articleId: string): void;
  settingsChanged(): void;
  /** At most a few times a second: an import saves faster than anybody can look. The last one is always told. */
  libraryChanged(): void;
  /** As rarely. */
  importsChanged(): void;
  /** As rarely. */
  feedsChanged(): void;
  linksChanged(): void;
  exportsChanged(): void;
  indexChanged(): void;
  collectionChanged(): void;
  searchesChanged(): void;
  /** As rarely as the library. */
  backupChanged(): void;
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** What was still to be told is not. */
  close(): void;
}

const restMs = 250;

export function createEventSource(): EventSource {
  const listeners = new Set<(message: EventMessage) => void>();
  let revision = 0;
  const next = () => (revision += 1);
  const emit = (message: EventMessage) => {
    for (const listener of listeners) listener(message);
  };
  const library = rarely(() => {
    emit({ event: 'library.changed', payload: { revision: next() } });
  });
  const imports = rarely(() => {
    emit({ event: 'imports.changed', payload: { revision: next() } });
  });
  const backup = rarely(() => {
    emit({ event: 'backup.changed', payload: { revision: next() } });
  });
  const feeds = rarely(() => {
    emit({ event: 'feeds.changed', payload: { revision: next() } });
  });
  const links = rarely(() => {
    emit({ event: 'links.changed', payload: { revision: next() } });
  });
  const exports = rarely(() => {
    emit({ event: 'exports.changed', payload: { revision: next() } });
  });
  return {
    marksChanged: (articleId) => {
      emit({ event: 'marks.changed', payload: { revision: next(), articleId } });
    },
    settingsChanged: () => {
      emit({ event: 'settings.changed', payload: { revision: next() } });
    },
    libraryChanged: library.tell,
    importsChanged: imports.tell,
    backupChanged: backup.tell,
    feedsChanged: feeds.tell,
    linksChanged: links.tell,
    exportsChanged: exports.tell,
    indexChanged: () => {
      emit({ event: 'index.changed', payload: { revision: next() } });
    },
    collectionChanged: () => {
      emit({ event: 'collection.changed', payload: { revision: next() } });
    },
    searchesChanged: () => {
      emit({ event: 'searches.changed', payload: { revision: next() } });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      library.close();
      imports.close();
      backup.close();
      feeds.close();
      links.close();
      exports.close();
    },
  };
}

/** The first at once, those that follow within the rest as one after it. */
function rarely(tell: () => void): { tell: () => void; close: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let isAwaited = false;
  const rest = () => {
    timer = setTimeout(() => {
      timer = null;
      if (!isAwaited) return;
      isAwaited = false;
      rest();
      tell();
    }, restMs);
    timer.unref();
  };
  return {
    tell: () => {
      if (timer === null) {
        rest();
        tell();
      } else isAwaited = true;
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      isAwaited = false;
    },
  };
}
