/**
 * `npm run bench -- import [PATH…]`: pages a second and peak memory of the whole way from a page's HTML to a safe article,
 * beside Readability on jsdom, which gives text and no more, over the same pages, each in a process of its own. The peak
 * of a process is mostly what Node allows itself before it cleans up; what a way needs is the smallest heap it gets through
 * in, tried over thirty of the pages. PATHs are
 * HTML files or folders of them; without any, the stories of the compiled collection are laid out as sites lay them out,
 * and what was kept and lost of them is counted too.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCollection } from '../collection/open-collection.ts';
import { layOut } from './test-helpers/page-layouts.ts';

interface Page {
  readonly name: string;
  readonly html: string;
  /** What is to be found; null where nobody knows. */
  readonly truth: string | null;
}

interface Outcome {
  /** Of processor time, which others on the machine do not lengthen. */
  readonly seconds: number;
  readonly peakMb: number;
  readonly texts: readonly string[];
}

const root = join(import.meta.dirname, '..', '..', '..');
const mostPages = 600;

function pagesOf(paths: readonly string[]): Page[] {
  if (paths.length === 0) return madePages();
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? globSync(join(path, '**/*.html')) : [path]));
  const large = files.filter((file) => statSync(file).size > 4000).sort();
  const step = Math.max(1, large.length / mostPages);
  const chosen = Array.from(
    { length: Math.min(mostPages, large.length) },
    (_, index) => large[Math.floor(index * step)] ?? '',
  );
  return chosen.map((name) => ({ name, html: readFileSync(name, 'utf8'), truth: null }));
}

function madePages(): Page[] {
  const collection = openCollection(join(root, 'dist', 'collection'));
  return collection.summaries.flatMap(({ id, title, author }) => {
    const { html, blocks } = collection.body(id);
    return layOut({ id, title, author: author?.name ?? '', html }).map((page) => ({
      ...page,
      truth: blocks.join('\n'),
    }));
  });
}

const ways = {
  Lectern: `
    import { prepareArticle } from ${JSON.stringify(new URL('./prepare/prepare-article.ts', import.meta.url).href)};
    import { toText } from ${JSON.stringify(import.meta.resolve('hast-util-to-text'))};
    const hints = { title: '', standfirst: '', author: '', site: '', published: null, language: null };
    const read = (html) => toText(prepareArticle({ kind: 'html', html, extent: 'page', baseUrl: 'https://site.example/a/b.html', resources: () => null }, hints).tree);`,
  'Readability on jsdom': `
    import { Readability } from ${JSON.stringify(import.meta.resolve('@mozilla/readability'))};
    import { JSDOM } from ${JSON.stringify(import.meta.resolve('jsdom'))};
    const read = (html) => {
      const dom = new JSDOM(html, { url: 'https://site.example/a/b.html' });
      const text = new Readability(dom.window.document).parse()?.textContent ?? '';
      dom.window.close();
      return text;
    };`,
} as const;

/** Pages are read one by one, as an import does: what stays in memory is what the way keeps there. */
function run(way: string, file: string, heapMb: number | null = null): Outcome | null {
  const program = `${way}
    import { createReadStream, writeFileSync } from 'node:fs';
    import { createInterface } from 'node:readline';
    const texts = [];
    let microseconds = 0;
    for await (const line of createInterface({ input: createReadStream(${JSON.stringify(file)}) })) {
      const { html } = JSON.parse(line);
      const begun = process.cpuUsage();
      texts.push(read(html));
      const { user, system } = process.cpuUsage(begun);
      microseconds += user + system;
    }
    writeFileSync(${JSON.stringify(`${file}.out`)}, JSON.stringify({ seconds: microseconds / 1e6, peakMb: process.resourceUsage().maxRSS / 1024, texts }));`;
  const limit = heapMb === null ? [] : [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=2'];
  const { status } = spawnSync(process.execPath, [...limit, '--input-type=module', '-e', program], {
    stdio: 'ignore',
    timeout: heapMb === null ? 600_000 : 60_000, // a heap that is too small is cleaned up without end
  });
  return status === 0 ? (JSON.parse(readFileSync(`${file}.out`, 'utf8')) as Outcome) : null; // written by the line above
}

/** What a way needs rather than what Node lets it have: the smallest heap in which it gets through. In MB. */
function smallestHeap(way: string, file: string): number {
  const sizes = [20, 24, 28, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 384];
  let [low, high] = [0, sizes.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (run(way, file, sizes[middle] ?? 0) === null) low = middle + 1;
    else high = middle;
  }
  return sizes[low] ?? Number.NaN;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How much of `wanted` stands in `found`, word by word, each as often as it is there. */
function share(wanted: readonly string[], found: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  let held = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left > 0) held += 1;
    counts.set(word, left - 1);
  }
  return wanted.length === 0 ? 1 : held / wanted.length;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const pages = pagesOf(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const file = join(scratch, 'pages.jsonl');
writeFileSync(file, pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
const megabytes = pages.reduce((sum, { html }) => sum + html.length, 0) / 1e6;
console.log(`${pages.length} pages, ${megabytes.toFixed(1)} MB\n`);

const few = join(scratch, 'few.jsonl');
const every = Math.ceil(pages.length / 30);
writeFileSync(few, pages.flatMap((page, index) => (index % every === 0 ? [`${JSON.stringify(page)}\n`] : [])).join(''));

const outcomes = Object.entries(ways).map(([name, way]) => {
  const outcome = run(way, file);
  if (outcome === null) throw new Error(`${name} did not get through the pages.`);
  return { name, ...outcome, heapMb: smallestHeap(way, few) };
});
console.log('| | pages a second of processor time | smallest heap that suffices | peak memory of the process |');
console.log('|---|---|---|---|');
for (const { name, seconds, peakMb, heapMb } of outcomes)
  console.log(`| ${name} | ${(pages.length / seconds).toFixed(1)} | ${heapMb} MB | ${peakMb.toFixed(0)} MB |`);

const [ours, theirs] = outcomes.map(({ texts }) => texts.map(words));
const pairs = pages.map((_, index) => [ours?.[index] ?? [], theirs?.[index] ?? []] as const);
const same = pairs.filter(([one, other]) => one.join(' ') === other.join(' ')).length;
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
const [held, alsoTheirs] = [
  pairs.map(([one, other]) => share(other, one)),
  pairs.map(([one, other]) => share(one, other)),
];
console.log(
  `\nThe same words in the same order on ${percent(same / pages.length)} of the pages. Of the words that Readability keeps, we keep ` +
    `${percent(average(held))} (median ${percent(median(held))}); of ours it keeps ${percent(average(alsoTheirs))} (median ${percent(median(alsoTheirs))}).`,
);

if (pages.some(({ truth }) => truth !== null)) {
  console.log('\n| layout | pages | ours: story kept | of it story | Readability: story kept | of it story |');
  console.log('|---|---|---|---|---|---|');
  for (const layout of new Set(pages.map(({ name }) => name.replace(/^.*-/, '')))) {
    const rows = pages.flatMap(({ name, truth }, index) => {
      if (!name.endsWith(`-${layout}`) || truth === null) return [];
      const story = words(truth);
      const [one, other] = pairs[index] ?? [[], []];
      return [[share(story, one), share(one, story), share(story, other), share(other, story)]];
    });
    const column = (at: number): string => percent(average(rows.map((row) => row[at] ?? 0)));
    console.log(`| ${layout} | ${rows.length} | ${column(0)} | ${column(1)} | ${column(2)} | ${column(3)} |`);
  }
}
rmSync(scratch, { recursive: true });
