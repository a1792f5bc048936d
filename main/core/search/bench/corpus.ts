/**
 * What the benches search in: a file of articles as JSON Lines, gzipped or not, `{id, title, body or text or html, author,
 * tags}` a line, and groups of queries, from a `queries.json` beside it or else made from the articles.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { QueryGroups } from './groups.ts';
import type { BenchDocument } from './peer.ts';
import { makeQueries } from './made-queries.ts';

export const corpusWeights = { title: 3, tags: 2, author: 1, body: 1 } as const;

/** `--corpus`, `LECTERN_CORPUS` (a file, or a folder with articles-50k.jsonl.gz), or the one beside the repository. */
export function findCorpus(asked: string | undefined): string | null {
  const shared = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'corpus');
  const named =
    [asked, process.env['LECTERN_CORPUS'], shared].find((path) => path !== undefined && path !== '') ?? shared;
  const file = /\.jsonl?(\.gz)?$/.test(named) ? named : join(named, 'articles-50k.jsonl.gz');
  return existsSync(file) ? file : null;
}

/** The first `count`; fewer where the file has fewer. */
export async function readCorpus(file: string, count: number): Promise<BenchDocument[]> {
  const bytes = createReadStream(file);
  const lines = createInterface({ input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
  const documents: BenchDocument[] = [];
  for await (const line of lines) {
    if (documents.length === count) break;
    if (line.trim() !== '') documents.push(documentOf(JSON.parse(line) as Record<string, unknown>, documents.length));
  }
  bytes.destroy();
  return documents;
}

export async function readQueries(file: string): Promise<QueryGroups> {
  const beside = join(dirname(file), 'queries.json');
  if (existsSync(beside)) return JSON.parse(readFileSync(beside, 'utf8')) as QueryGroups; // README of the corpus
  return makeQueries(await readCorpus(file, 5000));
}

function documentOf(line: Record<string, unknown>, number: number): BenchDocument {
  const html = textOf(line['html']).replace(/<[^>]*>/g, ' ');
  const body = [line['body'], line['text'], html].map(textOf).find((text) => text !== '') ?? '';
  return {
    id: textOf(line['id']) || String(number),
    fields: { title: textOf(line['title']), tags: textOf(line['tags']), author: textOf(line['author']), body },
  };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
