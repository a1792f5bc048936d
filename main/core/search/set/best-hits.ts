/** The best of many hits without putting all of them in order. */
import type { DocumentNumber, IndexHits } from '../index-set.ts';

export interface BestHit {
  readonly document: DocumentNumber;
  readonly score: number;
  /** The bits of `IndexHits.met`. */
  readonly met: number;
}

/**
 * The first `count` by `compare` (negative if the first of its two goes before), in order. Unless it says otherwise, by
 * score, and at one score by document number, so that an answer is the same each time.
 */
export function bestHits(
  { total, documents, scores, met }: IndexHits,
  count: number,
  compare: (a: BestHit, b: BestHit) => number = byScore,
): BestHit[] {
  const best: BestHit[] = [];
  for (let index = 0; index < total; index += 1) {
    const hit = { document: documents[index] ?? 0, score: scores[index] ?? 0, met: met[index] ?? 0 };
    best.push(hit);
    // Twice as many as are wanted, then the worse half goes: cheaper than keeping them in order all the time.
    if (best.length >= Math.max(64, count * 2)) best.sort(compare).splice(count);
  }
  return best.sort(compare).slice(0, count);
}

function byScore(a: BestHit, b: BestHit): number {
  return b.score - a.score || a.document - b.document;
}
