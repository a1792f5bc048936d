/**
 * Every format that is read, in the order in which they are asked: those with a mark of their own before those that are
 * told by what they look like, and what is a special case before what it is a case of.
 */
import { epubFormat } from './documents/epub/epub-format.ts';
import { markdownFormat } from './documents/markdown-format.ts';
import { pdfFormat } from './documents/pdf/pdf-format.ts';
import { plainTextFormat } from './documents/plain-text-format.ts';
import type { Format } from './format.ts';
import { htmlFormat, singleFileFormat } from './html/html-format.ts';
import { mhtmlFormat } from './mhtml/mhtml-format.ts';

export const formats: readonly Format[] = [
  pdfFormat,
  epubFormat,
  mhtmlFormat,
  singleFileFormat,
  htmlFormat,
  markdownFormat,
  plainTextFormat,
];
