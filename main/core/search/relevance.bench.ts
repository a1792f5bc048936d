/**
 * `npm run bench -- relevance [--peers minisearch,fts5] [--corpus FILE] [--worst 20] [--pool]`: how good the order is, ours
 * beside what one can install, on the two development sets. `--worst` lists the queries on which we lose most; `--pool`
 * lists what any engine has among its first five and nobody has judged.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findCorpus } from './bench/corpus.ts';
import { readManualPages, readThePatch, type JudgedSet } from './bench/judged-sets.ts';
import { openLectern } from './bench/lectern-engine.ts';
import { qualityOf, type JudgedQuery } from './bench/measures.ts';
import { peers } from './bench/peers/all.ts';
import { openPeer, type AskedEngine } from './bench/relevance-engines.ts';
import { table } from './bench/statistics.ts';

interface Answers {
  readonly name: string;
  /** Parallel to the queries of the set. */
  readonly rankings: readonly (readonly string[])[];
}

const { values } = parseArgs({
  options: {
    peers: { type: 'string', default: 'fts5,minisearch,lunr,flexsearch,orama' },
    corpus: { type: 'string' },
    worst: { type: 'string', default: '0' },
    pool: { type: 'boolean', default: false },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'lectern-relevance-'));
const corpus = findCorpus(values.corpus);
const manualPages = corpus === null ? null : readManualPages(corpus);
if (manualPages === null) console.log('No relevance-dev.json.gz beside the corpus, so only The Patch is measured.\n');

for (const set of [readThePatch(join(scratch, 'bundle')), ...(manualPages === null ? [] : [manualPages])]) {
  const answers = await answersOf(set);
  for (const { name, includes } of partsOf(set)) {
    const chosen = set.queries.map((query, index) => includes(query, index));
    const queries = set.queries.filter((_, index) => chosen[index]);
    console.log(`\n### ${set.name}: ${name}, ${queries.length} queries, ${set.articles.length} articles\n`);
    const rows = answers.map(({ name: engine, rankings }) => {
      const { ndcg, mrr, recall, success } = qualityOf(
        queries,
        rankings.filter((_, index) => chosen[index]),
      );
      return [engine, ...[ndcg, mrr, recall, success].map((value) => value.toFixed(3))];
    });
    console.log(table(['', 'nDCG@10', 'MRR', 'recall@10', 'success@1'], rows));
  }
  if (Number(values.worst) > 0) console.log(worst(set, answers, Number(values.worst)));
  if (values.pool) console.log(unjudged(set, answers));
}
rmSync(scratch, { recursive: true, force: true });

async function answersOf(set: JudgedSet): Promise<Answers[]> {
  const kinds = values.peers.split(',').flatMap((name) => peers[name] ?? []);
  const answers: Answers[] = [];
  for (const open of [
    (of: JudgedSet) => openLectern(of, scratchOf(of)),
    ...kinds.map((kind) => (of: JudgedSet) => openPeer(kind, of.articles, scratchOf(of))),
  ]) {
    const engine: AskedEngine = await open(set);
    const rankings: (readonly string[])[] = [];
    for (const { text } of set.queries) rankings.push(await engine.ask(text, 10));
    await engine.close();
    answers.push({ name: engine.name, rankings });
  }
  return answers;
}

function scratchOf(set: JudgedSet): string {
  const folder = join(scratch, set.bundle === null ? 'pages' : 'stories');
  mkdirSync(folder, { recursive: true });
  return folder;
}

interface Part {
  readonly name: string;
  includes(query: JudgedQuery, index: number): boolean;
}

/** Of the manual pages the even and the odd queries apart, so that what is tuned on one half can be looked at on the other. */
function partsOf({ queries }: JudgedSet): Part[] {
  const all = { name: 'all', includes: () => true };
  return queries.some(({ misspelt }) => misspelt)
    ? [
        all,
        { name: 'as they are spelt', includes: ({ misspelt }) => !misspelt },
        { name: 'misspelt', includes: ({ misspelt }) => misspelt },
      ]
    : [
        all,
        { name: 'even half', includes: (_, index) => index % 2 === 0 },
        { name: 'odd half', includes: (_, index) => index % 2 === 1 },
      ];
}

function worst({ queries }: JudgedSet, [ours, ...others]: readonly Answers[], count: number): string {
  const lines = queries.map((query, index) => {
    const of = (one: Answers | undefined): number => qualityOf([query], [one?.rankings[index] ?? []]).ndcg;
    const best = Math.max(...others.map(of));
    const first = (ours?.rankings[index] ?? []).slice(0, 5).join(' ');
    return {
      loss: best - of(ours),
      line: `${of(ours).toFixed(2)} against ${best.toFixed(2)}  ${query.text}  [${first}]`,
    };
  });
  const sorted = lines.filter(({ loss }) => loss > 0).sort((a, b) => b.loss - a.loss);
  return ['', ...sorted.slice(0, count).map(({ line }) => line)].join('\n');
}

function unjudged({ queries }: JudgedSet, answers: readonly Answers[]): string {
  return queries
    .map(({ text, relevant }, index) => {
      const pooled = new Set(answers.flatMap(({ rankings }) => (rankings[index] ?? []).slice(0, 5)));
      return `${text}: ${[...pooled].filter((id) => !relevant.has(id)).join(' ')}`;
    })
    .join('\n');
}
