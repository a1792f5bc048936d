/** Shelves as they stand within one another. Pure. */
import type { Shelf } from '../../main/contract/organise-entities.ts';

export interface ShelfRow {
  readonly shelf: Shelf;
  /** 0 for an outermost shelf. */
  readonly depth: number;
  readonly hasInner: boolean;
}

/** In the order in which they are read, without what stands within a shelf of `folded`. */
export function shelfRows(shelves: readonly Shelf[], folded: ReadonlySet<number> = new Set()): readonly ShelfRow[] {
  const within = Map.groupBy(shelves, ({ parent }) => parent);
  const rows = (parent: number | null, depth: number): readonly ShelfRow[] =>
    (within.get(parent) ?? []).flatMap((shelf) => {
      const hasInner = within.has(shelf.id);
      return [{ shelf, depth, hasInner }, ...(folded.has(shelf.id) ? [] : rows(shelf.id, depth + 1))];
    });
  return rows(null, 0);
}

/** Whether a shelf stands within another, or is that shelf itself. */
export function isWithin(shelves: readonly Shelf[], id: number, outer: number): boolean {
  if (id === outer) return true;
  const parent = shelves.find((shelf) => shelf.id === id)?.parent ?? null;
  return parent !== null && isWithin(shelves, parent, outer);
}

export interface ShelfMove {
  readonly parent: number | null;
  /** The sibling that it will stand before; null for the end. */
  readonly before: number | null;
}

/** One step up or down among its siblings; null if there is none. */
export function stepShelf(shelves: readonly Shelf[], { id, parent }: Shelf, by: 1 | -1): ShelfMove | null {
  const siblings = shelves.filter((shelf) => shelf.parent === parent);
  const at = siblings.findIndex((shelf) => shelf.id === id);
  if (siblings[at + by] === undefined) return null;
  return { parent, before: siblings[by === 1 ? at + 2 : at - 1]?.id ?? null };
}
