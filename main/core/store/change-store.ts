/** Changes to many saved articles at once, each with the way back. Good within one `write` only. */
import type { LibraryChange, Tag } from '../../contract/organise-entities.ts';

/** What was changed, and whether that can be undone. */
export interface ChangeDone {
  readonly changed: number;
  /** For `undo`; null if nothing was changed. */
  readonly undo: string | null;
}

export interface ShelfChange {
  readonly name?: string | undefined;
  readonly query?: string | null | undefined;
}

export interface ChangeWriter {
  /** To articles by their keys, all of which must be there. */
  change(keys: Iterable<number>, change: LibraryChange): ChangeDone;
  /** Null for a step that is not kept any more. What has been changed since stays as it is and is not counted. */
  undo(id: string | null): ChangeDone | null;
  /** The articles among them that lie in the trash, for good; answers how many. */
  purgeTrashed(keys: Iterable<number>): number;
  renameTag(name: string, to: string): ChangeDone & { readonly merged: boolean };
  colourTag(name: string, colour: Tag['colour']): void;
  removeTags(names: readonly string[]): ChangeDone;
  /** At the end of its siblings. */
  addShelf(name: string, parent: number | null, query: string | null): number;
  editShelf(shelf: number, change: ShelfChange): void;
  moveShelf(shelf: number, parent: number | null, before: number | null): void;
  removeShelf(shelf: number): ChangeDone;
  /** Puts articles before another one on the shelf, or at its end. */
  arrange(shelf: number, keys: readonly number[], before: number | null): ChangeDone;
}
