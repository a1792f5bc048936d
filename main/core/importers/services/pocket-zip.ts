/**
 * Pocket's last export: an archive of `part_000000.csv` and so on, of 10,000 rows each, and of `annotations/` with the
 * highlights, which are joined to the rows by their address.
 */
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { ImportedHighlight, ImportRecord } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { StreamFormat } from '../stream-format.ts';
import { isPocketTable, pocketRow } from './pocket-csv.ts';
import { archiveFormat, columnsOfEntry, passedOver } from './read/archive-format.ts';
import { fieldsOf, listOf, textIn } from './read/fields.ts';
import { readJson } from './read/json-stream.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { readRows } from './read/table-format.ts';
import { savedTime } from './read/times.ts';

/** More tables than any reader's archive has parts are not looked into. */
const mostTables = 2000;

export const pocketZipFormat: StreamFormat = archiveFormat({
  name: 'Pocket export',
  service: 'pocket',
  recognise: async (archive) =>
    (await tablesIn(archive)).length > 0 || annotationsIn(archive).length > 0
      ? 'It holds the tables of a Pocket export.'
      : null,
  read: readPocket,
});

async function* readPocket(archive: ArchiveReader, inputOf: (entry: string) => string): AsyncGenerator<ImportRecord> {
  const tables = await tablesIn(archive);
  const parts = annotationsIn(archive);
  const { marked, faults } = await readAnnotations(archive, parts, inputOf);
  const joined = new Set<string>();
  const row = pocketRow((address) => {
    joined.add(address);
    return marked.get(address)?.highlights ?? [];
  });
  for (const name of tables) yield* readRows(inputOf(name), archive.read(name), row);
  yield* faults;
  for (const [address, { place, title, highlights }] of marked)
    if (!joined.has(address)) yield recordOf(place, { address, title, highlights });
  const read = new Set([...tables, ...parts]);
  yield* passedOver(archive, inputOf, (name) => read.has(name), 'No part of a Pocket export that holds articles.');
}

/** In the order of their numbers. */
async function tablesIn(archive: ArchiveReader): Promise<string[]> {
  const tables: string[] = [];
  const named = archive.entries.filter(({ name, fault }) => fault === null && /\.csv$/i.test(name));
  for (const { name } of named.slice(0, mostTables))
    if (/(?:^|\/)part_\d+\.csv$/.test(name) || isPocketTable(await columnsOfEntry(archive, name))) tables.push(name);
  return tables.sort();
}

function annotationsIn(archive: ArchiveReader): string[] {
  return archive.entries
    .filter(({ name, fault }) => fault === null && /(?:^|\/)annotations\/[^/]+\.json$/i.test(name))
    .map(({ name }) => name)
    .sort();
}

interface Marked {
  readonly place: { readonly input: string; readonly row: number };
  readonly title: string;
  readonly highlights: ImportedHighlight[];
}

/** All highlights, by address: what a reader has marked in many years fits into memory. */
async function readAnnotations(
  archive: ArchiveReader,
  parts: readonly string[],
  inputOf: (entry: string) => string,
): Promise<{ marked: ReadonlyMap<string, Marked>; faults: ImportRecord[] }> {
  const marked = new Map<string, Marked>();
  const faults: ImportRecord[] = [];
  for (const part of parts) {
    const input = inputOf(part);
    try {
      for await (const { index, value } of readJson(archive.read(part), '$.*')) {
        const fields = fieldsOf(value) ?? {};
        const address = textIn(fields, 'url').trim();
        const entry = marked.get(address) ?? {
          place: { input, row: index },
          title: textIn(fields, 'title'),
          highlights: [],
        };
        for (const item of listOf(fields['highlights'])) {
          const { quote, created_at: time, note } = { ...fieldsOf(item) };
          const highlight = highlightOf(textIn({ quote }, 'quote'), {
            note: textIn({ note }, 'note'),
            createdAt: savedTime(time),
          });
          if (highlight !== null) entry.highlights.push(highlight);
        }
        marked.set(address, entry);
      }
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      faults.push({ input, row: error.row ?? 1, kind: 'failed', reason: `Highlights: ${error.message}` });
    }
  }
  return { marked, faults };
}
