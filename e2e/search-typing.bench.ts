/**
 * `npm run build && npm run bench -- search-typing [--sizes 1000,10000]`: search as a reader meets it, over a library of
 * imported articles: keystroke to painted results in Chromium, and a query with twenty passages over HTTP, beside
 * kiwix-serve on the same articles where Debian's zim-tools and kiwix-tools are installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { collectionDirectory } from './collection.ts';
import { findCorpus, readQueries, writeImport, type CorpusQueries } from './corpus.ts';
import { findOrInstallBrowser } from './find-browser.ts';
import { startBrowserShell, type ShellWindow } from './fixtures/shells.ts';
import { hasKiwix, makeZim, startKiwix } from './kiwix.ts';
import { SearchPage } from './pages/search-page.ts';
import { installProbe, takeProbe } from './typing-probe.ts';

/** Between two keys: about 100 words a minute. */
const keyPause = 120;
const mostTyped = 30;

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000' } } });
const corpus = findCorpus();
const binary = findOrInstallBrowser();
if (corpus === null) console.log('No corpus here: set LECTERN_CORPUS.');
else if (binary === null) console.log('No Chromium here.');
else {
  const queries = await readQueries(corpus);
  console.log(
    '| articles | import | keystroke to painted, p50 / p95 | keys | overtaken | 20 passages over HTTP, p50 / p95 |',
  );
  console.log('|---|---|---|---|---|---|');
  const kiwix: string[] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    const scratch = mkdtempSync(join(tmpdir(), 'lectern-typing-'));
    console.log(await measureOurs(corpus, size, scratch, binary, queries));
    if (hasKiwix()) kiwix.push(await measureKiwix(corpus, size, scratch, queries));
    rmSync(scratch, { recursive: true, force: true });
  }
  if (kiwix.length === 0) console.log('\nkiwix-serve is not measured: zimwriterfs and kiwix-serve are not installed.');
  else
    console.log(
      ['\n| articles | zimwriterfs | kiwix-serve, 20 passages, p50 / p95 |', '|---|---|---|', ...kiwix].join('\n'),
    );
}

async function measureOurs(
  file: string,
  size: number,
  scratch: string,
  browser: string,
  queries: CorpusQueries,
): Promise<string> {
  const dataDirectory = join(scratch, 'data');
  mkdirSync(dataDirectory);
  const articles = join(scratch, 'articles.jsonl');
  await writeImport(file, size, articles);
  const importMs = importArticles(articles, dataDirectory);
  const shell = await startBrowserShell({
    binary: browser,
    dataDirectory,
    home: null,
    collectionDirectory,
    leaks: null,
    context: { viewport: { width: 1440, height: 900 } },
  });
  try {
    const keys = await typeAll(shell.page, queries.typed.slice(0, mostTyped));
    const measured = keys.flatMap(({ ms }) => ms ?? []);
    const passages = await askAll(shell, queries.words);
    const cells = [
      size.toLocaleString('en'),
      `${(importMs / 1000).toFixed(1)} s`,
      pair(measured),
      measured.length,
      keys.length - measured.length,
      pair(passages),
    ];
    return `| ${cells.join(' | ')} |`;
  } finally {
    await shell.close();
  }
}

function importArticles(file: string, dataDirectory: string): number {
  const program = join(import.meta.dirname, '..', 'dist', 'cli', 'lectern.js');
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'import', file, '--data', dataDirectory, '--collection', collectionDirectory],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status !== 0) throw new Error(`lectern import: ${stderr.slice(-500)}`);
  return performance.now() - begun;
}

/** The first sequence warms the window up and does not count. */
async function typeAll(page: Page, sequences: readonly string[]) {
  await installProbe(page);
  await page.reload();
  const search = new SearchPage(page);
  await search.open();
  const all = [];
  for (const [index, text] of sequences.entries()) {
    await search.field.fill('');
    await page.waitForTimeout(2 * keyPause);
    await takeProbe(page);
    await search.field.pressSequentially(text, { delay: keyPause });
    await search.hits.first().waitFor();
    await page.waitForTimeout(2 * keyPause);
    const results = await takeProbe(page);
    if (index > 0) all.push(...results);
  }
  return all;
}

/** As the window asks: the method over HTTP with the session's cookie. Each query once, after a round of ten. */
async function askAll({ page, origin }: ShellWindow, words: readonly string[]): Promise<number[]> {
  const cookies = await page.context().cookies(origin);
  const headers = {
    'content-type': 'application/json',
    origin,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
  return timeEach(words, async (query) => {
    const body = JSON.stringify({ query, limit: 20 });
    const response = await fetch(`${origin}/api/search.find`, { method: 'POST', headers, body });
    const reply = (await response.json()) as { ok: boolean; message?: string }; // every method answers so
    if (!reply.ok) throw new Error(reply.message);
  });
}

async function measureKiwix(file: string, size: number, scratch: string, { words }: CorpusQueries): Promise<string> {
  const zim = await makeZim(file, size, scratch);
  const server = await startKiwix(zim.file, 38_471);
  try {
    const times = await timeEach(words, (query) => server.search(query));
    return `| ${size.toLocaleString('en')} | ${zim.seconds.toFixed(1)} s | ${pair(times)} |`;
  } finally {
    server.stop();
  }
}

async function timeEach(words: readonly string[], ask: (query: string) => Promise<unknown>): Promise<number[]> {
  for (const query of words.slice(0, 10)) await ask(query);
  const times: number[] = [];
  for (const query of words) {
    const begun = performance.now();
    await ask(query);
    times.push(performance.now() - begun);
  }
  return times;
}

function pair(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1);
  return `${at(0.5)} / ${at(0.95)} ms`;
}
