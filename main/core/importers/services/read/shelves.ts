/** Folders that name the folder that they are in. */

export interface Shelf {
  readonly id: string;
  readonly name: string;
  /** The id of the shelf that it stands on; empty for none. */
  readonly parent: string;
}

/** By the id of each shelf: the names on the way to it, as a list of one. Circles and lost parents end a way. */
export function shelfPaths(shelves: readonly Shelf[]): ReadonlyMap<string, readonly string[][]> {
  const byId = new Map(shelves.map((shelf) => [shelf.id, shelf]));
  return new Map(shelves.map((shelf) => [shelf.id, pathOf(shelf, byId)]));
}

function pathOf(shelf: Shelf, byId: ReadonlyMap<string, Shelf>): string[][] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: Shelf | undefined = shelf; at !== undefined && !seen.has(at.id); at = byId.get(at.parent)) {
    seen.add(at.id);
    if (at.name !== '') names.unshift(at.name);
  }
  return names.length === 0 ? [] : [names];
}
