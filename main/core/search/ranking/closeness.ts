/** How near to one another the words of a query stand in a text, as the reader put them. */
import type { Match } from '../passages/text-matcher.ts';

/** In UTF-16 units between two words: a few words, and a sentence. */
const near = 30;
const sameSentence = 120;

/** The words of a query as they stand in its order. */
export interface WordOrder {
  /** For each of the sought, which of the wanted words it is, or -1. */
  readonly wantedOf: readonly number[];
  /** How much each of the wanted words tells. */
  readonly weights: readonly number[];
}

/** From 0 to 1, where 1 is every word beside the one that follows it in the query. */
export function closenessOf(matches: readonly Match[], { wantedOf, weights }: WordOrder): number {
  const words = matches.map(({ start, end, sought }) => ({ start, end, wanted: wantedOf[sought] ?? -1 }));
  let sum = 0;
  let most = 0;
  for (let at = 0; at + 1 < weights.length; at += 1) {
    const weight = Math.min(weights[at] ?? 0, weights[at + 1] ?? 0);
    most += weight;
    sum += weight * pairCloseness(words, at, at + 1);
  }
  return most === 0 ? 0 : sum / most;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly wanted: number;
}

/** The closest that two words come to each other. */
function pairCloseness(words: readonly Word[], left: number, right: number): number {
  let best = 0;
  let lastLeft: Word | null = null;
  let lastRight: Word | null = null;
  for (const match of words) {
    if (match.wanted === left) {
      if (lastRight !== null) best = Math.max(best, worthOf(match.start - lastRight.end, false));
      lastLeft = match;
    }
    if (match.wanted === right) {
      if (lastLeft !== null && lastLeft !== match) best = Math.max(best, worthOf(match.start - lastLeft.end, true));
      lastRight = match;
    }
    if (best === 1) return 1;
  }
  return best;
}

function worthOf(gap: number, isInOrder: boolean): number {
  if (gap <= 2) return isInOrder ? 1 : 0.7;
  if (gap <= near) return isInOrder ? 0.6 : 0.45;
  return gap <= sameSentence ? 0.2 : 0;
}
