/**
 * Words within a few edits (a letter put in, taken out, changed, or two neighbours swapped: Damerau's distance). The sorted
 * dictionary is walked once; the rows of the table that belong to what a word shares with the one before it are kept, and
 * what begins hopelessly is passed over. Distances are of bytes where the word is ASCII, else of code points.
 */
import { TermWalk, type TermDictionary } from '../segment/term-dictionary.ts';

export interface NearTerm {
  readonly number: number;
  readonly text: string;
  readonly distance: number;
}

const deepest = 256;

/** Terms from `from` to before `to` within `limit` edits of `sought`; the first `fixed` bytes of each are not looked at. */
export function nearTerms(
  dictionary: TermDictionary,
  [from, to]: readonly [number, number],
  { sought, fixed, limit }: { readonly sought: Uint8Array; readonly fixed: number; readonly limit: number },
): NearTerm[] {
  if (sought.some((byte) => byte > 0x7f)) return nearLetters(dictionary, [from, to], { sought, fixed, limit });
  const width = sought.length + 1;
  const rows = new Uint8Array(deepest * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  const found: NearTerm[] = [];
  if (from >= to) return found;

  /** Rows that hold for the beginning of the word at hand. */
  let valid = 0;
  /** Words that share this many letters with the last one lead nowhere either. */
  let dead = deepest;
  for (const walk = new TermWalk(dictionary, from); walk.number < to; walk.next()) {
    const shared = Math.max(0, walk.shared - fixed);
    if (shared >= dead) continue;
    dead = deepest;
    const term = walk.bytes();
    const length = term.length - fixed;
    // A word too long is looked at only so far that the next can build upon it.
    const end = Math.min(length, sought.length + limit);
    let row = Math.min(valid, shared);
    while (row < end && fillRow(rows, { term, sought, fixed, limit }, row)) row += 1;
    valid = row;
    if (row < end) dead = row + 1;
    else if (length <= end) {
      const distance = rows[length * width + sought.length] ?? limit + 1;
      if (distance <= limit) found.push({ number: walk.number, text: walk.text(), distance });
    }
  }
  return found;
}

/** By code points: a letter of Cyrillic or Greek is two bytes, one of Devanagari three, and each is one edit. */
function nearLetters(
  dictionary: TermDictionary,
  [from, to]: readonly [number, number],
  { sought, fixed, limit }: { readonly sought: Uint8Array; readonly fixed: number; readonly limit: number },
): NearTerm[] {
  const found: NearTerm[] = [];
  if (from >= to) return found;
  const word = Array.from(new TextDecoder().decode(sought));
  for (const walk = new TermWalk(dictionary, from); walk.number < to; walk.next()) {
    const text = walk.text();
    const distance = distanceOf(Array.from(text.slice(fixed)), word, limit);
    if (distance <= limit) found.push({ number: walk.number, text, distance });
  }
  return found;
}

/** More than `limit` if it is more, whatever it is. */
function distanceOf(term: readonly string[], word: readonly string[], limit: number): number {
  if (Math.abs(term.length - word.length) > limit) return limit + 1;
  const rows = [word.map((_, column) => column).concat(word.length)];
  term.forEach((letter, row) => {
    const above = rows[row] ?? [];
    const here = [row + 1];
    word.forEach((other, column) => {
      const swapped = row > 0 && column > 0 && word[column - 1] === letter && other === term[row - 1];
      here.push(
        Math.min(
          (above[column + 1] ?? 0) + 1,
          (here[column] ?? 0) + 1,
          (above[column] ?? 0) + (other === letter ? 0 : 1),
          swapped ? (rows[row - 1]?.[column - 1] ?? 0) + 1 : Infinity,
        ),
      );
    });
    rows.push(here);
  });
  return rows[term.length]?.[word.length] ?? limit + 1;
}

interface Table {
  readonly term: Uint8Array;
  readonly sought: Uint8Array;
  readonly fixed: number;
  readonly limit: number;
}

/** The row below `row`, for one more letter of the term. False if nothing in it is within the limit. */
function fillRow(rows: Uint8Array, { term, sought, fixed, limit }: Table, row: number): boolean {
  const width = sought.length + 1;
  const above = row * width;
  const here = above + width;
  const letter = term[fixed + row];
  let least = row + 1;
  rows[here] = least;
  for (let column = 1; column < width; column += 1) {
    const same = sought[column - 1] === letter;
    let cost = Math.min(
      (rows[above + column] ?? 0) + 1,
      (rows[here + column - 1] ?? 0) + 1,
      (rows[above + column - 1] ?? 0) + (same ? 0 : 1),
    );
    if (row > 0 && column > 1 && sought[column - 2] === letter && sought[column - 1] === term[fixed + row - 1])
      cost = Math.min(cost, (rows[above - width + column - 2] ?? 0) + 1);
    rows[here + column] = cost;
    if (cost < least) least = cost;
  }
  return least <= limit;
}
