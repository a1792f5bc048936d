/**
 * Opens the library of a data folder for a whole core: goes through with a restore that was committed, holds the lock that
 * says that somebody has the library open, and puts something to read in the place of a library that cannot be opened: the
 * newest sound snapshot if there is one.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { openPast } from './backup/open-past.ts';
import { newestSoundSnapshot } from './backup/rescue.ts';
import { abandonRestore, finishRestore, hasCommittedStage, sweepStages } from './backup/staged-library.ts';
import { sweepUnfinished } from '../files/durable-file.ts';
import { shareLock, takeLock, type ProcessLock } from './process-lock.ts';
import { snapshotFolder, type SnapshotFile } from './snapshot-files.ts';
import { readOnlyStore, tryOpenSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { createUnavailableStore } from './unavailable-store.ts';

export interface OpenedLibrary {
  readonly store: Store;
  /** Of a library file that is damaged. */
  readonly rescue: { readonly fault: AppError; readonly snapshot: SnapshotFile | null } | null;
  /** Lets go of the lock, after the store was closed. */
  readonly release: () => void;
}

interface Options {
  /** Null to read only and keep nothing. */
  readonly dataDirectory: string | null;
  /** Why the library there must not be opened, in words; then nothing is made there. */
  readonly libraryFault?: string | undefined;
  readonly now: () => Date;
}

const lockFile = 'library.lock';

export function openLibrary({ dataDirectory, libraryFault, now }: Options): OpenedLibrary {
  const nothing = () => undefined;
  if (libraryFault !== undefined) {
    const fault = new AppError('store-unavailable', libraryFault);
    return { store: createUnavailableStore(dataDirectory ?? '', fault), rescue: null, release: nothing };
  }
  if (dataDirectory === null) {
    const fault = new AppError('store-unavailable', 'Lectern runs without a data folder here, so nothing is kept.');
    return { store: createUnavailableStore('', fault), rescue: null, release: nothing };
  }
  if (existsSync(dataDirectory)) {
    settleRestore(dataDirectory, now());
    sweepStages(dataDirectory, now());
    sweepUnfinished(snapshotFolder(dataDirectory), now());
  }
  const lock = shareLock(join(dataDirectory, lockFile));
  const release = () => lock?.release();
  if (lock === null && existsSync(join(dataDirectory, lockFile))) {
    return { store: createUnavailableStore(dataDirectory, beingRestored()), rescue: null, release };
  }
  const opened = tryOpenSqliteStore({ directory: dataDirectory, now });
  if ('store' in opened) return { store: opened.store, rescue: null, release };
  const { fault } = opened;
  if (fault.code !== 'store-damaged')
    return { store: createUnavailableStore(dataDirectory, fault), rescue: null, release };
  const snapshot = newestSoundSnapshot(dataDirectory);
  const store =
    snapshot === null ? createUnavailableStore(dataDirectory, fault) : readingFrom(snapshot, fault, dataDirectory, now);
  return { store, rescue: { fault, snapshot }, release };
}

/** For reading from outside. Throws `AppError` while the library is being restored or repaired. */
export function lockShared(dataDirectory: string): ProcessLock {
  if (!existsSync(dataDirectory)) throw new AppError('not-found', `There is no library in ${dataDirectory}.`);
  const lock = shareLock(join(dataDirectory, lockFile));
  if (lock !== null) return lock;
  throw beingRestored();
}

/** For restoring and repairing from outside. Throws `AppError` while anybody has the library open. */
export function lockAlone(dataDirectory: string, now: Date): ProcessLock {
  const lock = takeLock(join(dataDirectory, lockFile));
  if (lock !== null) {
    finishRestore(dataDirectory);
    sweepStages(dataDirectory, now);
    sweepUnfinished(snapshotFolder(dataDirectory), now);
    return lock;
  }
  throw new AppError(
    'store-locked',
    `Lectern has the library in ${dataDirectory} open. Close it (the window, \`lectern serve\`, an import), and try again; or do it in its window, under Backup.`,
  );
}

/** Nobody may have the library open while another takes its place. If somebody has, nothing happens, and that is said. */
function settleRestore(dataDirectory: string, now: Date): void {
  if (!hasCommittedStage(dataDirectory)) return;
  const path = join(dataDirectory, lockFile);
  const lock = takeLock(path);
  if (lock === null) {
    // Where it cannot even be shared, another process is going through with it just now.
    const shared = shareLock(path);
    if (shared === null) return;
    abandonRestore(
      dataDirectory,
      now,
      'Nothing was restored: another program has this library open. Close it and try again.',
    );
    shared.release();
    return;
  }
  finishRestore(dataDirectory);
  lock.release();
}

function readingFrom(snapshot: SnapshotFile, fault: AppError, directory: string, now: () => Date): Store {
  const past = openPast(snapshot.path);
  const reading = readOnlyStore(past.database, { directory, now });
  const unavailable = createUnavailableStore(directory, fault);
  return {
    ...reading,
    fault,
    library: { ...reading.library, write: unavailable.library.write },
    imports: unavailable.imports,
    searches: { ...unavailable.searches, saved: reading.searches.saved, recent: reading.searches.recent },
    setBookmark: unavailable.setBookmark,
    setProgress: unavailable.setProgress,
    clearProgress: unavailable.clearProgress,
    setRecommendation: unavailable.setRecommendation,
    withdrawRecommendation: unavailable.withdrawRecommendation,
    setSettings: unavailable.setSettings,
    copyTo: unavailable.copyTo,
    close: past.close,
  };
}

function beingRestored(): AppError {
  return new AppError(
    'store-locked',
    'The library is being restored or repaired by another Lectern. Wait until it is done, and try again.',
  );
}
