/** What the steps of a merge (merge-library.ts) work with, good within one transaction. */
import type { LibraryStore, LibraryWriter } from '../library-store.ts';
import type { RowCopier } from './row-copier.ts';

export interface Merging {
  readonly library: LibraryStore;
  readonly writer: LibraryWriter;
  readonly copier: RowCopier;
  /** Whether a text that differs takes the place of the present one. */
  readonly bringsText: boolean;
  readonly now: Date;
}
