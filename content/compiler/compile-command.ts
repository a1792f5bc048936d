/** What `npm run content` and `lectern content` have in common: a compile, and telling a person what came of it. */
import { isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../main/contract/errors.ts';
import type { CompileCache } from './compile-cache.ts';
import { compileCollection } from './compile-collection.ts';
import { formatProblem, type Problem } from './problems.ts';

export interface CompileRequest {
  readonly source: string;
  readonly out: string;
  /** None for a compile that makes everything anew. */
  readonly cache?: CompileCache;
}

export interface Voice {
  /** Results. */
  out(text: string): void;
  /** Faults, a line each, with their places as an editor can open them. */
  err(text: string): void;
}

/** Throws `AppError` if anything stands in the way; what was in `out` is left then. */
export async function compileAndTell({ source, out, cache }: CompileRequest, voice: Voice): Promise<void> {
  const begun = performance.now();
  const print = (prefix: string, problems: readonly Problem[]) => {
    for (const problem of problems)
      voice.err(`${prefix}${formatProblem({ ...problem, file: shown(join(source, problem.file)) })}\n`);
  };
  const result = await compileCollection(source, out, cache).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('collection-missing', message, undefined, { cause });
  });
  print('warning: ', result.warnings);
  if (!result.ok) {
    print('', result.problems);
    throw new AppError('invalid-input', `${result.problems.length} to mend in ${shown(source)}; nothing was written.`);
  }
  const { stories, words, bytes } = result;
  const took = Math.round(performance.now() - begun);
  voice.out(`${stories} stories, ${words} words, ${(bytes / 1_000_000).toFixed(1)} MB in ${shown(out)}, ${took} ms\n`);
}

/** As short as it can be named from where the command was given. */
function shown(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') || isAbsolute(short) ? path : short || '.';
}
