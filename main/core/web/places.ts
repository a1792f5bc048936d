/** Where the parts of an installed Lectern lie: the same tree in a checkout, a build and a packed app. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';

export interface Places {
  readonly root: string;
  readonly collectionDirectory: string;
  readonly windowDirectory: string;
  /** The program of the core's own thread or process. */
  readonly coreEntry: string;
  readonly preload: string;
  readonly version: string;
}

const packageFile = z.object({ version: z.string() });

/** `entryFile` is the running program: `main/cli/*.ts` of a checkout, `dist/cli/*.js` or `dist/electron/*.js` of a build. */
export function placesOf(entryFile: string): Places {
  const root = join(entryFile, '..', '..', '..');
  const core =
    extname(entryFile) === '.ts'
      ? join(root, 'main', 'core', 'host', 'core-process.ts')
      : join(root, 'dist', 'core', 'core-process.js');
  return {
    root,
    collectionDirectory: join(root, 'dist', 'collection'),
    windowDirectory: join(root, 'dist', 'renderer'),
    coreEntry: core,
    preload: join(root, 'dist', 'electron', 'preload.cjs'),
    version: packageFile.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
  };
}
