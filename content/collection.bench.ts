/**
 * What a collection costs as it grows: to compile, to compile again after one story was changed, and to start with. Sixty stories are ours; thousands are made from the
 * corpus (`LECTERN_CORPUS`, or ../shared/corpus), and that part is left out where there is none.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { scaffoldCollection } from './compiler/scaffold.ts';

interface CorpusArticle {
  readonly title: string;
  readonly body: string;
}

const corpus = join(
  process.env['LECTERN_CORPUS'] ?? join(import.meta.dirname, '..', '..', 'shared', 'corpus'),
  'articles-50k.jsonl.gz',
);
const scratch = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const starts = 9;

/** Runs `program` as a module in a fresh process and gives what it prints as JSON, with its peak memory in MB. */
function measure(program: string): { value: Record<string, number>; peakMb: number } {
  const body = `${program}
    console.log(JSON.stringify({ value, peakMb: process.resourceUsage().maxRSS / 1024 }));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', body], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { value: Record<string, number>; peakMb: number }; // printed by the two lines above
}

/** A compile that makes everything, and one in the same process, as a watch does it, after one story was written to. */
function compile(source: string, out: string): { fullMs: number; againMs: number; peakMb: number } {
  const compiler = (name: string) => JSON.stringify(new URL(`./compiler/${name}.ts`, import.meta.url).href);
  const [story = ''] = readdirSync(join(source, 'stories'));
  const { value, peakMb } = measure(`
    import { appendFileSync } from 'node:fs';
    import { openTemporaryCache } from ${compiler('compile-cache')};
    import { compileCollection } from ${compiler('compile-collection')};
    const cache = openTemporaryCache();
    const timed = async () => {
      const begun = performance.now();
      const result = await compileCollection(${JSON.stringify(source)}, ${JSON.stringify(out)}, cache);
      if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
      return performance.now() - begun;
    };
    const fullMs = await timed();
    appendFileSync(${JSON.stringify(join(source, 'stories', story))}, '\\n\\nOne paragraph more.\\n');
    const againMs = await timed();
    cache.remove();
    const value = { fullMs, againMs };`);
  return { fullMs: value['fullMs'] ?? Number.NaN, againMs: value['againMs'] ?? Number.NaN, peakMb };
}

/** Median time from nothing to a front page, and from there to the first search, each in a fresh process. */
function start(bundle: string): { frontMs: number; searchMs: number; peakMb: number } {
  const core = new URL('../main/core/core.ts', import.meta.url).href;
  const runs = Array.from({ length: starts }, () =>
    measure(`
      import { createCore } from ${JSON.stringify(core)};
      const begun = performance.now();
      const core = createCore({ collectionDirectory: ${JSON.stringify(bundle)}, dataDirectory: null, version: '0',
        now: () => new Date(), report: (method, error) => { throw error; } });
      await core.dispatch('front.get', {});
      const front = performance.now();
      await core.dispatch('search.find', { query: 'network' });
      const value = { frontMs: front - begun, searchMs: performance.now() - front };`),
  );
  return {
    frontMs: median(runs.map(({ value }) => value['frontMs'] ?? Number.NaN)),
    searchMs: median(runs.map(({ value }) => value['searchMs'] ?? Number.NaN)),
    peakMb: median(runs.map(({ peakMb }) => peakMb)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A source folder of `count` stories with texts of the corpus. */
async function makeLarge(count: number): Promise<string> {
  const folder = join(scratch, `source-${count}`);
  await scaffoldCollection(folder, new Date('2026-11-23T00:00:00Z'));
  mkdirSync(join(folder, 'stories'), { recursive: true });
  const lines = createInterface({ input: createReadStream(corpus).pipe(createGunzip()) });
  let made = 0;
  for await (const line of lines) {
    if (made === count) break;
    writeFileSync(join(folder, 'stories', `made-${made}.md`), story(made, JSON.parse(line) as CorpusArticle)); // README of the corpus
    made += 1;
  }
  return folder;
}

function story(number: number, { title, body }: CorpusArticle): string {
  const date = new Date(Date.UTC(2010, 0, 1 + (number % 5000))).toISOString().slice(0, 10);
  const plain = body.replaceAll(/[\\`*_{}[\]()#+\-.!|<>$:~^=&@]/g, ' ');
  return `---
id: made-${number}
title: ${JSON.stringify(
    `${title
      .replaceAll(/[."\\]/g, ' ')
      .slice(0, 70)
      .trim()} ${number}`,
  )}
standfirst: ${JSON.stringify(plain.slice(0, 160).trim() || 'None')}
section: notes
kind: brief
author: editor
published: ${date}
tags: [made]
sources:
  - { title: Manual pages, publication: Debian, year: 2024 }
---

${plain}
`;
}

const ours = join(scratch, 'ours');
cpSync(join(import.meta.dirname, 'the-patch'), ours, { recursive: true });
const sources = [{ name: `${readdirSync(join(ours, 'stories')).length} (The Patch)`, source: ours }];
if (existsSync(corpus)) sources.push({ name: '5,000 (corpus)', source: await makeLarge(5000) });
else console.log('No corpus here, so only our own stories are measured.\n');

console.log(
  '| stories | compile | after a change of one | peak memory | start to front page | first search after it | peak memory |',
);
console.log('|---|---|---|---|---|---|---|');
for (const { name, source } of sources) {
  const bundle = join(scratch, `bundle-${name.slice(0, 5).replaceAll(/\D/g, '')}`);
  const compiled = compile(source, bundle);
  const started = start(bundle);
  const cells = [
    name,
    `${(compiled.fullMs / 1000).toFixed(1)} s`,
    `${(compiled.againMs / 1000).toFixed(2)} s`,
    `${Math.round(compiled.peakMb)} MB`,
    `${Math.round(started.frontMs)} ms`,
    `${Math.round(started.searchMs)} ms`,
    `${Math.round(started.peakMb)} MB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
rmSync(scratch, { recursive: true, force: true });
