/**
 * Every format that is read, in the order in which they are asked: those with a mark of their own before those that are
 * told by what they look like, and what is a special case before what it is a case of.
 */
import type { Format } from './format.ts';
import { htmlFormat, singleFileFormat } from './html/html-format.ts';
import { mhtmlFormat } from './mhtml/mhtml-format.ts';

export const formats: readonly Format[] = [mhtmlFormat, singleFileFormat, htmlFormat];
