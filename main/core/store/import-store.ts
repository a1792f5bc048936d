/** Imports and their rows, as the rest of the core sees them. */
import type { ImportCounts, ImportRow, ImportSummary, RowOutcome } from '../../contract/import-entities.ts';

export interface ImportFileEntry {
  readonly path: string;
  readonly name: string;
  /** By which it came through a window; null for a file that was named on this machine. */
  readonly upload: string | null;
}

export interface StoredImport {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly state: ImportSummary['state'];
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly files: readonly ImportFileEntry[];
  readonly keepOriginals: boolean;
  readonly onlyRows: readonly number[] | null;
  readonly filesDone: number;
  readonly formats: ImportSummary['formats'];
  readonly message: string | null;
}

export interface AccountedRow extends ImportRow {
  readonly ordinal: number;
  readonly revision: number | null;
  /** Whether the article was made by this row. */
  readonly isNew: boolean;
  /** A snapshot (article-snapshots.ts), or null. */
  readonly before: string | null;
}

/** What an import did to one article, over all its rows. */
export interface ImportedTrace {
  readonly articleId: string;
  readonly isNew: boolean;
  readonly before: string | null;
  /** After its last row. */
  readonly revision: number;
}

export interface ImportStore {
  create(made: Omit<StoredImport, 'key' | 'filesDone' | 'formats' | 'message' | 'finishedAt'>): StoredImport;
  find(id: string): StoredImport | null;
  /** Newest first. */
  list(): StoredImport[];
  update(
    id: string,
    change: Partial<Pick<StoredImport, 'state' | 'finishedAt' | 'keepOriginals' | 'filesDone' | 'formats' | 'message'>>,
  ): void;
  remove(id: string): void;
  addRows(key: number, rows: readonly AccountedRow[]): void;
  counts(key: number): ImportCounts;
  /** One more than the ordinal of the last row. */
  nextOrdinal(key: number): number;
  rows(key: number, outcome: RowOutcome | null, limit: number, offset: number): ImportRow[];
  allRows(key: number): Iterable<ImportRow>;
  failedOrdinals(key: number): number[];
  traces(key: number): ImportedTrace[];
  /** Everything within is one transaction, writes of the library too. */
  within<Result>(run: () => Result): Result;
}
