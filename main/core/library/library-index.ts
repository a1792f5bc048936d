/**
 * Keeps the index over all articles in step with the library. It follows the library's revisions and nothing else, so a
 * save in this process, one in another, a crash half way and an index that was deleted are all the same to it: it reads
 * on from where it was, which it notes in the index itself. Searches go on meanwhile, since it works in short slices.
 *
 * The index is a cache. Whatever is wrong with it, it is thrown away and made again from the store.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { IndexStatus } from '../../contract/search-entities.ts';
import type { IndexSet } from '../search/index-set.ts';
import type { OpenedIndexSet } from '../search/set/open-index-set.ts';
import type { ChangePlace, LibraryReader } from '../store/library-store.ts';
import { indexedSaved } from './indexed-saved.ts';

export interface LibraryIndex {
  /** Opened at the first question. What was saved just before is in it, unless that was a great deal. */
  index(): IndexSet;
  status(): IndexStatus;
  /** Another edition of the collection has taken the place of the one in the index. */
  storiesChanged(): void;
  /** The library has changed: goes after it soon. */
  follow(): void;
  /** Resolves when everything saved so far is found and on the disk. `swift` lets nothing else run for seconds. */
  settle(pace?: 'gentle' | 'swift'): Promise<void>;
  /** After a long import: as `settle` swiftly, and what it brought then lies in few segments, which are faster to search. */
  finish(): Promise<void>;
  /** Throws away what there is and makes it again in the background: what lies on the disk cannot be trusted. */
  rebuild(): void;
  close(): Promise<void>;
}

interface Ports {
  readonly rows: LibraryReader;
  /** Opens the set with the collection's stories in it. Called once, at the first need. */
  readonly open: () => { readonly set: OpenedIndexSet; readonly storyCount: number };
  /** The collection as it is now, for a set that is open. */
  readonly stories: () => { readonly segment: Uint8Array | null; readonly count: number };
  /** Told of progress, at most a few times a second. */
  readonly changed: () => void;
  readonly report: (error: unknown) => void;
}

/** What a question waits for: as many articles are indexed before it is answered. */
const atOnce = 16;
/** How long a slice of background work may take, in milliseconds. */
const sliceMs = 25;
const largestSlice = 512;
/** As many articles as the engine puts into one segment. */
const swiftSlice = 2500;
const quietMs = 2000;
const toldEveryMs = 250;
/** Articles between two flushes of a long building, so that a crash does not lose all of it. */
const flushEvery = 10_000;

/** The key of a place after all that a revision changed. */
const wholeRevision = Number.MAX_SAFE_INTEGER;

interface Open {
  readonly set: OpenedIndexSet;
  readonly storyCount: number;
  followed: ChangePlace;
}

