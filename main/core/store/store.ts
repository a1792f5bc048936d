/** The reader's marks, answers and settings, as the rest of the core sees them. Writes are on the disk when they return. */
import type { Marks, Recommendation, Settings } from '../../contract/entities.ts';
import type { AppError } from '../../contract/errors.ts';
import type { FeedStore } from './feed-store.ts';
import type { ImportStore } from './import-store.ts';
import type { LibraryStore } from './library-store.ts';
import type { LinkStore } from './link-store.ts';
import type { SearchStore } from './search-store.ts';

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export interface StoredMark extends Marks {
  readonly bookmarkedAt: string | null;
}

export interface Store {
  readonly directory: string;
  /** Why nothing can be kept; null for a store that works. Reads of a failed store are empty, writes throw this. */
  readonly fault: AppError | null;
  readonly library: LibraryStore;
  readonly imports: ImportStore;
  readonly searches: SearchStore;
  readonly feeds: FeedStore;
  readonly links: LinkStore;
  mark(id: string): StoredMark;
  /** Only of those that have a mark. */
  marksOf(ids: readonly string[]): ReadonlyMap<string, StoredMark>;
  /** Ids of articles begun and not finished, what was read last first; some may be of no article any more. */
  begun(): readonly string[];
  setBookmark(id: string, bookmarked: boolean): void;
  setProgress(id: string, progress: number, block: number): void;
  clearProgress(id: string): void;
  recommendation(id: string): Recommendation | null;
  /** Newest first. */
  recommendations(): readonly Recommendation[];
  setRecommendation(answer: Pick<Recommendation, 'articleId' | 'verdict' | 'reasons' | 'opinion'>): Recommendation;
  withdrawRecommendation(id: string): void;
  settings(): Settings;
  /** Settings left out, or undefined, stay as they are. */
  setSettings(change: SettingsChange): Settings;
  /** A copy of the whole library file, as it is now, in a folder that is there. */
  copyTo(directory: string): Promise<void>;
  close(): void;
}

/** Progress from which an article counts as finished: the end mark, give or take a line. */
export const finishedAt = 0.99;

export const noMark: StoredMark = {
  bookmarked: false,
  bookmarkedAt: null,
  progress: 0,
  block: 0,
  finished: false,
  recommended: null,
  readAt: null,
};
