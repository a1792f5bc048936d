/** Tells files that an export of ours wrote from any other's, by how they begin or end. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ExportFormat } from '../../contract/export-formats.ts';
import { archiveComment } from '../exporters/exporters.ts';

const texts: Readonly<Partial<Record<ExportFormat, string>>> = {
  jsonl: '{"id":',
  bookmarks: '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META',
  readwise: 'Highlight,Title,Author,URL,Note,Location,Date\r\n',
  annotations: '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:lectern:annotations"',
};

/** Of the format; an empty file, as an empty library gives, is anybody's. */
export function isOwnFile(format: ExportFormat, path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return true;
    const start = texts[format];
    const wanted = Buffer.from(start ?? archiveComment);
    const found = Buffer.alloc(wanted.length);
    readSync(file, found, 0, found.length, start === undefined ? Math.max(0, size - wanted.length) : 0);
    return found.equals(wanted);
  } finally {
    closeSync(file);
  }
}
