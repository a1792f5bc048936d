/** The stretch of an article that answers best: the block with the most of what was asked, cut around its densest part. */
import type { Passage } from '../../../contract/search-entities.ts';
import { merged, type Match } from './text-matcher.ts';

export interface MatchedBlock {
  readonly block: number;
  readonly text: string;
  readonly matches: readonly Match[];
}

const wholeBlock = 220;
const window = 190;
/** What is shown before the first mark, so that it does not begin a line. */
const leadIn = 50;

/** `weights` says for each of the sought how much a match tells. */
export function bestPassage(blocks: readonly MatchedBlock[], weights: readonly number[]): Passage | null {
  let best: { worth: number; candidate: MatchedBlock; stretch: readonly Match[] } | null = null;
  for (const candidate of blocks) {
    const { worth, stretch } = densest(candidate.matches, weights);
    if (best === null || worth > best.worth) best = { worth, candidate, stretch };
  }
  if (best === null) return null;
  return cut(best.candidate, best.stretch);
}

/** The beginning of an article, for one that matched by its title or its tags. */
export function openingPassage(blocks: readonly string[]): Passage {
  const block = Math.max(
    0,
    blocks.findIndex((text) => text.length > 80),
  );
  return cut({ block, text: blocks[block] ?? '', matches: [] }, []);
}

export function wholePassage({ block, text, matches }: MatchedBlock): Passage {
  return { block, text, marks: merged(matches) };
}

/** Different words count whole, repetitions a little. */
function densest(matches: readonly Match[], weights: readonly number[]): { worth: number; stretch: readonly Match[] } {
  let best = { worth: 0, from: 0, to: 0 };
  matches.forEach((first, from) => {
    const seen = new Set<number>();
    let worth = 0;
    let to = from;
    for (let next = matches[to]; next !== undefined && next.end - first.start <= window; next = matches[to]) {
      worth += (weights[next.sought] ?? 0) * (seen.has(next.sought) ? 0.1 : 1);
      seen.add(next.sought);
      to += 1;
    }
    if (worth > best.worth) best = { worth, from, to };
  });
  return { worth: best.worth, stretch: matches.slice(best.from, best.to) };
}

function cut({ block, text, matches }: MatchedBlock, stretch: readonly Match[]): Passage {
  if (text.length <= wholeBlock) return { block, text, marks: merged(matches) };
  const first = stretch[0]?.start ?? 0;
  const last = stretch.at(-1)?.end ?? 0;
  let start = Math.max(0, Math.min(first - leadIn, text.length - window));
  start = start <= 12 ? 0 : wordStart(text, start, first);
  const end = wordEnd(text, Math.max(last, start + window), last);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  const marks = merged(matches.filter((match) => match.start >= start && match.end <= end));
  return {
    block,
    text: `${before}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks.map(([from, to]) => [from + shift, to + shift]),
  };
}

/** The first beginning of a word from `at` on, but not past `limit`; a text without spaces is cut where it is. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at - 1);
  if (space !== -1 && space < Math.min(limit, at + 30)) return space + 1;
  return isInsidePair(text, at) ? at - 1 : at;
}

/** The last end of a word up to `at`, but not before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  if (space >= limit && space > at - 30) return space;
  return isInsidePair(text, at) ? at + 1 : at;
}

function isInsidePair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}
