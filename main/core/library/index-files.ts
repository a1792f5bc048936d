/** The folder `index/` of the data folder, and who may write there. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableIndexSet } from '../search/index-set.ts';
import { readIndexPlace, writeIndexPlace } from './index-place.ts';
import type { IndexFiles } from './library-index.ts';

interface Options {
  /** The data folder. */
  readonly dataDirectory: string;
  /** Opens or begins the set in a folder that is there. */
  readonly open: (directory: string) => WritableIndexSet;
  readonly isWritable: boolean;
}

export function createIndexFiles({ dataDirectory, open, isWritable }: Options): IndexFiles {
  const directory = join(dataDirectory, 'index');
  return {
    isWritable,
    open: () => {
      mkdirSync(directory, { recursive: true });
      return open(directory);
    },
    place: () => readIndexPlace(directory),
    setPlace: (place) => {
      writeIndexPlace(directory, place);
    },
    erase: () => {
      if (isWritable) rmSync(directory, { recursive: true, force: true });
    },
  };
}
