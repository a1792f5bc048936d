/** Pages as browsers save them, with what lies beside them, and the pages of SingleFile. */
import { bareArticle } from '../bare-article.ts';
import { decodeText } from '../decode/decode-text.ts';
import type { Format, ImportContext, ImportFile } from '../format.ts';
import { ownService, type ImportRecord } from '../import-record.ts';
import { webAddress } from './addresses.ts';
import { articleOfClipboard, isClipboard } from './clipboard.ts';
import { isOwnList, ownPage } from './own-page.ts';
import { isXhtml, xhtmlAsHtml } from './xhtml.ts';

const headLength = 20_000;

export const singleFileFormat: Format = {
  name: 'singlefile',
  recognise: ({ head }) =>
    /^[^]{0,2000}<!--\s*(?:Page saved with|Archive processed by) SingleFile/i.test(head)
      ? 'It says that SingleFile saved it.'
      : null,
  read: readPage,
};

export const htmlFormat: Format = {
  name: 'html',
  recognise: ({ head, ending }) => {
    if (isClipboard(head)) return 'It is what a clipboard holds of a page.';
    // A note may be about pages and hold the like of them.
    if (/^(?:md|markdown)$/.test(ending) && /^\uFEFF?---\s/.test(head)) return null;
    const start = head
      .slice(0, headLength)
      .replace(/<!--[^]*?(?:-->|$)/g, '')
      .trimStart();
    if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!doctype\s+html|<html[\s>])/i.test(start)) return 'It begins as an HTML page does.';
    if (/<(?:html|head|body)[\s>]/i.test(start)) return 'It holds the elements of an HTML page.';
    const tags =
      start.match(/<\/?(?:p|div|h[1-6]|ul|ol|li|table|a|br|article|section|img|span)\b[^>]*>/gi)?.length ?? 0;
    if (/^<(?:p|div|h[1-6]|article|section|main|table|ul|ol)\b/i.test(start) && tags >= 2)
      return 'It begins with elements of HTML.';
    return /^x?html?$/.test(ending) && tags > 0 ? 'Its name and some elements say HTML.' : null;
  },
  read: readPage,
};

async function* readPage(file: ImportFile, { beside, charset }: ImportContext): AsyncGenerator<ImportRecord> {
  await Promise.resolve(); // a stream of one
  const decoded = decodeText(file.bytes, charset).text;
  const text = isXhtml(decoded) ? xhtmlAsHtml(decoded) : decoded;
  const copied = isClipboard(text) ? articleOfClipboard({ html: text, text: '' }) : null;
  if (copied !== null) {
    yield { kind: 'article', input: file.name, row: 1, article: copied };
    return;
  }
  const own = ownPage(text, beside);
  if (own !== null) {
    yield { kind: 'article', input: file.name, row: 1, article: own, service: ownService };
    return;
  }
  if (isOwnList(text)) {
    yield { kind: 'no-content', input: file.name, row: 1, reason: 'It is the list of the other pages.' };
    return;
  }
  const { url, savedAt } = readSaveNote(text);
  const content = { kind: 'html', html: text, extent: 'page', baseUrl: url, resources: beside } as const;
  yield { kind: 'article', input: file.name, row: 1, article: bareArticle(content, { url, savedAt }) };
}

/** What a program that saves pages writes before them: where a page was, and when. */
function readSaveNote(text: string): { readonly url: string | null; readonly savedAt: string | null } {
  const head = text.slice(0, headLength);
  const note = /<!--\s*(?:Page saved with|Archive processed by) SingleFile([^]*?)-->/i.exec(head)?.[1];
  if (note !== undefined) {
    const date = /^\s*saved date:\s*(.+?)\s*(?:\([^)]*\))?\s*$/m.exec(note)?.[1];
    const milliseconds = date === undefined ? Number.NaN : Date.parse(date);
    return {
      url: webAddress(/^\s*url:\s*(\S+)/m.exec(note)?.[1] ?? null, null),
      savedAt: Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString(),
    };
  }
  const saved = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head)?.[1];
  return { url: webAddress(saved ?? null, null), savedAt: null };
}
