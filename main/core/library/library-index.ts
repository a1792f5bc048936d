/**
 * Keeps the index over all articles in step with the library. It follows the library's revisions and nothing else, so a
 * save in this process, one in another, a crash half way and an index that was deleted are all the same to it: it reads
 * on from where it was. Searches go on meanwhile, since it works in slices of a few milliseconds.
 *
 * The index is a cache. Whatever is wrong with it, it is thrown away and made again from the store.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndexStatus } from '../../contract/search-entities.ts';
import type { IndexSet, WritableIndexSet } from '../search/index-set.ts';
import type { ChangePlace, LibraryReader } from '../store/library-store.ts';
import { indexedSaved } from './indexed-saved.ts';
import type { IndexPlace } from './index-place.ts';

export interface IndexFiles {
  /** Opens what is on the disk, with the bundle's articles. Throws for what cannot be made sense of. */
  open(): WritableIndexSet;
  place(): IndexPlace | null;
  /** After a flush. */
  setPlace(place: IndexPlace): void;
  /** Deletes all of it. */
  erase(): void;
  /** False where another process writes the same index, or there is no folder: then nothing is ever flushed. */
  readonly isWritable: boolean;
}

export interface LibraryIndex {
  /** Opened at the first question. What was saved a moment ago may still be missing; a few articles never are. */
  index(): IndexSet;
  status(): IndexStatus;
  /** The library has changed: goes after it soon. */
  follow(): void;
  /** Resolves when everything saved so far is found and on the disk. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Ports {
  readonly rows: LibraryReader;
  readonly files: IndexFiles;
  /** How many stories of the collection are in the set, which it brings along by itself. */
  readonly storyCount: () => number;
  /** Told of progress, at most a few times a second. */
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

/** What a question waits for: as many articles are indexed before it is answered. */
const atOnce = 16;
/** How long a slice of background work may take, in milliseconds. */
const sliceMs = 25;
const largestSlice = 512;
const quietMs = 2000;
const toldEveryMs = 250;
/** Saved articles between two flushes of a long building, so that a crash does not lose all of it. */
const flushEvery = 8192;

/** The key of a place after all that a revision changed. */
const wholeRevision = Number.MAX_SAFE_INTEGER;

interface Open {
  readonly set: WritableIndexSet;
  followed: ChangePlace;
}

export function createLibraryIndex(ports: Ports): LibraryIndex {
  const { rows, files, changed, report } = ports;
  let open: Open | null = null;
  let running: Promise<boolean> | null = null;
  let flushTimer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let unflushed = 0;
  let building: { done: number; total: number } | null = null;
  let toldAt = 0;

  const opened = (): Open => {
    open ??= openUp(ports);
    return open;
  };

  const isBehind = (): boolean => {
    const { followed } = opened();
    return followed.key !== wholeRevision || followed.revision < rows.revision();
  };

  /** Indexes the next articles that changed; answers how many. */
  const step = (limit: number): number => {
    const current = opened();
    const reached = rows.revision();
    const articles = rows.changedAfter(current.followed, limit);
    const gone = [
      ...articles.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
      ...rows.purgedAfter(current.followed.revision),
    ];
    if (gone.length > 0) current.set.remove(gone);
    const live = articles.filter(({ deletedAt }) => deletedAt === null);
    if (live.length > 0) current.set.add(live.map((article) => indexedSaved(rows, article)));
    const last = articles.at(-1);
    current.followed =
      articles.length < limit || last === undefined
        ? { revision: reached, key: wholeRevision }
        : { revision: last.revision, key: last.key };
    unflushed += articles.length + gone.length;
    return articles.length;
  };

  const tell = (always: boolean): void => {
    const now = performance.now();
    if (!always && now - toldAt < toldEveryMs) return;
    toldAt = now;
    changed();
  };

  /** One after the other: what a flush says of the index on the disk must be true of it. */
  let flushing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    flushing = flushing.then(flushNow, flushNow);
    return flushing;
  };
  const flushNow = async (): Promise<void> => {
    if (open === null || !files.isWritable || unflushed === 0) return;
    const { set, followed } = open;
    const documents = savedCount(ports, set);
    unflushed = 0;
    await set.flush();
    files.setPlace({ library: rows.id, ...followed, documents });
  };

  const run = async (): Promise<void> => {
    const current = opened();
    const total = rows.countChangedAfter(current.followed);
    building = total > largestSlice ? { done: 0, total } : null;
    let limit = atOnce;
    while (!isClosed && isBehind()) {
      const begun = performance.now();
      const done = step(limit);
      const took = performance.now() - begun;
      limit = Math.max(1, Math.min(largestSlice, Math.round((limit * sliceMs) / Math.max(1, took)), limit * 2));
      if (building !== null) building = { ...building, done: Math.min(building.total, building.done + done) };
      tell(false);
      if (unflushed >= flushEvery) await flush();
      await nextTurn();
    }
    building = null;
    tell(true);
  };

  /** Resolves with whether it got to the end; why it did not has been reported. */
  const follow = (): Promise<boolean> => {
    running ??= run()
      .then(
        () => true,
        (error: unknown) => {
          report(error);
          return false;
        },
      )
      .finally(() => {
        running = null;
        if (!isClosed) flushSoon();
      });
    return running;
  };

  const flushSoon = (): void => {
    if (flushTimer !== null) clearTimeout(flushTimer);
    flushTimer = setTimeout(() => void flush().catch(report), quietMs);
    flushTimer.unref();
  };

  return {
    index: () => {
      const { set } = opened();
      if (running === null && isBehind()) {
        step(atOnce);
        if (isBehind()) void follow();
        else flushSoon();
      }
      return set;
    },
    status: () => {
      if (open === null) return { state: 'ready', documents: 0, done: 0, total: 0 };
      const documents = savedCount(ports, open.set);
      if (building === null) return { state: 'ready', documents, done: documents, total: documents };
      return { state: 'building', documents, ...building };
    },
    follow: () => void follow(),
    settle: async () => {
      while (await follow()) if (isClosed || !isBehind()) break;
      await flush();
    },
    close: async () => {
      isClosed = true;
      if (flushTimer !== null) clearTimeout(flushTimer);
      await running;
      if (open === null) return;
      await flush().catch(report);
      await open.set.close();
    },
  };
}

/** Opens the index if it is whole and ours, else begins a new one. */
function openUp(ports: Ports): Open {
  const { rows, files, report } = ports;
  const place = files.place();
  if (place?.library === rows.id && place.revision <= rows.revision()) {
    try {
      const set = files.open();
      if (savedCount(ports, set) === place.documents) return { set, followed: place };
      void set.close();
    } catch (error) {
      report(error);
    }
  }
  files.erase();
  return { set: files.open(), followed: { revision: 0, key: 0 } };
}

function savedCount({ storyCount }: Ports, set: IndexSet): number {
  return set.documentCount - storyCount();
}
