/** Every format by its name, and the file that it makes. */
import { exportFacts, type ExportFormat } from '../../contract/export-formats.ts';
import type { OutgoingLabel } from '../../contract/outgoing.ts';
import { zipOf } from '../files/zip.ts';
import { annotationsExporter } from './annotations.ts';
import { bookmarksExporter } from './bookmarks.ts';
import { bookExporter } from './epub/book.ts';
import { everythingExporter } from './everything.ts';
import type { Exporter, ExportSource } from './export-source.ts';
import { jsonLinesExporter } from './jsonl.ts';
import { markdownExporter } from './markdown-notes.ts';
import { readwiseExporter } from './readwise.ts';
import { webPagesExporter } from './web-pages.ts';

export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  all: everythingExporter,
  markdown: markdownExporter,
  html: webPagesExporter,
  epub: bookExporter,
  jsonl: jsonLinesExporter,
  bookmarks: bookmarksExporter,
  readwise: readwiseExporter,
  annotations: annotationsExporter,
};

/** Stands at the very end of an archive, so that one of ours is known. */
export const archiveComment = 'Lectern export';

/** What the file is called that is made today. */
export function labelOf(format: ExportFormat, now: string): OutgoingLabel {
  const { ending, mediaType } = exportFacts[format];
  const stem = format === 'all' ? 'lectern' : format === 'epub' ? 'articles' : `lectern-${format}`;
  return { fileName: `${stem}-${now.slice(0, 10)}.${ending}`, mediaType };
}

/** The bytes of the file, made as they are taken. */
export function exportedBytes(format: ExportFormat, source: ExportSource): AsyncIterable<Uint8Array> {
  const exporter = exporters[format];
  if (exporter.kind === 'text') return textBytes(exporter.text(source));
  return zipOf(exporter.files(source), { mtime: new Date(source.now), comment: archiveComment });
}

/** In pieces large enough to be worth a write. */
async function* textBytes(parts: Iterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < 64 * 1024) continue;
    yield Buffer.from(waiting);
    waiting = '';
    // Whoever wants to stop this gets a word in.
    await new Promise(setImmediate);
  }
  yield Buffer.from(waiting);
}
