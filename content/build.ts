/**
 * `npm run content`: node content/build.ts [SOURCE] [--out DIR] [--watch]
 * Compiles a collection. Faults go to standard error, one a line; exit code 1 if there is one, 2 for wrong usage.
 *
 * What was made of a story is kept in node_modules/.cache/lectern-content, which may be deleted at any time.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../main/contract/errors.ts';
import { digest } from '../main/core/collection/bundle-schema.ts';
import { openCompileCache } from './compiler/compile-cache.ts';
import { compileAndTell, type CompileRequest, type Voice } from './compiler/compile-command.ts';
import { watchCollection } from './compiler/watch-collection.ts';
import { fingerprint } from './fingerprint.ts';

const usage = 'Usage: node content/build.ts [SOURCE] [--out DIR] [--watch]\n';
const home = join(import.meta.dirname, '..');

const voice: Voice = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === null) {
    voice.err(usage);
    return 2;
  }
  const { source, out, isWatching } = options;
  try {
    const folder = join(home, 'node_modules/.cache/lectern-content', digest(source).slice(0, 16));
    const request: CompileRequest = { source, out, cache: openCompileCache(folder, fingerprint(home)) };
    if (isWatching) await watchCollection(request, voice, untilStopped());
    else await compileAndTell(request, voice);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) && !isOfDisk(error)) throw error;
    voice.err(`${error.message}\n`);
    return 1;
  }
}

function isOfDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function readArguments(args: readonly string[]): { source: string; out: string; isWatching: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, watch: { type: 'boolean' } },
    });
    if (positionals.length > 1) return null;
    return {
      source: resolve(positionals[0] ?? join(home, 'content/the-patch')),
      out: resolve(values.out ?? join(home, 'dist/collection')),
      isWatching: values.watch === true,
    };
  } catch {
    return null; // an option that there is not
  }
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop();
      });
    }
  });
}
