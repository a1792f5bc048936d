/**
 * Measures one engine over one number of articles, in a process of its own: `build` (build, save, add one) or `ask` (load,
 * memory, latencies). What is measured is printed at once, a JSON object a line, so that a process that must be ended
 * leaves what it had. Started by search.bench.ts.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus, readQueries, corpusWeights } from './corpus.ts';
import { groupsOf, type Group } from './groups.ts';
import type { BenchDocument, Peer, PeerKind } from './peer.ts';
import { peers } from './peers/all.ts';
import { median, percentile } from './statistics.ts';

/** One line of output. `p95` and `of` for latencies: how many queries of the group were reached in its time. */
export interface Measured {
  readonly measure: string;
  readonly value: number;
  readonly p95?: number;
  readonly reached?: string;
}

/** No group may take longer; what of it was reached counts. */
const groupLimitMs = 60_000;
const passes = 3;

const { values } = parseArgs({
  options: {
    phase: { type: 'string' },
    peer: { type: 'string' },
    size: { type: 'string' },
    corpus: { type: 'string' },
    directory: { type: 'string' },
  },
});
const { phase, peer: peerName = '', size = '', corpus = '', directory = '' } = values;
const kind = peers[peerName];
if (kind === undefined) throw new Error(`No engine is called "${peerName}".`);
if (phase === 'build') await measureBuild(kind);
else await measureAsking(kind);

async function measureBuild(engine: PeerKind): Promise<void> {
  const documents = await readCorpus(corpus, Number(size));
  const peer = engine.create({ directory, weights: corpusWeights });
  print({ measure: 'build', value: await timed(() => peer.build(documents)) });
  print({ measure: 'save', value: await timed(() => peer.save()) });
  print({ measure: 'disk', value: sizeOf(directory) });
  print({ measure: 'peak', value: process.resourceUsage().maxRSS / 1024 });
  if (engine.cannot.add === undefined) {
    const times: number[] = [];
    for (const document of documents.slice(0, 9)) times.push(await timed(() => addFound(peer, document, times.length)));
    print({ measure: 'add', value: median(times), p95: percentile(times, 1) });
  }
  await peer.close();
}

/** Adds a copy of an article with a word that none has, and looks for it. */
async function addFound(peer: Peer, { fields }: BenchDocument, number: number): Promise<void> {
  const word = `zzadded${'abcdefghij'.charAt(number)}`;
  const id = `added-${number}`;
  await peer.add({ id, fields: { ...fields, body: `${fields['body'] ?? ''} ${word}` } });
  const found = peer.search({ mode: 'any', words: [{ text: word, as: 'word' }] }, 20);
  if (found[0] !== id) throw new Error('What was added is not found.');
}

async function measureAsking(engine: PeerKind): Promise<void> {
  const groups = groupsOf(await readQueries(corpus));
  const first = groups[0]?.queries[0] ?? { mode: 'any', words: [] };
  const before = residentMb();
  const begun = performance.now();
  const peer = engine.create({ directory, weights: corpusWeights });
  await peer.load();
  peer.search(first, 20);
  print({ measure: 'load', value: performance.now() - begun });
  print({ measure: 'memory', value: residentMb() - before });
  for (const group of groups) {
    if (group.needs === null || engine.cannot[group.needs] === undefined) print(measureGroup(peer, group));
  }
  print({ measure: 'memory after all', value: residentMb() - before });
  await peer.close();
}

/** Best of three for each query, in three passes over the group, so that no pass finds the last query's work still warm. */
function measureGroup(peer: Peer, { name, queries }: Group): Measured {
  const ends = performance.now() + groupLimitMs;
  const best: number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const reached = pass === 0 ? queries : queries.slice(0, best.length);
    for (const [index, query] of reached.entries()) {
      if (performance.now() > ends) break;
      const begun = performance.now();
      peer.search(query, 20);
      best[index] = Math.min(best[index] ?? Number.POSITIVE_INFINITY, performance.now() - begun);
    }
  }
  const part = best.length < queries.length ? { reached: `${best.length} of ${queries.length}` } : {};
  return { measure: name, value: median(best), p95: percentile(best, 0.95), ...part };
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function residentMb(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function print(measured: Measured): void {
  console.log(JSON.stringify(measured));
}
