/** Puts the index together: the collection's segment, the folder `index/` of the data folder, and who may write there. */
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { Collection } from '../collection/collection.ts';
import { DamagedSegment } from '../search/segment/format.ts';
import { openIndexSet } from '../search/set/open-index-set.ts';
import { takeLock, type ProcessLock } from '../store/process-lock.ts';
import type { Store } from '../store/store.ts';
import { createLibraryIndex, type LibraryIndex } from './library-index.ts';

interface Options {
  readonly bundle: () => Collection;
  readonly store: Store;
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

export interface OwnedLibraryIndex extends LibraryIndex {
  /** False where another process keeps the index, or there is no data folder: what is done here stays in memory. */
  isKeeper(): boolean;
}

export function openLibraryIndex({ bundle, store, changed, report }: Options): OwnedLibraryIndex {
  const directory = store.fault === null ? store.directory : null;
  let lock: ProcessLock | null = null;
  const isKeeper = (): boolean => {
    if (lock === null && directory !== null) lock = takeLock(join(directory, 'index.lock'));
    return lock !== null;
  };
  const index = createLibraryIndex({
    rows: store.library,
    changed,
    report,
    stories: () => storiesOf({ bundle, store, report }) ?? { segment: null, count: 0 },
    open: () => {
      const stories = storiesOf({ bundle, store, report });
      const set = openIndexSet({
        bundled: stories?.segment ?? null,
        directory: directory === null ? null : join(directory, 'index'),
        isReadOnly: !isKeeper(),
      });
      return { set, storyCount: stories?.count ?? 0 };
    },
  });
  return {
    ...index,
    isKeeper,
    close: async () => {
      await index.close();
      lock?.release();
    },
  };
}

/** Null for a collection that cannot be read: saved articles are found without it. Throws where there are none. */
function storiesOf({
  bundle,
  store,
  report,
}: Pick<Options, 'bundle' | 'store' | 'report'>): { readonly segment: Uint8Array; readonly count: number } | null {
  try {
    return { segment: bundle().searchSegment(), count: bundle().publication.storyCount };
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof DamagedSegment)) throw error;
    const { inbox, archive } = store.library.counts();
    if (inbox + archive === 0) throw error;
    report(error);
    return null;
  }
}
