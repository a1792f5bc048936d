/**
 * The index as one: the collection's segment, which never changes, those of the library on disk, and those of what has just
 * been saved, in memory. Owns every file in `directory`.
 *
 * New articles become a small segment at once; segments of like size are merged as they come together, so that there are
 * few at any time and each article is copied a few times only. What was deleted or replaced is struck out and goes at the
 * next merge.
 */
import { mkdirSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { WritableIndexSet } from '../index-set.ts';
import { segmentFiles } from '../segment/build-segment.ts';
import { DamagedSegment, segmentVersion } from '../segment/format.ts';
import { mergeSegments } from '../segment/merge-segments.ts';
import { goneFrom, hold, type HeldSegment } from './held-segment.ts';
import { readManifest, readSegmentFile, sweep, writeManifest, writeSegmentFile } from './manifest.ts';
import { usualScoring, type Scoring } from './scoring.ts';
import { createView, type View } from './view.ts';

export interface IndexSetOptions {
  /** The segment of the collection; null for none. */
  readonly bundled: Uint8Array | null;
  /** Where the library's part is kept; null to keep it in memory only. */
  readonly directory: string | null;
  readonly scoring?: Scoring;
  /** For a second process: what is added is found, and nothing is written. */
  readonly isReadOnly?: boolean;
}

export interface OpenedIndexSet extends WritableIndexSet {
  /** What the owner noted at the last flush; null if nothing usable was found: then the library must be indexed anew. */
  readonly note: string | null;
  /** Told with the next flush, in the same step as the segments: how far the index is. */
  setNote(note: string): void;
  /** Puts another collection's segment in the place of the bundled one. Throws `DamagedSegment`; then the old one stays. */
  setBundled(bundled: Uint8Array | null): void;
  /** Takes everything of the library out, for indexing it anew. */
  clear(): void;
  /** Resolves when there is nothing left to merge; what an import brought, or a process that ended before it was done. */
  merged(): Promise<void>;
  /** How many segments a search goes through. */
  readonly segmentCount: number;
}

/** As many segments of like size are merged into one. */
const mergeAt = 6;
/** Documents of a segment whose size is of the lowest class. */
const smallest = 16;
/** A segment with fewer of its documents left is made anew. */
const leastAlive = 0.6;

/** Throws `DamagedSegment` for a bad `bundled`; damage in `directory` means that `note` is null and the set is empty. */
export function openIndexSet({
  bundled,
  directory,
  scoring = usualScoring,
  isReadOnly = false,
}: IndexSetOptions): OpenedIndexSet {
  let fixed = bundled === null ? null : hold(bundled);
  const stored = directory === null ? null : readStored(directory);
  let own: HeldSegment[] = [...(stored?.segments ?? [])];
  let note = stored?.note ?? '';
  let nextFile = stored?.nextFile ?? 1;
  let generation = 1;
  let view: View | null = null;
  let isMerging: Promise<void> | null = null;
  let isClosed = false;

  const now = (): View => (view ??= createView(fixed === null ? own : [fixed, ...own], scoring));
  const changed = (): void => {
    view = null;
    generation += 1;
  };

  const strike = (ids: readonly string[]): void => {
    for (const segment of own) {
      for (const id of ids) {
        const document = segment.numberOf(id);
        if (document !== null) segment.deleted[document] = 1;
      }
    }
    own = own.filter((segment) => segment.liveCount() > 0);
  };

  /** Puts one segment in the place of several. Those may have lost documents while they were merged. */
  const replace = (merged: readonly HeldSegment[], file: Uint8Array | null, struck: readonly Uint8Array[]): void => {
    const made = file === null ? null : hold(file);
    merged.forEach((segment, index) => {
      segment.deleted.forEach((isGone, document) => {
        if (isGone === 0 || struck[index]?.[document] === 1 || made === null) return;
        const number = made.numberOf(segment.segment.columns.id(document));
        if (number !== null) made.deleted[number] = 1;
      });
    });
    const at = own.findIndex((segment) => merged.includes(segment));
    own = own.filter((segment) => !merged.includes(segment));
    if (made !== null && made.liveCount() > 0) own.splice(at, 0, made);
    changed();
  };

  const mergeInSlices = async (group: readonly HeldSegment[]): Promise<void> => {
    const struck = group.map(({ deleted }) => deleted.slice());
    const merge = mergeSegments(
      group.map(({ segment }, index) => ({ segment, isDeleted: (document) => struck[index]?.[document] === 1 })),
    );
    // Not in the same breath as whatever brought the article.
    await breathe();
    for (let step = merge.next(); ; step = merge.next()) {
      if (isClosed || group.some((segment) => !own.includes(segment))) return;
      if (step.done === true) {
        replace(group, step.value, struck);
        return;
      }
      await breathe();
    }
  };

  const mergeInBackground = (): void => {
    if (isMerging !== null || isClosed || mergeable(own).length === 0) return;
    isMerging = mergeInSlices(mergeable(own)).finally(() => {
      isMerging = null;
      mergeInBackground();
    });
  };

  const flush = (): void => {
    if (directory === null || isReadOnly) return;
    mkdirSync(directory, { recursive: true });
    for (const segment of own) {
      if (segment.file !== null) continue;
      const file = `${nextFile.toString(16)}.segment`;
      nextFile += 1;
      writeSegmentFile(directory, file, segment.bytes);
      segment.file = file;
    }
    const segments = own.map((segment) => ({ file: segment.file ?? '', deleted: goneFrom(segment) }));
    writeManifest(directory, { version: segmentVersion, note, nextFile, segments });
    sweep(directory, new Set(segments.map(({ file }) => file)));
  };

  return {
    get generation() {
      return generation;
    },
    get documentCount() {
      return now().documentCount;
    },
    get capacity() {
      return now().capacity;
    },
    get columns() {
      return now().columns;
    },
    get vocabulary() {
      return now().vocabulary;
    },
    get segmentCount() {
      return own.length + (fixed === null ? 0 : 1);
    },
    note: directory === null ? null : (stored?.note ?? null),
    search: (query) => now().search(query),
    idOf: (document) => now().idOf(document),
    documentOf: (id) => now().documentOf(id),
    vectorOf: (document) => now().vectorOf(document),
    setNote: (text) => {
      note = text;
    },
    add: (articles) => {
      if (articles.length === 0) return;
      const last = new Map(articles.map((article) => [article.id, article]));
      strike([...last.keys()]);
      for (const file of segmentFiles(last.values())) own.push(hold(file));
      changed();
      mergeInBackground();
    },
    remove: (ids) => {
      strike(ids);
      changed();
      mergeInBackground();
    },
    setBundled: (file) => {
      fixed = file === null ? null : hold(file);
      changed();
    },
    clear: () => {
      own = [];
      changed();
    },
    merged: async () => {
      if (!isReadOnly) mergeInBackground();
      while (isMerging !== null) await isMerging;
    },
    flush: () => {
      flush();
      return Promise.resolve();
    },
    close: async () => {
      isClosed = true;
      await isMerging;
      flush();
    },
  };
}

/** The segments to be merged next; empty if there is nothing to gain. */
function mergeable(segments: readonly HeldSegment[]): HeldSegment[] {
  const classes = new Map<number, HeldSegment[]>();
  for (const segment of segments) {
    const live = segment.liveCount();
    if (live < segment.segment.documentCount * leastAlive) return [segment];
    const size = Math.floor(Math.log(Math.max(1, live / smallest)) / Math.log(mergeAt));
    const alike = classes.get(size) ?? [];
    classes.set(size, [...alike, segment]);
  }
  return [...classes.values()].find((alike) => alike.length >= mergeAt) ?? [];
}

interface StoredSet {
  readonly segments: readonly HeldSegment[];
  readonly note: string;
  readonly nextFile: number;
}

/** All of what is on disk, or nothing: an index with a hole in it would answer wrongly without a word. */
function readStored(directory: string): StoredSet | null {
  const manifest = readManifest(directory);
  if (manifest === null) return null;
  try {
    const segments = manifest.segments.map(({ file, deleted }) =>
      hold(readSegmentFile(directory, file), file, deleted),
    );
    return { segments, note: manifest.note, nextFile: manifest.nextFile };
  } catch (error) {
    if (error instanceof DamagedSegment || isUnreadable(error)) return null;
    throw error;
  }
}

/** Lost, a folder in its place, no leave to read it, a bad disk: whatever the system says, there is no index. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
