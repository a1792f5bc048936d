/** Reads the inputs one after the other, whatever they are, and numbers the rows of all of them together. */
import { importBytes, detect } from '../importers/import-bytes.ts';
import { refusalOf } from '../importers/detect/refusals.ts';
import { takeSample } from '../importers/detect/sample.ts';
import type { ImportRecord } from '../importers/import-record.ts';
import { FileTooLarge, openSourceFile, wholeLimit, type SourceFile } from '../importers/source-file.ts';
import { streamFormats } from '../importers/stream-formats.ts';
import { besidePage } from './beside.ts';
import type { GivenFile } from './file-set.ts';

export interface ReadRow {
  readonly record: ImportRecord;
  readonly service: string;
}

export interface OpenedInput {
  /** For people. */
  readonly format: string;
  readonly rows: AsyncIterable<ReadRow>;
}

const sampleBytes = 65_536;
const namesOfFormats: Readonly<Record<string, string>> = {
  html: 'Saved page',
  singlefile: 'SingleFile page',
  mhtml: 'Web archive',
  epub: 'Book (EPUB)',
  pdf: 'PDF',
  markdown: 'Markdown',
  text: 'Plain text',
};

/** Never throws for what is wrong with a file: that is a row. */
export async function openInput(given: GivenFile, all: ReadonlyMap<string, string>): Promise<OpenedInput> {
  const { name } = given;
  let source: SourceFile;
  try {
    source = openSourceFile(given.path, name);
  } catch (error) {
    return failure(name, faultOf(error));
  }
  if (source.size === 0)
    return {
      format: 'Empty file',
      rows: one({ kind: 'no-content', input: name, row: 1, reason: 'The file is empty.' }),
    };
  try {
    const sample = takeSample(name, source.head(sampleBytes), null);
    for (const format of streamFormats) {
      if ((await format.recognise(sample, source)) === null) continue;
      return { format: format.name, rows: rowsOf(format.read(source), format.service, name) };
    }
    const detected = detect(sample);
    if (detected === null) return failure(name, refusalOf(sample));
    if (source.size > wholeLimit) return failure(name, new FileTooLarge(name).message);
    const context = { beside: besidePage(name, all), charset: null };
    const records = importBytes(name, await source.bytes(), context);
    const format = namesOfFormats[detected.format.name] ?? detected.format.name;
    return { format, rows: rowsOf(records, detected.format.name, name) };
  } catch (error) {
    return failure(name, faultOf(error));
  }
}

/** A fault in the middle is the last row of its file. */
async function* rowsOf(records: AsyncIterable<ImportRecord>, service: string, input: string): AsyncGenerator<ReadRow> {
  let row = 0;
  try {
    for await (const record of records) {
      row = record.row;
      yield { record, service: (record.kind === 'article' ? record.service : undefined) ?? service };
    }
  } catch (error) {
    yield { record: { kind: 'failed', input, row: row + 1, reason: faultOf(error) }, service };
  }
}

function failure(input: string, reason: string): OpenedInput {
  return { format: 'Unknown', rows: one({ kind: 'failed', input, row: 1, reason }) };
}

async function* one(record: ImportRecord): AsyncGenerator<ReadRow> {
  yield await Promise.resolve({ record, service: '' });
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file any more.',
  EISDIR: 'It is a folder.',
  EACCES: 'You may not read this file.',
  EPERM: 'You may not read this file.',
  EIO: 'The disk cannot read this file.',
};

function faultOf(error: unknown): string {
  if (error instanceof FileTooLarge) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = faults[code];
  if (known !== undefined) return known;
  return `It could not be read to the end: ${error instanceof Error ? error.message : String(error)}`;
}
