/** Imports a file as the session does: the first format of the table that recognises it reads it. */
import { fileURLToPath } from 'node:url';
import { takeSample } from '../../detect/sample.ts';
import type { ImportedArticle, ImportRecord } from '../../import-record.ts';
import { openSourceFile } from '../../source-file.ts';
import { streamFormats } from '../../stream-formats.ts';

export interface Imported {
  /** Null for a file that no format takes. */
  readonly format: string | null;
  readonly records: readonly ImportRecord[];
  readonly articles: readonly ImportedArticle[];
}

export async function importFile(path: string, name = path.replace(/^.*\//, '')): Promise<Imported> {
  const source = openSourceFile(path, name);
  const sample = takeSample(name, source.head(65_536), null);
  for (const format of streamFormats) {
    if ((await format.recognise(sample, source)) === null) continue;
    const records: ImportRecord[] = [];
    for await (const record of format.read(source)) records.push(record);
    const articles = records.flatMap((record) => (record.kind === 'article' ? [record.article] : []));
    return { format: format.name, records, articles };
  }
  return { format: null, records: [], articles: [] };
}

/** A text of ours under `fixtures/services`. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/services/${name}`, import.meta.url));
}

export function importFixture(name: string): Promise<Imported> {
  return importFile(fixturePath(name));
}

/** A line a record, to compare accounts by. */
export function accountOf({ records }: Imported): string[] {
  return records.map((record) =>
    record.kind === 'article'
      ? `${record.row} article${record.remark === undefined ? '' : `: ${record.remark}`}`
      : `${record.row} ${record.kind}: ${'reason' in record ? record.reason : record.story.id}`,
  );
}
