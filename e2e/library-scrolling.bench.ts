/**
 * `npm run build && npm run bench -- library-scrolling [--sizes 50,5000,50000]`: the library's list as a reader meets it, in
 * Chromium over a library of made articles: from its address to painted rows, frames while it is flung, and how long a row
 * stands empty after a leap to anywhere.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectionDirectory } from './collection.ts';
import { findOrInstallBrowser } from './find-browser.ts';
import { startBrowserShell, type ShellWindow } from './fixtures/shells.ts';
import { madeLines } from './made-articles.ts';
import { fling, installScrollProbe, timeLeap, timeOpening } from './scroll-probe.ts';

/** Places in the list, as shares of its height: everywhere, and none near the one before. */
const leaps = Array.from({ length: 20 }, (_, index) => ((index * 7 + 3) % 20) / 20);
const openings = 15;
/** Pixels a frame: a slow wheel, a quick one, and a throw of the scrollbar. */
const speeds = [60, 400, 3000];
const flungFrames = 180;

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '50,5000,50000' } } });
const binary = findOrInstallBrowser();
if (binary === null) console.log('No Chromium here.');
else {
  console.log('| articles | address to rows, p50 / max | leap, p50 / max | ' + speeds.map(heading).join(' | ') + ' |');
  console.log(`|---|---|---|${speeds.map(() => '---|').join('')}`);
  for (const size of values.sizes.split(',').map(Number)) {
    const scratch = mkdtempSync(join(tmpdir(), 'lectern-scrolling-'));
    console.log(await measure(size, scratch, binary));
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log('\nFrames: longest; share over 16.7 ms and over 33 ms; frames with a row still on its way.');
}

function heading(speed: number): string {
  return `${speed} px a frame`;
}

async function measure(size: number, scratch: string, browser: string): Promise<string> {
  const dataDirectory = join(scratch, 'data');
  importMade(size, dataDirectory, join(scratch, 'articles.jsonl'));
  const shell = await startBrowserShell({
    binary: browser,
    dataDirectory,
    home: null,
    collectionDirectory,
    leaks: null,
    context: { viewport: { width: 1440, height: 900 } },
  });
  try {
    return await measureWindow(size, shell);
  } finally {
    await shell.close();
  }
}

async function measureWindow(size: number, { page }: ShellWindow): Promise<string> {
  await installScrollProbe(page);
  await timeOpening(page, '#/library'); // warms the window up and does not count
  const opened: number[] = [];
  for (let time = 0; time < openings; time += 1) {
    await page.evaluate(() => (location.hash = '#/about'));
    await page.getByRole('main').locator('lectern-about').waitFor();
    opened.push(await timeOpening(page, `#/library?order=${time % 2 === 0 ? 'saved' : 'title'}`));
  }
  const leapt: number[] = [];
  for (const share of leaps) leapt.push(await timeLeap(page, share));
  const flung: string[] = [];
  for (const speed of speeds) {
    await timeLeap(page, 0);
    const { frames, empty } = await fling(page, speed, flungFrames);
    const longest = Math.max(...frames);
    flung.push(`${longest.toFixed(0)} ms; ${share(frames, 16.7)}, ${share(frames, 33)}; ${empty}`);
  }
  const cells = [size.toLocaleString('en'), `${pair(opened)} ms`, `${pair(leapt)} ms`, ...flung];
  return `| ${cells.join(' | ')} |`;
}

/** A frame that comes when it should may be a tenth of a millisecond late by the clock. */
function share(frames: readonly number[], limit: number): string {
  return `${((100 * frames.filter((ms) => ms > limit + 0.5).length) / frames.length).toFixed(1)}%`;
}

function pair(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `${(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(0)} / ${(sorted.at(-1) ?? Number.NaN).toFixed(0)}`;
}

function importMade(size: number, dataDirectory: string, file: string): void {
  writeFileSync(file, madeLines(size));
  const program = join(import.meta.dirname, '..', 'dist', 'cli', 'lectern.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'import', file, '--data', dataDirectory, '--collection', collectionDirectory],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status !== 0) throw new Error(`lectern import: ${stderr.slice(-500)}`);
}
