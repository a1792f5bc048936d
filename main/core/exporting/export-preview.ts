/** What an export would hold, told before it is made. */
import type { ExportFormat } from '../../contract/export-formats.ts';
import type { ExportPreview } from '../../contract/export-methods.ts';
import type { LibrarySize } from '../store/library-store.ts';
import type { Store } from '../store/store.ts';

/** `ids` is null for all. */
export function previewOf(store: Store, format: ExportFormat, ids: readonly string[] | null): ExportPreview {
  const size = store.library.sizeOf(ids, format === 'all');
  const hasPictures = ['all', 'markdown', 'html', 'epub'].includes(format);
  return {
    articles: size.articles,
    without: leftOut(format, size),
    pictures: hasPictures ? size.pictures : 0,
    bytes: Math.round(bytesOf(format, size)),
  };
}

function leftOut(format: ExportFormat, size: LibrarySize): number {
  if (format === 'bookmarks') return size.withoutAddress;
  if (format === 'readwise') return size.withoutHighlight;
  return format === 'annotations' ? size.withoutNote : 0;
}

/** Of a word with its space and the markup around it; packed, of what is left of it. */
const wordBytes = 7;
const packing = 0.4;
/** What a line of a list takes. */
const lineBytes = 250;

function bytesOf(format: ExportFormat, { articles, words, pictureBytes, originalBytes, quoted }: LibrarySize): number {
  const text = words * wordBytes + articles * lineBytes;
  switch (format) {
    case 'all':
      return text * packing + pictureBytes + originalBytes;
    case 'markdown':
    case 'epub':
      return (text + articles * 500) * packing + pictureBytes;
    case 'html':
      // In base64, which packing brings nearly down again.
      return (text + articles * 3000) * packing + pictureBytes * 1.02;
    case 'jsonl':
      return text;
    case 'bookmarks':
      return articles * lineBytes;
    case 'readwise':
    case 'annotations':
      return quoted * 2;
  }
}
