/**
 * `npm run bench [-- NAME [OPTION…]]`: runs the bench called NAME, or else every one whose path contains it, one after the
 * other, each in a process of its own so that memory is its own too; what follows NAME is theirs. A bench is a program
 * that prints a table; nothing here decides pass or fail.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';
const benches = globSync('{main,renderer,content,e2e}/**/*.bench.ts', { cwd: root }).sort();
const named = benches.filter((file) => basename(file) === `${wanted}.bench.ts`);
const chosen = named.length > 0 ? named : benches.filter((file) => file.includes(wanted));

if (chosen.length === 0) {
  console.error(`No bench is called "${wanted}". There are: ${benches.join(', ')}.`);
  process.exitCode = 2;
}

for (const file of chosen) {
  console.log(`\n## ${file}\n`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(root, file), ...process.argv.slice(3)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
