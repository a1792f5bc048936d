/**
 * EPUB 2 and 3: a book is a shelf, a chapter an article. Every place of the spine is a row: what is no text says why it was
 * left out, and the parts of a chapter that the book's contents name only once are one article.
 */
import { bareArticle } from '../../bare-article.ts';
import { decodeText } from '../../decode/decode-text.ts';
import { isZip } from '../../detect/refusals.ts';
import { holdsAscii } from '../../detect/sample.ts';
import type { Format, ImportFile } from '../../format.ts';
import { readDate } from '../../html/dates.ts';
import { ownPage } from '../../html/own-page.ts';
import { xhtmlAsHtml } from '../../html/xhtml.ts';
import { ownService, type ImportedArticle, type ImportRecord, type Resources } from '../../import-record.ts';
import { nameWithoutEnding } from '../file-title.ts';
import { openBookArchive, type BookArchive } from './book-archive.ts';
import { bodyOf, headingOf, kindOfPage, lettersIn } from './chapter-page.ts';
import { isPage, readBook, resolvePath, type Book, type BookItem } from './package-document.ts';
import { lockOf } from './protection.ts';

export const epubFormat: Format = {
  name: 'epub',
  recognise: ({ bytes }) => {
    if (!isZip(bytes)) return null;
    if (holdsAscii(bytes, 'application/epub+zip', 200)) return 'Its first entry says EPUB.';
    return holdsAscii(bytes, 'META-INF/container.xml') ? 'It is an archive with the container of a book.' : null;
  },
  read: readEpub,
};

async function* readEpub({ name, bytes }: ImportFile): AsyncGenerator<ImportRecord> {
  await Promise.resolve(); // the archive is in memory
  const refuse = (reason: string): ImportRecord => ({ kind: 'failed', input: name, row: 1, reason });
  const archive = openBookArchive(bytes);
  if (typeof archive === 'string') {
    yield refuse(archive);
    return;
  }
  const lock = lockOf(archive);
  if (lock !== null) {
    yield refuse(`The book is locked with ${lock} to an account. Only a copy without a lock can be imported.`);
    return;
  }
  const book = readBook(archive);
  if (book === null || book.spine.length === 0) {
    yield refuse('The book does not say what its pages are: its package document is missing or empty.');
    return;
  }
  yield* chapters(name, archive, book);
}

interface Part {
  readonly row: number;
  readonly path: string;
  readonly html: string;
}

type Row = { readonly part: Part } | { readonly record: ImportRecord };

function* chapters(input: string, archive: BookArchive, book: Book): Generator<ImportRecord> {
  const isNamed = book.spine.filter((item) => item !== null && book.titles.has(item.path)).length >= 2;
  let chapter: Part[] = [];
  for (const [index, item] of book.spine.entries()) {
    const row = readRow({ input, row: index + 1 }, item, archive, book);
    if ('record' in row) {
      yield row.record;
      continue;
    }
    const goesOn = isNamed && chapter.length > 0 && !book.titles.has(row.part.path);
    if (!goesOn) {
      yield* close(input, archive, book, chapter);
      chapter = [];
    }
    chapter.push(row.part);
  }
  yield* close(input, archive, book, chapter);
}

function readRow(place: { input: string; row: number }, item: BookItem | null, archive: BookArchive, book: Book): Row {
  const without = (reason: string): Row => ({ record: { kind: 'no-content', ...place, reason } });
  const failed = (reason: string): Row => ({ record: { kind: 'failed', ...place, reason } });
  if (item === null) return failed('The spine names a page that the book does not list.');
  if (!isPage(item)) return without(`${item.path} is no page of text (${item.mediaType || 'of no stated kind'}).`);
  const bytes =
    archive.read(item.path) ??
    archive.read(archive.names.find((name) => name.toLowerCase() === item.path.toLowerCase()) ?? '');
  if (bytes === null) return failed(`${item.path} is missing from the book, or damaged.`);
  const html = xhtmlAsHtml(decodeText(bytes).text);
  const article = ownPage(html, (address) => {
    const held = archive.read(resolvePath(item.path, address));
    return held === null ? null : { mediaType: '', bytes: held };
  });
  if (article !== null) return { record: { kind: 'article', ...place, article, service: ownService } };
  const kind = book.aside.get(item.path) ?? kindOfPage(html, item.path);
  if (kind !== null && (lettersIn(html) < 400 || kind === 'the contents')) return without(`${item.path} is ${kind}.`);
  if (lettersIn(html) === 0) return without(`${item.path} has no text.`);
  return { part: { row: place.row, path: item.path, html } };
}

function* close(input: string, archive: BookArchive, book: Book, parts: readonly Part[]): Generator<ImportRecord> {
  const [first, ...rest] = parts;
  if (first === undefined) return;
  const title = book.titles.get(first.path) ?? headingOf(first.html) ?? '';
  yield {
    kind: 'article',
    input,
    row: first.row,
    article: articleOf(input, archive, book, parts, title || `Part ${first.row}`),
  };
  for (const { row, path } of rest)
    yield { kind: 'no-content', input, row, reason: `${path} goes on with the chapter before it, and stands there.` };
}

function articleOf(
  input: string,
  archive: BookArchive,
  book: Book,
  parts: readonly Part[],
  title: string,
): ImportedArticle {
  const shelf = book.title || nameWithoutEnding(input);
  // The parts of a chapter lie in one folder in every book: pictures are looked for beside each of them.
  const resources: Resources = (address) => {
    for (const { path } of parts) {
      const held = archive.read(resolvePath(path, address));
      if (held !== null) return { mediaType: '', bytes: held };
    }
    return null;
  };
  return bareArticle(
    {
      kind: 'html',
      html: parts.map(({ html }) => bodyOf(html)).join('\n'),
      extent: 'article',
      baseUrl: null,
      resources,
    },
    {
      title,
      author: book.authors.join(', '),
      site: book.publisher,
      published: readDate(book.date),
      language: book.language,
      tags: book.subjects.slice(0, 20),
      shelves: [[shelf]],
    },
  );
}
