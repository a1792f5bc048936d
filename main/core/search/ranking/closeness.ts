/** How near to one another the words of a query stand in a text, as the reader put them. */
import type { Match } from '../passages/text-matcher.ts';

/** The words of a query as they stand in its order. */
export interface WordOrder {
  /** For each of the sought, which of the wanted words it is, or -1. */
  readonly wantedOf: readonly number[];
  /** How much each of the wanted words tells. */
  readonly weights: readonly number[];
  /** Which word of the query each is, those counted that take no part. */
  readonly positions: readonly number[];
}

/** From 0 to 1, where 1 is every word as far from the one before it as in the query. `matches` are those of `text`. */
export function closenessOf(text: string, matches: readonly Match[], order: WordOrder): number {
  const words = matches.map(({ start, end, sought }) => ({ start, end, wanted: order.wantedOf[sought] ?? -1 }));
  const { weights, positions } = order;
  let sum = 0;
  let most = 0;
  for (let at = 0; at + 1 < weights.length; at += 1) {
    const weight = Math.min(weights[at] ?? 0, weights[at + 1] ?? 0);
    const distance = (positions[at + 1] ?? 0) - (positions[at] ?? 0);
    most += weight;
    sum += weight * pairCloseness(text, words, at, distance);
  }
  return most === 0 ? 0 : sum / most;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly wanted: number;
}

/** The closest that a word and the next of the query come to each other. */
function pairCloseness(text: string, words: readonly Word[], first: number, distance: number): number {
  let best = 0;
  let left: Word | null = null;
  let right: Word | null = null;
  for (const word of words) {
    if (word.wanted === first) {
      if (right !== null) best = Math.max(best, worthOf(-wordsBetween(text, right, word), distance));
      left = word;
    } else if (word.wanted === first + 1) {
      if (left !== null) best = Math.max(best, worthOf(wordsBetween(text, left, word), distance));
      right = word;
    }
    if (best === 1) return 1;
  }
  return best;
}

/** Far enough to be nowhere near. */
const far = 200;

/** From one word to the other, 1 for neighbours; by the spaces between, which is near enough. */
function wordsBetween(text: string, left: Word, right: Word): number {
  if (right.start - left.end > far) return Infinity;
  let spaces = 0;
  for (let at = text.indexOf(' ', left.end); at !== -1 && at < right.start; at = text.indexOf(' ', at + 1)) spaces += 1;
  return Math.max(1, spaces);
}

/** Of a step from one word to the next, negative for the other way round. */
function worthOf(step: number, asked: number): number {
  if (step === asked) return 1;
  const distance = Math.abs(step);
  if (distance <= 2) return step > 0 ? 0.8 : 0.7;
  if (distance <= 5) return step > 0 ? 0.6 : 0.45;
  return distance <= 20 ? 0.2 : 0;
}
