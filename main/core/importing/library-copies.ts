/** Copies of the library that previews are made on, each in a temporary folder that goes with it. By the import's id. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';

/** The library over a copy of the store. */
export type OpenCopy = (directory: string) => { readonly store: Store; readonly library: Library };

interface LibraryCopy {
  readonly directory: string;
  readonly store: Store;
  readonly library: Library;
}

export interface LibraryCopies {
  make(id: string): Promise<LibraryCopy>;
  get(id: string): LibraryCopy | undefined;
  /** Does nothing if there is none. */
  drop(id: string): void;
  dropAll(): void;
}

export function createLibraryCopies(store: Store, openCopy: OpenCopy): LibraryCopies {
  const copies = new Map<string, LibraryCopy>();
  const drop = (id: string): void => {
    const copy = copies.get(id);
    if (copy === undefined) return;
    copies.delete(id);
    copy.store.close();
    rmSync(copy.directory, { recursive: true, force: true });
  };
  return {
    make: async (id) => {
      const directory = mkdtempSync(join(tmpdir(), `lectern-${id}-`));
      await store.copyTo(directory);
      const copy = { directory, ...openCopy(directory) };
      copies.set(id, copy);
      return copy;
    },
    get: (id) => copies.get(id),
    drop,
    dropAll: () => {
      for (const id of [...copies.keys()]) drop(id);
    },
  };
}
