/**
 * Matter's export: the history and the highlights in a table each, which only title and author join, and perhaps a page
 * of HTML for an article, named by its `File Id`.
 */
import type { ArchiveReader } from '../archive/archive-reader.ts';
import type { ImportedContent, ImportedHighlight, ImportRecord, RowPlace } from '../import-record.ts';
import { InputFault } from '../input-fault.ts';
import type { StreamFormat } from '../stream-format.ts';
import { isMatterTable, matterRow } from './matter-csv.ts';
import { archiveFormat, columnsOfEntry, passedOver } from './read/archive-format.ts';
import { highlightOf, recordOf } from './read/record.ts';
import { readRows } from './read/table-format.ts';
import { readTable } from './read/table.ts';
import { savedTime } from './read/times.ts';

const history = /(?:^|\/)_matter_history[^/]*\.csv$/i;
const marks = /(?:^|\/)_matter_highlights[^/]*\.csv$/i;
/** More tables than any export has are not looked into. */
const mostTables = 100;
const largestPage = 64 * 1024 * 1024;

export const matterZipFormat: StreamFormat = archiveFormat({
  name: 'Matter export',
  service: 'matter',
  recognise: async (archive) => {
    const tables = await historiesIn(archive);
    return tables.length > 0 ? 'It holds the history of a Matter export.' : null;
  },
  read: readMatter,
});

async function* readMatter(archive: ArchiveReader, inputOf: (entry: string) => string): AsyncGenerator<ImportRecord> {
  const names = soundNames(archive);
  const tables = await historiesIn(archive);
  const marked = names.filter((name) => marks.test(name));
  const pages = new Map(names.filter((name) => /\.html?$/i.test(name)).map((name) => [fileIdOf(name), name]));
  const { books, faults } = await readHighlights(archive, marked, inputOf);
  const used = new Set([...tables, ...marked]);

  const row = matterRow({
    highlightsOf: (title, author) => {
      const book = books.get(keyOf(title, author));
      if (book !== undefined) book.isJoined = true;
      return book?.highlights ?? [];
    },
    contentOf: async (fileId, address): Promise<ImportedContent | null> => {
      const page = fileId === '' ? undefined : pages.get(fileId);
      if (page === undefined) return null;
      used.add(page);
      const html = await textOfPage(archive, page, faults, inputOf);
      if (html === null) return null;
      return { kind: 'html', html, extent: 'article', baseUrl: address === '' ? null : address, resources: () => null };
    },
  });
  for (const table of tables) yield* readRows(inputOf(table), archive.read(table), row);
  yield* faults;
  for (const { place, title, author, highlights, isJoined } of books.values())
    if (!isJoined) yield recordOf(place, { address: '', title, author, highlights });
  yield* passedOver(archive, inputOf, (name) => used.has(name), 'No article of the history names it.');
}

/** Null for one that is damaged, which is said: its article is kept as a link. */
async function textOfPage(
  archive: ArchiveReader,
  page: string,
  faults: ImportRecord[],
  inputOf: (entry: string) => string,
): Promise<string | null> {
  try {
    return new TextDecoder().decode(await archive.bytes(page, largestPage));
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    faults.push({ input: inputOf(page), row: 1, kind: 'failed', reason: error.message });
    return null;
  }
}

interface Book {
  readonly place: RowPlace;
  readonly title: string;
  readonly author: string;
  readonly highlights: ImportedHighlight[];
  isJoined: boolean;
}

async function readHighlights(
  archive: ArchiveReader,
  tables: readonly string[],
  inputOf: (entry: string) => string,
): Promise<{ books: ReadonlyMap<string, Book>; faults: ImportRecord[] }> {
  const books = new Map<string, Book>();
  const faults: ImportRecord[] = [];
  for (const table of tables) {
    const input = inputOf(table);
    try {
      for await (const { line, fault, cell } of readTable(archive.read(table))) {
        const place = { input, row: line };
        const [title, author] = [cell('title'), cell('author').trim()];
        const book = books.get(keyOf(title, author)) ?? { place, title, author, highlights: [], isJoined: false };
        const highlight = highlightOf(cell('text', 'highlight', 'quote'), {
          note: cell('note', 'notes').trim(),
          createdAt: savedTime(cell('highlighted date', 'date')),
        });
        if (fault !== null) faults.push({ ...place, kind: 'failed', reason: `Line ${line} ${fault}.` });
        else if (highlight === null)
          faults.push({ ...place, kind: 'no-content', reason: 'The highlight has no text.' });
        else book.highlights.push(highlight);
        if (book.highlights.length > 0) books.set(keyOf(title, author), book);
      }
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      faults.push({ input, row: error.row ?? 1, kind: 'failed', reason: `Highlights: ${error.message}` });
    }
  }
  return { books, faults };
}

async function historiesIn(archive: ArchiveReader): Promise<string[]> {
  const tables: string[] = [];
  for (const name of soundNames(archive)
    .filter((each) => /\.csv$/i.test(each))
    .slice(0, mostTables))
    if (history.test(name) || isMatterTable(await columnsOfEntry(archive, name))) tables.push(name);
  return tables;
}

function soundNames(archive: ArchiveReader): string[] {
  return archive.entries.filter(({ fault }) => fault === null).map(({ name }) => name);
}

function fileIdOf(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.html?$/i, '');
}

function keyOf(title: string, author: string): string {
  return `${title.replace(/\s+/g, ' ').trim().toLowerCase()}\n${author.toLowerCase()}`;
}
