/** PDF: its text, as one article. Whoever keeps the article keeps the file beside it. */
import { bareArticle } from '../../bare-article.ts';
import { holdsAscii } from '../../detect/sample.ts';
import type { Format, ImportFile } from '../../format.ts';
import { readDate } from '../../html/dates.ts';
import type { ImportRecord } from '../../import-record.ts';
import { nameWithoutEnding } from '../file-title.ts';
import { linesOf } from './lines.ts';
import { blocksOf, type PdfBlock } from './paragraphs.ts';
import { readPdf, type PdfText } from './pdf-pages.ts';

export const pdfFormat: Format = {
  name: 'pdf',
  recognise: ({ bytes }) => (holdsAscii(bytes, '%PDF-', 1024) ? 'It begins with the mark of PDF.' : null),
  read: readFile,
};

/** Letters a page; a scan has none, or a stamp of the program that made it. */
const fewestLetters = 20;

async function* readFile({ name, bytes }: ImportFile): AsyncGenerator<ImportRecord> {
  const place = { input: name, row: 1 } as const;
  const pdf = await readPdf(bytes);
  if (typeof pdf === 'string') {
    yield { kind: 'failed', ...place, reason: pdf };
    return;
  }
  const pages = pdf.pages.map((page) => ({ height: page.height, lines: linesOf(page) }));
  const letters = pages.reduce(
    (sum, { lines }) => sum + lines.reduce((inPage, { text }) => inPage + text.length, 0),
    0,
  );
  if (letters < fewestLetters * pages.length) {
    const reason =
      'The pages of this PDF are pictures without text (a scan). Run text recognition over it, and import the result.';
    yield { kind: 'no-content', ...place, reason };
    return;
  }
  const blocks = blocksOf(pages);
  const title = titleOf(pdf, blocks) || nameWithoutEnding(name);
  const content = {
    kind: 'html',
    html: htmlOf(blocks),
    extent: 'article',
    baseUrl: null,
    resources: () => null,
  } as const;
  const article = bareArticle(content, {
    title,
    author: pdf.author,
    published: createdOn(pdf),
    language: pdf.language,
  });
  yield { kind: 'article', ...place, article };
}

/** The file's own, unless it is what a program called it; else the largest words on the first page. */
function titleOf({ title }: PdfText, blocks: readonly PdfBlock[]): string {
  const isOfProgram =
    /^(?:microsoft word|untitled|document\d*|powerpoint)|\.(?:docx?|tex|dvi|indd|qxd|pdf|odt|rtf|p65)$/i.test(title);
  if (title.length > 2 && !isOfProgram) return title;
  const heading = blocks
    .slice(0, 12)
    .filter(({ kind }) => kind === 'heading')
    .toSorted((one, other) => one.level - other.level)[0];
  return heading?.text ?? '';
}

/** `D:20240131120000+01'00'`: the day is enough, and the day of making is what is known. */
function createdOn({ created }: PdfText): string | null {
  return readDate(/^(?:D:)?(\d{8})/.exec(created)?.[1] ?? '');
}

function htmlOf(blocks: readonly PdfBlock[]): string {
  return blocks
    .map(({ kind, level, text }) => {
      const name = kind === 'heading' ? `h${level}` : 'p';
      return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
    })
    .join('\n');
}
