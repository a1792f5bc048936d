/** `lectern content`: compiles a collection's sources and tells every fault with its place and remedy. */
import { openTemporaryCache } from '../../content/compiler/compile-cache.ts';
import { compileAndTell } from '../../content/compiler/compile-command.ts';
import { scaffoldCollection } from '../../content/compiler/scaffold.ts';
import { watchCollection } from '../../content/compiler/watch-collection.ts';
import { AppError } from '../contract/errors.ts';
import type { Terminal } from './terminal.ts';

/** Throws `AppError` if anything stands in the way; what was in `out` is left then. */
export async function makeBundle(source: string, out: string, terminal: Pick<Terminal, 'out' | 'err'>): Promise<void> {
  await compileAndTell({ source, out }, terminal);
}

/**
 * Compiles, and again with every change, until it is told to stop. What was made of a story is kept in a temporary folder
 * for as long: a publisher's own folders are for sources and bundles.
 */
export async function keepMakingBundle(source: string, out: string, terminal: Terminal): Promise<void> {
  const cache = openTemporaryCache();
  try {
    const stopped = terminal.untilStopped();
    terminal.err('Compiles with every change. Ctrl+C ends it.\n');
    await watchCollection({ source, out, cache }, terminal, stopped);
  } finally {
    cache.remove();
  }
}

/** Writes an empty publication to begin with. Throws `AppError` for a folder that holds anything. */
export async function makeNewPublication(directory: string, terminal: Pick<Terminal, 'out'>): Promise<void> {
  const made = await scaffoldCollection(directory, new Date());
  if (!made.ok) throw new AppError('invalid-input', made.reason);
  terminal.out(`${made.files.length} files in ${directory}. Begin with publication.yaml.\n`);
}
