/** Articles in, files of segments out, in parts so that memory stays bounded however many there are. */
import type { IndexedArticle } from '../index-set.ts';
import { mergeAtOnce } from './merge-segments.ts';
import { SegmentBuilder } from './segment-builder.ts';
import { openSegment } from './segment.ts';

/** Terms of documents held before a part is written: about 300 MB, or 3,000 articles of 400 words. */
const mostEntries = 1_200_000;

/** One file for every so many articles. None for no articles. */
export function* segmentFiles(articles: Iterable<IndexedArticle>): Generator<Uint8Array> {
  let builder = new SegmentBuilder();
  for (const article of articles) {
    if (builder.entryCount > mostEntries) {
      yield builder.finish();
      builder = new SegmentBuilder();
    }
    builder.add(article);
  }
  if (builder.documentCount > 0) yield builder.finish();
}

/** All in one file. Same articles in the same order, same bytes. */
export function buildSegment(articles: Iterable<IndexedArticle>): Uint8Array {
  const parts = [...segmentFiles(articles)];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const merged = mergeAtOnce(parts.map((file) => ({ segment: openSegment(file), isDeleted: () => false })));
  return merged ?? new SegmentBuilder().finish();
}
