/** Numbers the changes and tells whoever listens. One for each core. */
import type { EventMessage } from '../contract/events.ts';

export interface EventSource {
  marksChanged(articleId: string): void;
  settingsChanged(): void;
  libraryChanged(): void;
  indexChanged(): void;
  onEvent(listener: (message: EventMessage) => void): () => void;
}

export function createEventSource(): EventSource {
  const listeners = new Set<(message: EventMessage) => void>();
  let revision = 0;
  const next = () => (revision += 1);
  const emit = (message: EventMessage) => {
    for (const listener of listeners) listener(message);
  };
  return {
    marksChanged: (articleId) => {
      emit({ event: 'marks.changed', payload: { revision: next(), articleId } });
    },
    settingsChanged: () => {
      emit({ event: 'settings.changed', payload: { revision: next() } });
    },
    libraryChanged: () => {
      emit({ event: 'library.changed', payload: { revision: next() } });
    },
    indexChanged: () => {
      emit({ event: 'index.changed', payload: { revision: next() } });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
