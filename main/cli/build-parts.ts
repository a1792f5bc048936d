/**
 * Makes the parts of Lectern that a checkout lacks or that are older than their sources: the collection, the window, the
 * built programs. Whatever there is to say goes to standard error, which leaves standard output to results.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
    sources: ['content', ...shared, ...text],
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
      await buildWithVite(join(root, 'vite.config.ts'), join(root, 'renderer'), log);
    },
  },
  programs: {
    mark: 'dist/electron/preload.cjs',
    sources: ['main', 'content/compiler', 'vite.main.config.ts', ...shared],
    build: async (root, log) => {
      log('Building the programs.\n');
      await buildWithVite(join(root, 'vite.main.config.ts'), root, log);
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

async function buildWithVite(configFile: string, root: string, log: Log): Promise<void> {
  const { createBuilder, createLogger } = await import('vite');
  // Vite prints to standard output by itself.
  const print = (message: string) => {
    log(`${message}\n`);
  };
  const customLogger = { ...createLogger('warn'), info: () => undefined, warn: print, warnOnce: print, error: print };
  const builder = await createBuilder({ root, configFile, customLogger, logLevel: 'warn' }, null); // null: as `vite build` does
  await builder.buildApp();
}
