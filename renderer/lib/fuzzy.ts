/**
 * Does a typed word fit a title, how well, and where? Letters must come in order; unbroken runs and beginnings of words
 * count most. Pure, and quick enough for a few thousand titles a keystroke.
 */

export interface FuzzyMatch {
  readonly score: number;
  /** Stretches of the text that matched: [start, end) in UTF-16 units, in order. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Null if it does not fit. Case and accents do not matter. An empty query fits anything, with score 0. */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const wanted = fold(query.trim()).replace(/\s+/g, ' ');
  if (wanted === '') return { score: 0, ranges: [] };
  const hay = fold(text);
  const whole = hay.indexOf(wanted);
  const best = bestUnbroken(wanted, hay, whole);
  if (best !== null) return best;
  const letters = wanted.replaceAll(' ', '');
  return eachWord(wanted.split(' '), hay) ?? scattered(letters, hay) ?? loose(letters, hay);
}

function bestUnbroken(wanted: string, hay: string, first: number): FuzzyMatch | null {
  let best: FuzzyMatch | null = null;
  for (let at = first; at !== -1; at = hay.indexOf(wanted, at + 1)) {
    const bonus = at === 0 ? 60 : startsWord(hay, at) ? 40 : 0;
    const score = 100 + bonus + closeness(wanted, hay);
    if (best === null || score > best.score) best = { score, ranges: [[at, at + wanted.length]] };
  }
  return best;
}

/** "worm door" fits "The worm that came to close the door": every word, in any order, at a beginning of a word. */
function eachWord(words: readonly string[], hay: string): FuzzyMatch | null {
  const ranges: [number, number][] = [];
  for (const word of words) {
    let at = hay.indexOf(word);
    while (
      at !== -1 &&
      !(startsWord(hay, at) && !ranges.some(([start, end]) => at < end && at + word.length > start))
    ) {
      at = hay.indexOf(word, at + 1);
    }
    if (at === -1) return null;
    ranges.push([at, at + word.length]);
  }
  const ordered = ranges.every(([start], index) => index === 0 || start > (ranges[index - 1]?.[0] ?? 0));
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  return { score: 80 + (ordered ? 20 : 0) + closeness(words.join(' '), hay), ranges: sorted };
}

/** Initials and the like: "wtc" fits "Worm that came". Each letter begins a word or follows the one before. */
function scattered(letters: string, hay: string): FuzzyMatch | null {
  const places = walk(letters, hay, 0, -1);
  if (places === null) return null;
  const ranges = runs(places);
  return { score: 40 - Math.min(30, 4 * (ranges.length - 1)) + closeness(letters, hay), ranges };
}

/** "thm" fits "Theme": any letters in order, in a short name. In a headline that would fit nearly anything. */
function loose(letters: string, hay: string): FuzzyMatch | null {
  if (hay.length > 32) return null;
  for (let first = 0; first < hay.length; first += 1) {
    const places = startsWord(hay, first) ? inOrder(letters, hay, first) : null;
    if (places !== null) return { score: closeness(letters, hay), ranges: runs(places) };
  }
  return null;
}

function inOrder(letters: string, hay: string, first: number): readonly number[] | null {
  const places: number[] = [];
  let from = first;
  for (const letter of letters.split('')) {
    const at = hay.indexOf(letter, from);
    if (at === -1 || (places.length === 0 && at !== first)) return null;
    places.push(at);
    from = at + 1;
  }
  return places;
}

/** `dead` remembers from where there is no way on, so that the walk is never longer than letters times length. */
function walk(
  letters: string,
  hay: string,
  letter: number,
  before: number,
  dead = new Set<string>(),
): readonly number[] | null {
  const wanted = letters[letter];
  if (wanted === undefined) return [];
  const here = `${letter}:${before}`;
  if (dead.has(here)) return null;
  for (let at = hay.indexOf(wanted, before + 1); at !== -1; at = hay.indexOf(wanted, at + 1)) {
    const continues = before !== -1 && at === before + 1;
    if (!continues && !startsWord(hay, at)) continue;
    const rest = walk(letters, hay, letter + 1, at, dead);
    if (rest !== null) return [at, ...rest];
  }
  dead.add(here);
  return null;
}

/** Neighbouring places as one stretch. */
function runs(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last?.[1] === place) last[1] = place + 1;
    else ranges.push([place, place + 1]);
  }
  return ranges;
}

function startsWord(hay: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(hay[at - 1] ?? ' ');
}

/** Up to 10 for a title that says little else. */
function closeness(wanted: string, hay: string): number {
  return (10 * wanted.length) / Math.max(1, hay.length);
}

/** Lower case without accents, and never longer or shorter than it was: ranges must fit the text as it is printed. */
function fold(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, foldSign).toLowerCase();
}

function foldSign(sign: string): string {
  if (sign === '’' || sign === '‘') return "'";
  const bare = sign.normalize('NFD')[0] ?? sign;
  return bare.toLowerCase().length === 1 ? bare : sign;
}