export function createLibraryIndex(ports: Ports): LibraryIndex {
  const { rows, changed, report } = ports;
  let open: Open | null = null;
  let hasNewStories = false;
  let running: Promise<boolean> | null = null;
  let flushTimer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let unflushed = 0;
  let building: { done: number; total: number } | null = null;
  let toldAt = 0;

  /** Throws what reading the collection throws: whoever asks may ask again, and is answered when it is whole. */
  const opened = (): Open => {
    if (open === null) {
      hasNewStories = false;
      open = openUp(ports);
      void mergeAndFlush(open.set).catch(report);
    } else if (hasNewStories) {
      const { segment, count } = ports.stories();
      open.set.setBundled(segment);
      open = { ...open, storyCount: count };
      hasNewStories = false;
    }
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
    const trashed = articles.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);
    const gone = [...trashed, ...rows.purgedAfter(current.followed.revision)];
    if (gone.length > 0) current.set.remove(gone);
    const live = articles.filter(({ deletedAt }) => deletedAt === null);
    current.set.add(live.map((article) => indexedSaved(rows, article)));
    const last = articles.at(-1);
    current.followed =
      articles.length < limit || last === undefined
        ? { revision: reached, key: wholeRevision }
        : { revision: last.revision, key: last.key };
    unflushed += articles.length + gone.length;
    return articles.length;
  };

  /** Segments that whoever wrote them had no time to merge make every search slower. */
  const mergeAndFlush = async (set: OpenedIndexSet): Promise<void> => {
    const before = set.segmentCount;
    await set.merged();
    if (!isClosed && set.segmentCount < before) await set.flush();
  };

  const tell = (always: boolean): void => {
    const now = performance.now();
    if (!always && now - toldAt < toldEveryMs) return;
    toldAt = now;
    changed();
  };

  const flush = async (): Promise<void> => {
    if (open === null || unflushed === 0) return;
    unflushed = 0;
    open.set.setNote(printNote(rows.id, open));
    await open.set.flush();
  };

  const run = async (pace: 'gentle' | 'swift'): Promise<void> => {
    const total = rows.countChangedAfter(opened().followed);
    building = total > largestSlice ? { done: 0, total } : null;
    let limit = atOnce;
    while (!isClosed && isBehind()) {
      const begun = performance.now();
      const done = step(pace === 'swift' ? swiftSlice : limit);
      const took = Math.max(1, performance.now() - begun);
      limit = Math.max(1, Math.min(largestSlice, limit * 2, Math.round((limit * sliceMs) / took)));
      if (building !== null) building = { ...building, done: Math.min(building.total, building.done + done) };
      tell(false);
      if (unflushed >= flushEvery) await flush();
      await nextTurn();
    }
    building = null;
    tell(true);
  };

  /** Resolves with whether it got to the end; why it did not has been reported. */
  const follow = (pace: 'gentle' | 'swift' = 'gentle'): Promise<boolean> => {
    running ??= run(pace)
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

  const settle = async (pace?: 'gentle' | 'swift'): Promise<void> => {
    while (await follow(pace)) if (isClosed || !isBehind()) break;
    await flush();
  };

  const flushSoon = (): void => {
    if (flushTimer !== null) clearTimeout(flushTimer);
    flushTimer = setTimeout(() => void flush().catch(report), quietMs);
    flushTimer.unref();
  };

  return {
    index: () => {
      const { set } = opened();
      // Between two steps of following a few changes as well; a long building is not waited for.
      if (building === null && isBehind()) {
        step(atOnce);
        if (running === null) {
          if (isBehind()) void follow();
          else flushSoon();
        }
      }
      return set;
    },
    status: () => {
      if (open === null) return { state: 'ready', documents: 0, done: 0, total: 0 };
      const documents = open.set.documentCount - open.storyCount;
      if (building === null) return { state: 'ready', documents, done: documents, total: documents };
      return { state: 'building', documents, ...building };
    },
    // Not in the same breath as whatever changed the library: opening the index takes a while.
    follow: () => {
      setImmediate(() => {
        if (!isClosed) void follow();
      });
    },
    rebuild: () => {
      const current = opened();
      current.set.clear();
      current.followed = { revision: 0, key: 0 };
      void follow();
    },
    storiesChanged: () => {
      hasNewStories = true;
    },
    settle,
    finish: async () => {
      await settle('swift');
      await mergeAndFlush(opened().set);
    },
    close: async () => {
      isClosed = true;
      if (flushTimer !== null) clearTimeout(flushTimer);
      await running;
      if (open === null) return;
      open.set.setNote(printNote(rows.id, open));
      await open.set.close().catch(report);
    },
  };
}

const note = z.object({
  /** Of the library that the index was made from. */
  library: z.string(),
  revision: z.number().int().nonnegative(),
  key: z.number().int().nonnegative(),
  /** Saved articles in it. */
  documents: z.number().int().nonnegative(),
});

function printNote(library: string, { set, storyCount, followed }: Open): string {
  const value: z.infer<typeof note> = { library, ...followed, documents: set.documentCount - storyCount };
  return JSON.stringify(value);
}

/** Goes on with the index on the disk if it is whole and of this library, else begins anew. */
function openUp({ rows, open }: Ports): Open {
  const { set, storyCount } = open();
  const found = readNote(set.note);
  const isOurs =
    found !== null &&
    found.library === rows.id &&
    found.revision <= rows.revision() &&
    found.documents === set.documentCount - storyCount;
  if (isOurs) return { set, storyCount, followed: { revision: found.revision, key: found.key } };
  set.clear();
  return { set, storyCount, followed: { revision: 0, key: 0 } };
}

function readNote(text: string | null): z.infer<typeof note> | null {
  if (text === null) return null;
  try {
    return note.parse(JSON.parse(text));
  } catch {
    return null; // another version's, or none: the index is a cache, and is made anew
  }
}
