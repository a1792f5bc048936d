/** What the thread of an import is given, and what it sends back. All of it can be cloned. */
import type { ImportedStory } from '../importers/import-record.ts';
import type { PreparedArticle } from '../library/prepare-article.ts';
import type { GivenFile } from './file-set.ts';

/** `main` is the text of a page, `page` all that it holds. */
export type Extent = 'main' | 'page';

export interface ImportTask {
  readonly inputs: readonly GivenFile[];
  readonly all: ReadonlyMap<string, string>;
  /** Rows before this one are accounted for: they are read, since later ones come after them, and passed over. */
  readonly from: number;
  /** Only these rows, of those from `from` on; null for all. */
  readonly only: ReadonlySet<number> | null;
  /** Rows that ended an earlier thread, with the reason: they are not touched again. */
  readonly poisoned: ReadonlyMap<number, string>;
  /** Files whose reading ended an earlier thread, by their place among the inputs: after which row, and why. */
  readonly broken: ReadonlyMap<number, { readonly before: number; readonly reason: string }>;
  /** Where pictures and originals are kept; null for a preview, which keeps nothing. */
  readonly dataDirectory: string | null;
  readonly keepOriginals: boolean;
  readonly extent: Extent;
  /** ISO 8601: the date of saving of what has none. */
  readonly now: string;
  /** `ImportProgress` in shared memory, so that it is known even of a thread that hangs. */
  readonly progress: SharedArrayBuffer;
}

/** Places in `progress`, as 32-bit numbers. */
export const progressPlaces = { row: 0, file: 1, phase: 2 } as const;
export const progressBytes = 12;
export const phases = { reading: 0, preparing: 1 } as const;

export type PreparedRow = {
  /** Among all rows of the import, from 0. */
  readonly ordinal: number;
  readonly input: string;
  readonly row: number;
  readonly title: string;
} &
  /** `remark` is what the importer mended or could not keep; null for nothing. */
  (
    | { readonly kind: 'article'; readonly prepared: PreparedArticle; readonly remark: string | null }
    | { readonly kind: 'marks'; readonly story: ImportedStory }
    | { readonly kind: 'no-content' | 'failed'; readonly reason: string }
  );

export interface ImportParcel {
  readonly rows: readonly PreparedRow[];
  readonly filesDone: number;
  /** What the files begun so far were taken for. */
  readonly formats: readonly (readonly [name: string, files: number])[];
}
