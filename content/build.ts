/**
 * `npm run content`: node content/build.ts [SOURCE] [--out DIR]
 * Compiles a collection. Faults go to standard error, one a line; exit code 1 if there is one, 2 for wrong usage.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCollection } from './compiler/compile-collection.ts';
import { formatProblem, type Problem } from './compiler/problems.ts';

const usage = 'Usage: node content/build.ts [SOURCE] [--out DIR]\n';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === null) {
    process.stderr.write(usage);
    return 2;
  }
  const { source, out } = options;
  const begun = performance.now();
  try {
    const result = await compileCollection(source, out);
    print('warning: ', result.warnings, source);
    if (!result.ok) {
      print('', result.problems, source);
      process.stderr.write(`${result.problems.length} to mend; nothing was written.\n`);
      return 1;
    }
    const { stories, words, bytes } = result;
    const took = Math.round(performance.now() - begun);
    process.stdout.write(
      `${stories} stories, ${words} words, ${(bytes / 1_000_000).toFixed(1)} MB in ${relative('', out)}, ${took} ms\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]): { source: string; out: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    if (positionals.length > 1) return null;
    const home = join(import.meta.dirname, '..');
    return {
      source: positionals[0] ?? join(home, 'content/the-patch'),
      out: values.out ?? join(home, 'dist/collection'),
    };
  } catch {
    return null; // an option that there is not
  }
}

function print(prefix: string, problems: readonly Problem[], source: string): void {
  for (const problem of problems)
    process.stderr.write(`${prefix}${formatProblem({ ...problem, file: join(relative('', source), problem.file) })}\n`);
}
