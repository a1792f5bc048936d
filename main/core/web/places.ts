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
  /** The program of the threads that read what is imported. */
  readonly jobEntry: string;
  readonly preload: string;
  readonly version: string;
}

const packageFile = z.object({ version: z.string() });

/** `entryFile` is the running program: `main/cli/*.ts` of a checkout, `dist/cli/*.js` or `dist/electron/*.js` of a build. */
export function placesOf(entryFile: string): Places {
  const root = join(entryFile, '..', '..', '..');
  const isSource = extname(entryFile) === '.ts';
  const program = (source: string[], built: string) =>
    isSource ? join(root, 'main', 'core', ...source) : join(root, 'dist', 'core', built);
  return {
    root,
    collectionDirectory: join(root, 'dist', 'collection'),
    windowDirectory: join(root, 'dist', 'renderer'),
    coreEntry: program(['host', 'core-process.ts'], 'core-process.js'),
    jobEntry: program(['importing', 'import-process.ts'], 'import-process.js'),
    preload: join(root, 'dist', 'electron', 'preload.cjs'),
    version: packageFile.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
  };
}
