/**
 * The postings of a term: in how many documents it stands, the sum of that over the fields, then for each document its
 * distance from the one before (from -1), and how often the term stands in which field. Most stand in the text alone: that
 * is one byte, the count. Other combinations are a byte of 128, a byte with a bit for each field, and a count for each.
 *
 * What is kept is how often, never a weight: idf and average lengths are those of all segments at the time of asking.
 */
import { indexFieldNames } from '../index-set.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

export const fieldCount = indexFieldNames.length;
export const bodyField = indexFieldNames.indexOf('body');
const elsewhere = 128;

/** Writes `counts[at]` to `counts[at + fieldCount - 1]`. At least one is not zero. */
export function writeCounts(writer: ByteWriter, counts: Uint16Array, at: number): void {
  let mask = 0;
  for (let field = 0; field < fieldCount; field += 1) if ((counts[at + field] ?? 0) > 0) mask |= 1 << field;
  const inBody = counts[at + bodyField] ?? 0;
  if (mask === 1 << bodyField && inBody < elsewhere) {
    writer.byte(inBody);
    return;
  }
  writer.byte(elsewhere);
  writer.byte(mask);
  for (let field = 0; field < fieldCount; field += 1) {
    const count = counts[at + field] ?? 0;
    if (count > 0) writer.varint(count);
  }
}

/** Where the counts at `at` end. */
export function skipCounts(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) < elsewhere) return at + 1;
  let end = at + 2;
  for (let mask = bytes[at + 1] ?? 0; mask !== 0; mask &= mask - 1) {
    while ((bytes[end] ?? 0) > 127) end += 1;
    end += 1;
  }
  return end;
}

/** How many fields the counts at `at` name. */
export function countFields(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) < elsewhere) return 1;
  let fields = 0;
  for (let mask = bytes[at + 1] ?? 0; mask !== 0; mask &= mask - 1) fields += 1;
  return fields;
}

/** Reads the counts into `counts` and says which fields have any, a bit for each. */
export function readCounts(reader: ByteReader, counts: Uint16Array): number {
  const head = reader.byte();
  if (head < elsewhere) {
    counts[bodyField] = head;
    return 1 << bodyField;
  }
  const mask = reader.byte();
  for (let field = 0; field < fieldCount; field += 1) if ((mask & (1 << field)) !== 0) counts[field] = reader.varint();
  return mask;
}

/** Of one term in one segment. */
export interface PostingsHead {
  readonly documents: number;
  /** The sum of the documents over the fields, which is what lunr's idf counts. */
  readonly fieldDocuments: number;
}

export function readHead(reader: ByteReader): PostingsHead {
  const documents = reader.varint();
  return { documents, fieldDocuments: documents + reader.varint() };
}

export function writeHead(writer: ByteWriter, { documents, fieldDocuments }: PostingsHead): void {
  writer.varint(documents);
  writer.varint(fieldDocuments - documents);
}
