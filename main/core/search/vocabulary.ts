/** The words that occur: completing a word that is being typed, and finding the ones near a misspelt one. */
import { exactTerm } from './analysis.ts';

export interface Vocabulary {
  has(term: string): boolean;
  /** Exact forms that begin so, the form itself left out, in order. */
  completions(beginning: string): readonly string[];
  /** Exact forms with the same first letter at the least edit distance, at most 2, one for short words. */
  nearest(word: string): readonly string[];
}

/** `terms` are sorted by UTF-16 unit. */
export function createVocabulary(terms: readonly string[]): Vocabulary {
  const known = new Set(terms);
  const mark = exactTerm('');

  function* beginningWith(beginning: string): Generator<string> {
    const sought = exactTerm(beginning);
    for (let at = lowerBound(terms, sought); at < terms.length; at += 1) {
      const term = terms[at];
      if (term?.startsWith(sought) !== true) return;
      yield term.slice(mark.length);
    }
  }

  return {
    has: (term) => known.has(term),
    completions: (beginning) => [...beginningWith(beginning)].filter((form) => form !== beginning),
    nearest: (word) => {
      const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
      for (let distance = 1; distance <= limit; distance += 1) {
        const near = [...beginningWith(first)].filter((form) => isWithin(word, form, distance));
        if (near.length > 0) return near;
      }
      return [];
    },
  };
}

function lowerBound(terms: readonly string[], sought: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `limit` edits lead from one to the other: a letter put in, taken out, changed, or two neighbours swapped. */
export function isWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > limit) return false;
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length) <= limit;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
