/** One compiled segment, looked at where its bytes lie. Documents are numbered from 0 in the order they were added. */
import { indexFieldNames } from '../index-set.ts';
import { ByteReader } from './bytes.ts';
import { SegmentColumns, SegmentVectors } from './columns.ts';
import { asUint32, decodeSections } from './format.ts';
import { fieldCount, readHead, type PostingsHead } from './postings.ts';
import { TermDictionary } from './term-dictionary.ts';

export interface Segment {
  readonly documentCount: number;
  readonly bytes: number;
  readonly terms: TermDictionary;
  readonly columns: SegmentColumns;
  readonly vectors: SegmentVectors;
  /** Of each document the number of terms in each field: at `document * fieldCount + field`. */
  readonly fieldLengths: Uint32Array;
  /** The sums of these, field by field. */
  readonly totalLengths: readonly number[];
  readonly postings: Uint8Array;
  /** Where the postings of a term begin. Terms with the same postings share them. */
  postingsPlace(term: number): number;
  head(term: number): PostingsHead;
}

/** Throws `DamagedSegment`. The bytes must not change afterwards. */
export function openSegment(file: Uint8Array): Segment {
  // Views of a Buffer are Buffers, which are dear to make and to read.
  const sections = decodeSections(new Uint8Array(file.buffer, file.byteOffset, file.length));
  const [documentCount = 0] = asUint32(sections.counts);
  const fieldLengths = asUint32(sections.fieldLengths);
  const places = asUint32(sections.postingPlaces);
  const { postings } = sections;
  const totalLengths = indexFieldNames.map(() => 0);
  for (let at = 0; at < fieldLengths.length; at += 1) {
    totalLengths[at % fieldCount] = (totalLengths[at % fieldCount] ?? 0) + (fieldLengths[at] ?? 0);
  }
  const reader = new ByteReader(postings);
  return {
    documentCount,
    bytes: file.length,
    terms: new TermDictionary(sections),
    columns: new SegmentColumns(sections),
    vectors: new SegmentVectors(sections),
    fieldLengths,
    totalLengths,
    postings,
    postingsPlace: (term) => places[term] ?? 0,
    head: (term) => {
      reader.at = places[term] ?? 0;
      return readHead(reader);
    },
  };
}
