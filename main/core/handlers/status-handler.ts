/** Whether the halves of the core can work, and how much they hold. Asking never fails. */
import type { Status } from '../../contract/entities.ts';
import { AppError } from '../../contract/errors.ts';
import type { Collection } from '../collection/collection.ts';
import type { Store } from '../store/store.ts';

interface StatusPorts {
  readonly bundle: () => Collection;
  readonly store: Store;
  readonly version: string;
}

export function createStatusHandler({ bundle, store, version }: StatusPorts): () => Status {
  return () => {
    const collection = tryOpen(bundle);
    const { value: stories } = collection;
    // Marks outlive their stories: those of another edition are not counted.
    const ofStories = store.library.storyMarks().filter(({ id }) => stories?.has(id) ?? true);
    const ofSaved = store.library.markCounts();
    const { inbox, archive } = store.library.counts();
    return {
      version,
      collection: partState(collection.fault),
      store: { ...partState(store.fault), directory: store.directory },
      counts: {
        stories: stories?.publication.storyCount ?? 0,
        bookmarks: ofSaved.bookmarks + ofStories.filter((mark) => mark.bookmarked).length,
        recommendations: ofSaved.recommendations + ofStories.filter((mark) => mark.recommended).length,
        finished: ofSaved.finished + ofStories.filter((mark) => mark.finished).length,
        saved: inbox + archive,
      },
    };
  };
}

function tryOpen(bundle: () => Collection): { value: Collection | null; fault: AppError | null } {
  try {
    return { value: bundle(), fault: null };
  } catch (error) {
    if (error instanceof AppError) return { value: null, fault: error };
    throw error;
  }
}

function partState(fault: AppError | null): Status['collection'] {
  return { ready: fault === null, code: fault?.code ?? null, message: fault?.message ?? null };
}
