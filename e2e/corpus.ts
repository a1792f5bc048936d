/** The articles and queries of a JSON Lines corpus, for benches that drive a shell from outside. */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export interface CorpusArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly tags: readonly string[];
}

export interface CorpusQueries {
  /** Whole words. */
  readonly words: readonly string[];
  /** Queries to be typed letter by letter. */
  readonly typed: readonly string[];
}

/** `LECTERN_CORPUS` (a file, or a folder that holds one), or what lies beside the repository; null for none. */
export function findCorpus(): string | null {
  const beside = join(import.meta.dirname, '..', '..', 'shared', 'corpus');
  const named = process.env['LECTERN_CORPUS'] ?? beside;
  const file = /\.jsonl?(\.gz)?$/.test(named) ? named : join(named, 'articles-50k.jsonl.gz');
  return existsSync(file) ? file : null;
}

/** The first `count`. */
export async function* readArticles(file: string, count: number): AsyncGenerator<CorpusArticle> {
  const bytes = createReadStream(file);
  let given = 0;
  for await (const line of createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })) {
    if (given === count) break;
    const { id = given, title, body, text, author = '', tags = [] } = JSON.parse(line) as Record<string, string>; // README of the corpus
    const list: unknown = tags;
    given += 1;
    yield {
      id: String(id),
      title: title ?? '',
      body: body ?? text ?? '',
      author,
      tags: typeof list === 'string' ? list.split(' ') : (list as string[]),
    };
  }
  bytes.destroy();
}

/** As JSON Lines that `lectern import` takes. Gives the number of articles. */
export async function writeImport(corpus: string, count: number, file: string): Promise<number> {
  const lines: string[] = [];
  for await (const { body, ...article } of readArticles(corpus, count)) {
    lines.push(JSON.stringify({ ...article, text: body, language: 'en' }));
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
  return lines.length;
}

/** From `queries.json` beside the corpus; titles' first words where there is none. */
export async function readQueries(corpus: string): Promise<CorpusQueries> {
  const beside = join(dirname(corpus), 'queries.json');
  if (existsSync(beside)) {
    const { t1, t2, t3, sayt } = JSON.parse(readFileSync(beside, 'utf8')) as Record<
      't1' | 't2' | 't3' | 'sayt',
      string[][]
    >; // as above
    const grown = sayt.map((words) => words.join(' '));
    return {
      words: [...t1, ...t2, ...t3].map((words) => words.join(' ')),
      typed: grown.filter((text, index) => grown[index + 1]?.startsWith(text) !== true),
    };
  }
  const titles: string[] = [];
  for await (const { title } of readArticles(corpus, 100)) titles.push(title.split(/\s+/).slice(0, 2).join(' '));
  return { words: titles, typed: titles.slice(0, 30) };
}
