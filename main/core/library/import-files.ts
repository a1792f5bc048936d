/**
 * Files into the library: an importer chosen by content, its records saved by the batch, every row accounted for. A new
 * format is one row in `importers`.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportReport, ImportRow } from '../../contract/import-entities.ts';
import type { ImportedArticle, ImportedContent, ImportRecord } from '../importers/import-record.ts';
import { readJsonLines } from '../importers/jsonl.ts';
import type { ArticleSource } from './article-tree.ts';
import type { Library } from './library.ts';
import { ownService, type ArticleToSave } from './prepare-article.ts';

interface Importer {
  /** Looks at the first bytes of the file. */
  readonly knows: (head: Uint8Array, name: string) => boolean;
  /** Whose ids its records bear. */
  readonly service: string;
  readonly read: (input: string, stream: AsyncIterable<Uint8Array>) => AsyncIterable<ImportRecord>;
}

const importers: readonly Importer[] = [
  {
    knows: (head, name) => /^(?:\xEF\xBB\xBF)?\s*\{/.test(asLatin(head)) || /\.(?:jsonl|ndjson)$/i.test(name),
    service: ownService,
    read: readJsonLines,
  },
];

/** Enough to tell formats apart, in bytes. */
const headSize = 4096;

/** Articles in a transaction: each waits for the disk once. */
const batchSize = 256;

/** Characters of text in a transaction, so that a few huge articles do not stand in memory together. */
const batchText = 8_000_000;

/** Throws `AppError` for a fault of the disk; what was reported as saved before it is safe. */
export async function importFiles(
  library: Library,
  paths: readonly string[],
  progress: (read: number) => void = () => undefined,
): Promise<ImportReport> {
  const rows: ImportRow[] = [];
  for (const path of paths) {
    const input = basename(path);
    const fail = (reason: string) => {
      rows.push({ input, row: 0, outcome: 'failed', reason, articleId: null });
    };
    try {
      const importer = importerFor(await readHead(path), input);
      if (importer === undefined) fail('No kind of file that can be imported: its first bytes say nothing known.');
      else await saveRecords(library, importer, importer.read(input, createReadStream(path)), rows, progress);
    } catch (error) {
      const reason = readFault(error);
      if (reason === null) throw error;
      fail(reason);
    }
  }
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    read: rows.length,
    imported: count('imported'),
    merged: count('merged'),
    noContent: count('no-content'),
    failed: count('failed'),
    rows,
  };
}

async function saveRecords(
  library: Library,
  importer: Importer,
  records: AsyncIterable<ImportRecord>,
  rows: ImportRow[],
  progress: (read: number) => void,
): Promise<void> {
  let waiting: { at: number; article: ArticleToSave }[] = [];
  let length = 0;
  const flush = () => {
    const outcomes = library.save(
      waiting.map(({ article }) => article),
      importer.service,
    );
    waiting.forEach(({ at }, index) => {
      const row = rows[at];
      const outcome = outcomes[index];
      if (row !== undefined && outcome !== undefined) rows[at] = { ...row, ...outcome };
    });
    waiting = [];
    length = 0;
    progress(rows.length);
  };
  const take = (record: ImportRecord) => {
    const { input, row } = record;
    if (record.kind !== 'article') {
      rows.push({ input, row, outcome: record.kind, reason: record.reason, articleId: null });
      return;
    }
    const article = withoutResources(record.article);
    // In its place among the rows; what became of it is known when its batch is saved.
    rows.push({ input, row, outcome: 'failed', reason: null, articleId: null });
    waiting.push({ at: rows.length - 1, article });
    length += lengthOf(article);
    if (waiting.length >= batchSize || length >= batchText) flush();
  };
  try {
    for await (const record of records) take(record);
  } catch (error) {
    // The file breaks off: what was read of it stays.
    if (readFault(error) !== null && waiting.length > 0) flush();
    throw error;
  }
  if (waiting.length > 0) flush();
}

/** For importers that bring no pictures along. */
function withoutResources({ content, ...article }: ImportedArticle): ArticleToSave {
  return { ...article, content: sourceOf(content), otherUrls: [], imagesWanted: 0, assets: [] };
}

function sourceOf(content: ImportedContent | null): ArticleSource | null {
  if (content?.kind === 'markdown') return { kind: 'text', text: content.markdown };
  return content?.kind === 'html' ? { kind: 'html', html: content.html } : content;
}

function lengthOf({ content }: ArticleToSave): number {
  if (content?.kind === 'text') return content.text.length;
  return content?.kind === 'html' ? content.html.length : 0;
}

function importerFor(head: Uint8Array, name: string): Importer | undefined {
  return importers.find(({ knows }) => knows(head, name));
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function asLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

const readFaults: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder.',
  EACCES: 'You may not read this file.',
  EPERM: 'You may not read this file.',
  EIO: 'The disk cannot read this file.',
};

/** Null for what is no fault of the file that was to be read. */
function readFault(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return readFaults[code] ?? null;
}
