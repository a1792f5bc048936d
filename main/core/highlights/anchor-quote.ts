/**
 * Finds where a marked passage stands in a text. By its words, so that spaces, quotation marks, case and hyphens do not
 * matter; a passage of some length is found though a few of its words are others. Pure.
 */

export interface Quote {
  readonly quote: string;
  /** What stood before and after it, as far as that is known. */
  readonly prefix: string;
  readonly suffix: string;
}

/** `start` is an offset in the text of `block`, `end` one in that of `endBlock`. */
export interface Anchor {
  readonly block: number;
  readonly start: number;
  readonly endBlock: number;
  readonly end: number;
}

interface Word {
  readonly word: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A passage of fewer words must stand there as it is. */
const leastForOthers = 5;
/** The share of its words that may be others, missing or more. */
const mostOthers = 0.25;
/** Words of the text times words of the passage that are compared. */
const mostWork = 20_000_000;

export type FindQuote = (quote: Quote) => Anchor | null;

/** Reads the text once for any number of passages. Null for one that is not there. */
export function quoteFinder(blocks: readonly string[]): FindQuote {
  const text = blocks.flatMap((block, number) => wordsOf(block, number));
  const words = text.map(({ word }) => word);
  return ({ quote, prefix, suffix }) => {
    const wanted = wordsOf(quote, 0).map(({ word }) => word);
    if (wanted.length === 0) return null;
    const exact = placesOf(words, wanted);
    const found = exact.length > 0 ? best(exact, words, prefix, suffix) : nearest(words, wanted);
    const first = found === null ? undefined : text[found.from];
    const last = found === null ? undefined : text[found.to - 1];
    if (first === undefined || last === undefined) return null;
    return { block: first.block, start: first.start, endBlock: last.block, end: last.end };
  };
}

/** Scripts without spaces go letter by letter. */
const oneWord = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*|[\p{L}\p{M}\p{N}\u00AD]+/gu;

function wordsOf(text: string, block: number): Word[] {
  return Array.from(text.matchAll(oneWord), (match) => ({
    word: match[0].replaceAll('\u00AD', '').normalize('NFKC').toLowerCase(),
    block,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function placesOf(words: readonly string[], wanted: readonly string[]): Stretch[] {
  const places: Stretch[] = [];
  for (let from = words.indexOf(wanted[0] ?? ''); from !== -1; from = words.indexOf(wanted[0] ?? '', from + 1)) {
    if (wanted.every((word, at) => words[from + at] === word)) places.push({ from, to: from + wanted.length });
  }
  return places;
}

/** The one whose surroundings are most like those it had; the first if there is nothing to choose by. */
function best(places: readonly Stretch[], words: readonly string[], prefix: string, suffix: string): Stretch | null {
  const before = wordsOf(prefix, 0)
    .map(({ word }) => word)
    .reverse();
  const after = wordsOf(suffix, 0).map(({ word }) => word);
  const fit = ({ from, to }: Stretch) =>
    before.filter((word, at) => words[from - 1 - at] === word).length +
    after.filter((word, at) => words[to + at] === word).length;
  let chosen: Stretch | null = null;
  for (const place of places) if (chosen === null || fit(place) > fit(chosen)) chosen = place;
  return chosen;
}

/** The stretch of the text that the fewest changes of words lead to (Sellers 1980); null if those are too many. */
function nearest(words: readonly string[], wanted: readonly string[]): Stretch | null {
  const size = wanted.length;
  if (size < leastForOthers || size * words.length > mostWork) return null;
  let cost = Int32Array.from({ length: size + 1 }, (_, at) => at);
  let begin = new Int32Array(size + 1);
  let found: Stretch | null = null;
  let least = Math.floor(size * mostOthers) + 1;
  for (const [at, word] of words.entries()) {
    const nextCost = new Int32Array(size + 1);
    const nextBegin = new Int32Array(size + 1);
    nextBegin[0] = at + 1;
    for (let row = 1; row <= size; row += 1) {
      const kept = (cost[row - 1] ?? 0) + (wanted[row - 1] === word ? 0 : 1);
      const more = (cost[row] ?? 0) + 1;
      const fewer = (nextCost[row - 1] ?? 0) + 1;
      const lowest = Math.min(kept, more, fewer);
      nextCost[row] = lowest;
      nextBegin[row] = (lowest === kept ? begin[row - 1] : lowest === more ? begin[row] : nextBegin[row - 1]) ?? 0;
    }
    cost = nextCost;
    begin = nextBegin;
    const reached = cost[size] ?? size;
    if (reached >= least) continue;
    least = reached;
    found = { from: begin[size] ?? 0, to: at + 1 };
  }
  return found;
}
