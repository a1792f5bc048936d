/**
 * Makes the parts of Lectern that a checkout lacks or that are older than their sources: the collection, the window, the
 * built programs. Whatever there is to say goes to standard error, which leaves standard output to results.
 */
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../contract/errors.ts';
import { makeBundle } from './content-command.ts';

type PartName = 'collection' | 'window' | 'programs';

interface Part {
  /** Written last or first by the build: as old as the whole. */
  readonly mark: string;
  /** Files and folders. */
  readonly sources: readonly string[];
  readonly build: (root: string, log: Log) => Promise<void>;
}

type Log = (text: string) => void;

const shared = ['package.json', 'main/contract'];
const text = ['main/core/collection', 'main/core/exporters', 'main/core/related', 'main/core/search', 'main/core/text'];

const parts: Readonly<Record<PartName, Part>> = {
  collection: {
    mark: 'dist/collection/manifest.json',
    sources: ['content', 'main/core/remember.ts', ...shared, ...text],
    build: async (root, log) => {
      log('Making the collection.\n');
      await makeBundle(join(root, 'content', 'the-patch'), join(root, 'dist', 'collection'), { out: log, err: log });
    },
  },
  window: {
    mark: 'dist/renderer/index.html',
    sources: ['renderer', 'vite.config.ts', ...shared],
    build: async (root, log) => {
      log('Building the window.\n');
      await buildWithVite(root, 'vite.config.ts');
    },
  },
  programs: {
    mark: 'dist/electron/preload.cjs',
    sources: ['main', 'content/compiler', 'vite.main.config.ts', ...shared],
    build: async (root, log) => {
      log('Building the programs.\n');
      await buildWithVite(root, 'vite.main.config.ts');
    },
  },
};

export async function buildParts(root: string, names: readonly PartName[], log: Log): Promise<void> {
  for (const name of names) {
    const { mark, sources, build } = parts[name];
    const inRoot = (path: string) => join(root, path);
    if (isStale(inRoot(mark), sources.map(inRoot))) await build(root, log);
  }
}

/** Whether `made` is missing, or older than any file of `sources`. Tests and hidden files make nothing stale. */
export function isStale(made: string, sources: readonly string[]): boolean {
  const builtAt = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.some((source) => newest(source) > builtAt);
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const times = readdirSync(path)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.test.ts'))
    .map((name) => newest(join(path, name)));
  return Math.max(0, ...times);
}

/** In a process of its own, whose output is told only if it fails. */
async function buildWithVite(root: string, configFile: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--config', configFile], { cwd: root });
  } catch (cause) {
    if (!(cause instanceof Error) || !('stderr' in cause)) throw cause;
    throw new AppError('internal', `${configFile} could not be built.\n${String(cause.stderr)}`, undefined, { cause });
  }
}
