/** A segment with its place in the set's numbering, and which of its documents are gone. */
import { bodyField } from '../segment/postings.ts';
import type { Segment } from '../segment/segment.ts';
import type { Accumulator } from './accumulator.ts';

export interface PlacedSegment {
  readonly segment: Segment;
  /** Added to a document's own number. */
  readonly base: number;
  /** 1 for a document that is gone; null if none is. */
  readonly deleted: Uint8Array | null;
  /** For each field, for each document, what BM25 adds to the count below the line. */
  readonly norms: readonly Float32Array[];
}

export interface Sink {
  readonly into: Accumulator;
  readonly bit: number;
  /** Keeps, of several terms for one thing, the best for each document instead of the sum. */
  readonly isBest: boolean;
}

const noNorms = new Float32Array();

/**
 * Goes along the postings of one term and adds to the sink. `weights` are what each field gives at most, already with idf;
 * 0 leaves a field out. `share` scales all of them.
 */
export function scoreTerm(
  placed: PlacedSegment,
  term: number,
  weights: Float32Array,
  share: number,
  { into, bit, isBest }: Sink,
): void {
  const { base, deleted, norms } = placed;
  const bytes = placed.segment.postings;
  const { scores, seen, list } = into;
  const bodyNorms = norms[bodyField] ?? noNorms;
  const inBody = (weights[bodyField] ?? 0) * share;
  let found = into.count;
  let at = placed.segment.postingsPlace(term);
  // Numbers are read by hand here: this loop is what a search costs.
  let count = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    count |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  while ((bytes[at++] ?? 0) > 127);
  let number = -1;
  for (; count > 0; count -= 1) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    number += step;
    const head = bytes[at++] ?? 0;
    let score = 0;
    if (head < 128) score = (inBody * head) / ((bodyNorms[number] ?? 0) + head);
    else {
      let mask = bytes[at++] ?? 0;
      for (let field = 0; mask !== 0; field += 1, mask >>>= 1) {
        if ((mask & 1) === 0) continue;
        let times = 0;
        for (let shift = 0; ; shift += 7) {
          const next = bytes[at++] ?? 0;
          times |= (next & 127) << shift;
          if (next < 128) break;
        }
        const weight = weights[field] ?? 0;
        if (weight !== 0) score += (weight * share * times) / ((norms[field]?.[number] ?? 0) + times);
      }
    }
    if (score === 0 || (deleted !== null && deleted[number] === 1)) continue;
    const document = base + number;
    const before = seen[document] ?? 0;
    if (before === 0) {
      list[found] = document;
      found += 1;
      seen[document] = bit;
      scores[document] = score;
    } else if (isBest) {
      if (score > (scores[document] ?? 0)) scores[document] = score;
    } else {
      seen[document] = before | bit;
      scores[document] = (scores[document] ?? 0) + score;
    }
  }
  into.count = found;
}
