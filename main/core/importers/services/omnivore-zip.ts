/**
 * Omnivore's last export: an archive of metadata in batches, a page of readable HTML for each article under `content/`
 * (its help said `contents/`), and the highlights of each in Markdown, all by the article's slug.
 */
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { ImportedContent, ImportRecord, RowPlace } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { StreamFormat } from '../stream-format.ts';
import { omnivoreRow } from './omnivore-metadata.ts';
import { readOmnivoreHighlights } from './omnivore-highlights.ts';
import { archiveFormat, passedOver } from './read/archive-format.ts';
import { fieldsOf, textIn, type Fields } from './read/fields.ts';
import { readJson } from './read/json-stream.ts';
import { accounted, recordOf } from './read/record.ts';

const metadata = /(?:^|\/)metadata_\d+_to_\d+\.json$/i;
const largestPage = 64 * 1024 * 1024;
const largestNotes = 16 * 1024 * 1024;

export const omnivoreZipFormat: StreamFormat = archiveFormat({
  name: 'Omnivore export',
  service: 'omnivore',
  recognise: ({ entries }) =>
    entries.some(({ name, fault }) => fault === null && metadata.test(name))
      ? 'It holds the metadata of an Omnivore export.'
      : null,
  read: readOmnivore,
});

async function* readOmnivore(archive: ArchiveReader, inputOf: (entry: string) => string): AsyncGenerator<ImportRecord> {
  const names = new Set(archive.entries.filter(({ fault }) => fault === null).map(({ name }) => name));
  const batches = [...names].filter((name) => metadata.test(name)).sort(byFirstNumber);
  const used = new Set(batches);
  /** What lies in the archive for a slug: in the folder that the metadata is in. */
  const find = (batch: string, slug: string, ...places: readonly string[]): string | null => {
    const folder = batch.slice(0, batch.lastIndexOf('/') + 1);
    const name = places
      .map((place) => folder + place.replace('*', () => slug))
      .find((candidate) => names.has(candidate));
    if (name !== undefined) used.add(name);
    return name ?? null;
  };

  async function* articles(batch: string): AsyncGenerator<ImportRecord> {
    for await (const { index: row, value } of readJson(archive.read(batch), '$.*')) {
      const place: RowPlace = { input: inputOf(batch), row };
      const fields = fieldsOf(value);
      if (fields === null) {
        yield { ...place, kind: 'failed', reason: `Entry ${row} is no object of JSON.` };
        continue;
      }
      const slug = textIn(fields, 'slug');
      const page = find(batch, slug, 'content/*.html', 'contents/*.html');
      const marks = find(batch, slug, 'highlights/*.md');
      const pdf = find(batch, slug, 'content/*.pdf', 'contents/*.pdf');
      yield await articleOf(place, fields, archive, { page, marks, pdf });
    }
  }
  for (const batch of batches) yield* accounted(inputOf(batch), articles(batch));
  yield* passedOver(archive, inputOf, (name) => used.has(name), 'No article of the metadata names it.');
}

interface Files {
  readonly page: string | null;
  readonly marks: string | null;
  readonly pdf: string | null;
}

async function articleOf(place: RowPlace, fields: Fields, archive: ArchiveReader, files: Files): Promise<ImportRecord> {
  const remarks: string[] = [];
  const read = async (name: string | null, limit: number, what: string): Promise<string> => {
    if (name === null) return '';
    try {
      return new TextDecoder().decode(await archive.bytes(name, limit));
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      remarks.push(`${what} could not be read: ${error.message}`);
      return '';
    }
  };
  const address = textIn(fields, 'url');
  const html = await read(files.page, largestPage, 'Its text');
  const marks = readOmnivoreHighlights(await read(files.marks, largestNotes, 'Its highlights'));
  if (files.pdf !== null) remarks.push('Its PDF lies in the archive: unpack it and import the PDF by itself.');
  const content: ImportedContent | null =
    html.trim() === ''
      ? null
      : { kind: 'html', html, extent: 'article', baseUrl: address === '' ? null : address, resources: () => null };
  return recordOf(place, { ...omnivoreRow(fields), note: marks.note, highlights: marks.highlights, content, remarks });
}

function byFirstNumber(one: string, other: string): number {
  const first = (name: string) => Number(/metadata_(\d+)/i.exec(name)?.[1] ?? 0);
  return first(one) - first(other) || (one < other ? -1 : 1);
}
