/** What a core is made with and what it offers to a shell. Shells take these from core.ts. */
import type { Dispatch } from '../contract/dispatcher.ts';
import type { EventMessage } from '../contract/events.ts';
import type { ExportFormat } from '../contract/export-formats.ts';
import type { ExportPreview, ExportSelection } from '../contract/export-methods.ts';
import type { FeedPass } from '../contract/feed-entities.ts';
import type { ImportReport } from '../contract/import-entities.ts';
import type { ExportTarget } from './exporting/export-to-path.ts';

export interface CoreOptions {
  /** A compiled bundle. */
  readonly collectionDirectory: string;
  /** The reader's own folder; null to read only and keep nothing. */
  readonly dataDirectory: string | null;
  /** Why the library in that folder must not be opened, in words; then nothing is kept, and nothing is made there. */
  readonly libraryFault?: string | undefined;
  readonly version: string;
  /** The program of the threads that read what is imported; the source beside this file if it is left out. */
  readonly jobEntry?: URL;
  /** False to open no connection whatever the settings say. */
  readonly network?: boolean;
  /** Whether links may lead into private networks: for a reader of an intranet, and for tests. */
  readonly allowPrivate?: boolean | undefined;
  readonly now: () => Date;
  /** Where backups go; `backups/` of the data folder if it is left out. */
  readonly backupDirectory?: string | undefined;
  /** Called when another library waits to take the place of ours: whoever can closes this core and makes another one. */
  readonly reopen?: () => void;
  /** For a command that ends: nothing is done in the background, and the index is looked after when it is asked to be. */
  readonly isBrief?: boolean;
  /** Told of bugs, with the method they happened in. */
  readonly report: (method: string, error: unknown) => void;
}

export interface Core {
  readonly dispatch: Dispatch;
  onEvent(listener: (message: EventMessage) => void): () => void;
  /**
   * Files and folders that somebody at this machine named, into the library. Throws `AppError` for a fault of the disk or a store that
   * cannot be opened; whatever is wrong with a file stands in the report.
   */
  importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportReport>;
  /** To a place that somebody at this machine named, in this thread. Throws `AppError`. */
  exportFiles(order: ExportOrder, target: ExportTarget): Promise<void>;
  /** What it would hold. */
  previewExport(order: ExportOrder): Promise<ExportPreview>;
  /** Resolves when no refresh of feeds is at work, with how the last one ended; null if there was none. */
  settleFeeds(): Promise<FeedPass | null>;
  /** Resolves when everything that is saved can be found. */
  settleIndex(): Promise<void>;
  /** Finishes what is being written. */
  close(): Promise<void>;
}

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly selection: ExportSelection;
}

export interface ImportOptions {
  /** Reports what would happen, by doing it to a copy. */
  readonly dryRun: boolean;
  /** Keeps each file beside the text that was made of it. */
  readonly keepOriginals: boolean;
  /** Told how many rows have been read. */
  readonly progress: (read: number) => void;
}
