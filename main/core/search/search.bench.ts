/**
 * `npm run bench -- search [--sizes 1000,10000,50000] [--peers fts5,minisearch] [--corpus FILE.jsonl.gz]`: our engine beside
 * what one can install from npm, over the same articles with the same queries, in one run; a table a size.
 *
 * Each engine has two processes of its own a size: one builds, saves and adds; the other loads and is asked. Latencies are
 * those of the engine alone, from the words of a query to the ids of the first twenty.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { findCorpus, readQueries } from './bench/corpus.ts';
import { groupsOf } from './bench/groups.ts';
import type { Measured } from './bench/measure.ts';
import { peers } from './bench/peers/all.ts';
import { comparison, type PeerFigures } from './bench/comparison.ts';

/** A process that takes longer is ended, and what it had not printed yet is missing. */
const limitMinutes = 10;
const heapMb = 6144;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    peers: { type: 'string', default: Object.keys(peers).join(',') },
    corpus: { type: 'string' },
  },
});
const corpus = findCorpus(values.corpus);
const sizes = values.sizes.split(',').map(Number);
const chosen = values.peers.split(',').filter((name) => name !== '');
const unknown = chosen.filter((name) => peers[name] === undefined);

if (corpus === null) {
  console.log('No corpus here: give --corpus FILE.jsonl.gz or LECTERN_CORPUS.');
} else if (unknown.length > 0 || sizes.some((size) => !(size > 0))) {
  console.error(`Engines are ${Object.keys(peers).join(', ')}; sizes are numbers, with commas between.`);
  process.exitCode = 2;
} else {
  const groups = groupsOf(await readQueries(corpus));
  for (const size of sizes) {
    const figures: PeerFigures[] = [];
    for (const name of chosen) {
      const kind = peers[name];
      if (kind !== undefined) figures.push({ kind, ...(await measure(name, size, corpus)) });
    }
    console.log(`\n### ${size.toLocaleString('en')} articles\n`);
    console.log(comparison(figures, groups));
  }
  console.log('\nMilliseconds are median / 95th percentile over the queries of a group, best of three each.');
  console.log(
    `In brackets: how many times ours. A process is ended after ${limitMinutes} minutes or ${heapMb} MB of heap.`,
  );
  for (const name of chosen) console.log(`- ${peers[name]?.settings ?? ''}`);
}

/** `ended` says why a process did not come to its end. */
async function measure(peer: string, size: number, file: string): Promise<Omit<PeerFigures, 'kind'>> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const own = join(directory, peer);
  mkdirSync(own);
  const measured = new Map<string, Measured>();
  let ended: string | null = null;
  for (const phase of ['build', 'ask']) {
    ended ??= await runPhase([phase, peer, String(size), file, own], measured);
  }
  rmSync(directory, { recursive: true, force: true });
  return { measured, ended };
}

async function runPhase(
  [phase = '', peer = '', size = '', corpusFile = '', directory = '']: readonly string[],
  measured: Map<string, Measured>,
): Promise<string | null> {
  const program = join(import.meta.dirname, 'bench', 'measure.ts');
  const child = spawn(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heapMb}`, program, '--phase', phase, '--peer', peer, '--size', size].concat(
      ['--corpus', corpusFile, '--directory', directory],
    ),
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMinutes * 60_000, killSignal: 'SIGKILL' },
  );
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>; // as Node documents it
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const one = JSON.parse(line) as Measured; // printed by measure.ts
    measured.set(one.measure, one);
  }
  const [code, signal] = await ended;
  if (code === 0) return null;
  if (signal === 'SIGKILL') return `ended after ${limitMinutes} min`;
  return /heap out of memory|Allocation failed/.test(complaint)
    ? `over ${heapMb} MB`
    : `failed: ${firstLine(complaint)}`;
}

function firstLine(complaint: string): string {
  return /^\w*Error.*$/m.exec(complaint)?.[0] ?? 'without a word';
}
