/** `lectern content`: compiles a collection's sources and tells every fault with its place and remedy. */
import { join } from 'node:path';
import { compileCollection } from '../../content/compiler/compile-collection.ts';
import { formatProblem, type Problem } from '../../content/compiler/problems.ts';
import { scaffoldCollection } from '../../content/compiler/scaffold.ts';
import { AppError } from '../contract/errors.ts';
import type { Terminal } from './terminal.ts';

/** Throws `AppError` if anything stands in the way; what was in `out` is left then. */
export async function makeBundle(source: string, out: string, terminal: Pick<Terminal, 'out' | 'err'>): Promise<void> {
  const print = (prefix: string, problems: readonly Problem[]) => {
    for (const problem of problems) {
      terminal.err(`${prefix}${formatProblem({ ...problem, file: join(source, problem.file) })}\n`);
    }
  };
  const result = await compileCollection(source, out).catch((cause: unknown) => {
    throw new AppError('collection-missing', explain(cause, source), undefined, { cause });
  });
  print('warning: ', result.warnings);
  if (!result.ok) {
    print('', result.problems);
    throw new AppError('invalid-input', `${result.problems.length} to mend in ${source}; nothing was written.`);
  }
  const { stories, words, bytes } = result;
  terminal.out(`${stories} stories, ${words} words, ${(bytes / 1_000_000).toFixed(1)} MB in ${out}\n`);
}

/** Writes an empty publication to begin with. Throws `AppError` for a folder that holds anything. */
export async function makeNewPublication(directory: string, terminal: Pick<Terminal, 'out'>): Promise<void> {
  const made = await scaffoldCollection(directory, new Date());
  if (!made.ok) throw new AppError('invalid-input', made.reason);
  terminal.out(`${made.files.length} files in ${directory}. Begin with publication.yaml.\n`);
}

function explain(cause: unknown, source: string): string {
  if (!(cause instanceof Error)) return String(cause);
  const isMissing = 'code' in cause && cause.code === 'ENOENT' && 'path' in cause && cause.path === source;
  return isMissing ? `There is no folder ${source}. Name the one that holds publication.yaml.` : cause.message;
}
