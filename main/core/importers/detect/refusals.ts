/** Files that are known and not read: what to do instead. */
import type { Sample } from '../format.ts';
import { hasBytes, holdsAscii } from './sample.ts';

interface Refusal {
  readonly test: (sample: Sample) => boolean;
  readonly reason: string;
}

const office = 'Save it as a web page, as PDF or as plain text from the program it belongs to, and import that.';

const refusals: readonly Refusal[] = [
  { test: ({ bytes }) => bytes.length === 0, reason: 'The file is empty.' },
  {
    test: ({ bytes }) =>
      hasBytes(bytes, 0, 0x89, 0x50, 0x4e, 0x47) ||
      hasBytes(bytes, 0, 0xff, 0xd8, 0xff) ||
      hasBytes(bytes, 0, 0x47, 0x49, 0x46, 0x38),
    reason: 'This is a picture, not an article. Import the page that it belongs to.',
  },
  {
    test: ({ bytes }) =>
      isZip(bytes) &&
      (holdsAscii(bytes, 'word/document.xml') ||
        holdsAscii(bytes, 'content.xml') ||
        holdsAscii(bytes, 'ppt/presentation.xml') ||
        holdsAscii(bytes, 'xl/workbook.xml')),
    reason: `This is a document of a word processor, a table or a presentation. ${office}`,
  },
  {
    test: ({ bytes }) => hasBytes(bytes, 0, 0xd0, 0xcf, 0x11, 0xe0),
    reason: `This is an old Office document. ${office}`,
  },
  { test: ({ head }) => head.startsWith('{\\rtf'), reason: `This is rich text (RTF). ${office}` },
  {
    test: ({ bytes }) =>
      holdsAscii(bytes.subarray(60, 68), 'BOOKMOBI') || holdsAscii(bytes.subarray(60, 68), 'TEXtREAd'),
    reason: 'This is a Kindle book (MOBI). Convert it to EPUB, for example with calibre, and import that.',
  },
  {
    test: ({ bytes }) =>
      hasBytes(bytes, 0, 0x1f, 0x8b) ||
      hasBytes(bytes, 0, 0x37, 0x7a, 0xbc, 0xaf) ||
      hasBytes(bytes, 0, 0x52, 0x61, 0x72, 0x21) ||
      hasBytes(bytes, 0, 0x28, 0xb5, 0x2f, 0xfd) ||
      holdsAscii(bytes.subarray(257, 262), 'ustar'),
    reason: 'This is a packed archive of a kind that is not opened here. Unpack it and import the folder.',
  },
  {
    test: ({ bytes }) => hasBytes(bytes, 0, 0x62, 0x70, 0x6c, 0x69, 0x73, 0x74),
    reason: 'This is a property list or a Safari web archive. Save the page as HTML or PDF and import that.',
  },
  {
    test: ({ bytes }) => holdsAscii(bytes, 'SQLite format 3', 16),
    reason: 'This is a database. Export from the program it belongs to, and import that.',
  },
  {
    test: ({ bytes }) => hasBytes(bytes, 0, 0x7f, 0x45, 0x4c, 0x46) || hasBytes(bytes, 0, 0x4d, 0x5a),
    reason: 'This is a program.',
  },
  {
    test: ({ bytes }) => isZip(bytes),
    reason: 'This archive is none of the exports that are known. Unpack it and import the folder.',
  },
  { test: ({ head }) => /^\s*[[{]/.test(head), reason: 'This JSON is none of the exports that are known.' },
  {
    test: ({ head }) => /^\s*<\?xml|^\s*<(?:rss|feed|opml)\b/i.test(head),
    reason: 'This XML is none of the formats that are known.',
  },
  { test: ({ head }) => head === '', reason: 'The file is no text, and of no kind that is known.' },
];

/** A sentence or two for the report. */
export function refusalOf(sample: Sample): string {
  return refusals.find(({ test }) => test(sample))?.reason ?? 'What this file is could not be found out.';
}

export function isZip(bytes: Uint8Array): boolean {
  return hasBytes(bytes, 0, 0x50, 0x4b, 0x03, 0x04) || hasBytes(bytes, 0, 0x50, 0x4b, 0x05, 0x06);
}
