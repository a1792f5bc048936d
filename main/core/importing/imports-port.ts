/** What the core asks of imports, and what imports ask of the core. */
import type { ImportReport, ImportRow, ImportSummary, RowOutcome } from '../../contract/import-entities.ts';
import type { Library } from '../library/library.ts';
import type { ImportFileEntry } from '../store/import-store.ts';
import type { Store } from '../store/store.ts';
import type { RunPorts } from './import-run.ts';
import type { OpenCopy } from './library-copies.ts';

export interface Imports {
  preview(files: readonly ImportFileEntry[], keepOriginals: boolean): ImportSummary;
  /** Without `keepOriginals`, as the preview was asked for. */
  start(id: string, keepOriginals?: boolean): ImportSummary;
  cancel(id: string): Promise<ImportSummary>;
  undo(id: string): ImportSummary;
  retry(id: string): ImportSummary;
  list(): ImportSummary[];
  get(id: string): ImportSummary;
  rows(id: string, outcome: RowOutcome | null, limit: number, offset: number): { total: number; items: ImportRow[] };
  csv(id: string): { fileName: string; content: string };
  /** From files to the report in one go, for a command. */
  runThrough(files: readonly ImportFileEntry[], options: ThroughOptions): Promise<ImportReport>;
  /** Goes on with what another process left behind. */
  resume(): void;
  close(): Promise<void>;
}

export interface ThroughOptions {
  readonly dryRun: boolean;
  readonly keepOriginals: boolean;
  readonly progress: (read: number) => void;
}

export interface ImportsPorts extends Omit<RunPorts, 'library' | 'imports' | 'dataDirectory'> {
  readonly store: Store;
  readonly library: Library;
  /** The library over a copy of the store. */
  readonly openCopy: OpenCopy;
}
