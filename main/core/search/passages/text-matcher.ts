/**
 * Where in a text stands what is sought. Every place is a stretch of the text as it is, in UTF-16 units.
 *
 * Whole texts are not analysed: one pattern finds the stretches between spaces that may hold a word of the query, and only
 * those go through the analysis, each once a query. What the analysis makes of a text it makes of these stretches too, since
 * no token reaches over a space.
 */
import { analyse } from '../analysis.ts';
import { isCjk } from '../fold.ts';
import { unpredictable, writtenPattern } from './letters.ts';
import type { Sought, WordTest } from './sought.ts';
import { analyseAnew, type StretchAnalysis } from './stretch-analysis.ts';
import { starTest } from '../star-pattern.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Which of the sought, by its place in their list. */
  readonly sought: number;
}

export interface TextMatcher {
  /** In the order of their beginnings. */
  matches(text: string, language: string): Match[];
}

/** A token that fits somewhere; `tests` are the numbers of the tests that it fits. */
interface Hit {
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  readonly tests: readonly number[];
}

/** Stems that do not begin as their words do, or words without spaces: their texts are analysed whole. */
const analysedWhole = /^(?:ar|fa|he|hi|id|kn|ms|sa|ta|te|th|lo|km|my)(?:-|$)/i;

export function createTextMatcher(sought: readonly Sought[], analysis: StretchAnalysis = analyseAnew): TextMatcher {
  const tests = sought.flatMap(({ rows }) => rows.flat());
  let number = 0;
  const numbered = sought.map(({ rows, slack }) => ({
    slack,
    rows: rows.map((row) => row.map(() => number++)),
  }));
  /** Rows of one word, as most are, by the number of their test. */
  const soughtByTest = new Map<number, number>();
  const longer = numbered.flatMap(({ rows, slack }, index) =>
    rows.flatMap((row) => {
      const [first] = row;
      if (row.length > 1) return [{ row, slack, index }];
      if (first !== undefined) soughtByTest.set(first, index);
      return [];
    }),
  );
  const finder = createFinder(tests);
  const fits = createTest(tests);
  const byLanguage = new Map<string, Map<string, readonly Hit[]>>();

  const hitsIn = (language: string): ((stretch: string) => readonly Hit[]) => {
    const stretches = byLanguage.get(language) ?? new Map<string, readonly Hit[]>();
    byLanguage.set(language, stretches);
    return (stretch) => {
      let found = stretches.get(stretch);
      if (found === undefined) {
        found = analysis(stretch, language).flatMap(({ start, end, exact, stem, isWord }) => {
          const met = fits(exact, stem);
          return met.length > 0 ? [{ start, end, isWord, tests: met }] : [];
        });
        stretches.set(stretch, found);
      }
      return found;
    };
  };

  return {
    matches: (text, language) => {
      if (finder === null || text === '') return [];
      const hitsOf = hitsIn(language);
      const isWhole = analysedWhole.test(language) || unpredictable.test(text);
      const hits = isWhole ? hitsOf(text) : scan(text, finder, hitsOf);
      if (hits.length === 0) return [];
      const matches: Match[] = [];
      for (const { start, end, tests: met } of hits) {
        for (const test of met) {
          const sought = soughtByTest.get(test);
          if (sought !== undefined) matches.push({ start, end, sought });
        }
      }
      if (longer.length > 0) {
        const words = hits.filter(({ isWord }) => isWord);
        for (const { row, slack, index } of longer)
          matches.push(...(slack === null ? inARow(text, words, row, index) : nearby(text, words, row, slack, index)));
      }
      return matches.length > 1 ? matches.sort((a, b) => a.start - b.start || b.end - a.end) : matches;
    },
  };
}

/** Asked for the same text again, it answers what it found: for the length of one query. */
export function remembering(matcher: TextMatcher): TextMatcher {
  const byLanguage = new Map<string, Map<string, Match[]>>();
  return {
    matches: (text, language) => {
      const known = byLanguage.get(language) ?? new Map<string, Match[]>();
      byLanguage.set(language, known);
      const matches = known.get(text) ?? matcher.matches(text, language);
      known.set(text, matches);
      return matches;
    },
  };
}

/** The hits in the stretches that the finder stops at. */
function scan(text: string, finder: RegExp, hitsOf: (stretch: string) => readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  finder.lastIndex = 0;
  while (finder.test(text)) {
    const from = text.lastIndexOf(' ', finder.lastIndex - 1) + 1;
    const space = text.indexOf(' ', finder.lastIndex);
    const to = space === -1 ? text.length : space;
    for (const { start, end, isWord, tests } of hitsOf(text.slice(from, to)))
      hits.push({ start: start + from, end: end + from, isWord, tests });
    finder.lastIndex = to;
  }
  return hits;
}

/** Null if nothing is sought. */
function createFinder(tests: readonly WordTest[]): RegExp | null {
  const beginnings = new Set(tests.flatMap(beginningsOf));
  const shortest = [...beginnings].filter(
    (one) => ![...beginnings].some((other) => other !== one && one.startsWith(other)),
  );
  if (shortest.length === 0) return null;
  if (shortest.includes('')) return /[^ ]/g;
  // Letters without spaces between words have no beginnings of words to look behind.
  const pattern = shortest.map((one) =>
    isCjk(one) ? writtenPattern(one) : `(?<![0-9A-Za-z\u00C0-\u024F])${writtenPattern(one)}`,
  );
  return new RegExp(pattern.join('|'), 'g');
}

const longestBeginning = 6;

/** What every word begins with that fits the test. A stem may differ from its words in its last letters. */
function beginningsOf({ exact, stems, beginning, pattern }: WordTest): string[] {
  const ofStems = [...stems].map((stem) =>
    stem.slice(0, Math.max(1, stem.length > 4 ? stem.length - 2 : stem.length - 1)),
  );
  return [
    ...exact,
    ...ofStems,
    ...(beginning === null ? [] : [beginning]),
    ...(pattern === null ? [] : [pattern.slice(0, pattern.indexOf('*'))]),
  ].map((text) => text.slice(0, longestBeginning));
}

/** Which tests a form fits. */
function createTest(tests: readonly WordTest[]): (exact: string, stem: string) => number[] {
  const patterns = tests.map(({ pattern }) => (pattern === null ? null : starTest(pattern)));
  return (exact, stem) => {
    return tests.flatMap((test, index) => {
      const { beginning } = test;
      const isMet =
        test.exact.has(exact) ||
        test.stems.has(stem) ||
        (beginning !== null && exact.startsWith(beginning)) ||
        patterns[index]?.(exact) === true;
      return isMet ? [index] : [];
    });
  };
}

function inARow(text: string, words: readonly Hit[], row: readonly number[], sought: number): Match[] {
  return words.flatMap((first, at) => {
    let last = first;
    for (let place = 0; place < row.length; place += 1) {
      const word = words[at + place];
      const test = row[place];
      if (word === undefined || test === undefined || !word.tests.includes(test)) return [];
      if (place > 0 && !isNext(text, last, word)) return [];
      last = word;
    }
    return [{ start: first.start, end: last.end, sought }];
  });
}

const lettered = /[\p{L}\p{N}]/u;

/** No word stands between them; bigrams of a text without spaces lie over each other. */
function isNext(text: string, left: Hit, right: Hit): boolean {
  if (right.start < left.end) return right.start > left.start;
  return !lettered.test(text.slice(left.end, right.start));
}

/** The words of a row in any order, with at most `slack` others among them. Each is marked by itself. */
function nearby(text: string, words: readonly Hit[], row: readonly number[], slack: number, sought: number): Match[] {
  const found = new Set<Hit>();
  words.forEach((first, at) => {
    const needed = new Set(row);
    const taken: Hit[] = [];
    for (let next = at; next < words.length && needed.size > 0; next += 1) {
      const word = words[next];
      if (word === undefined || othersBetween(text, first, word, taken.length, slack) > slack) return;
      const test = word.tests.find((one) => needed.has(one));
      if (test === undefined) continue;
      needed.delete(test);
      taken.push(word);
    }
    if (needed.size === 0) for (const word of taken) found.add(word);
  });
  return [...found].map(({ start, end }) => ({ start, end, sought }));
}

/** How many words from the first to this one are none of those taken. */
function othersBetween(text: string, first: Hit, word: Hit, taken: number, slack: number): number {
  if (word === first || word.start - first.end > 40 * (slack + taken + 1)) return word === first ? 0 : Infinity;
  const between = analyse(text.slice(first.end, word.start)).filter(({ isWord }) => isWord).length;
  return Math.max(0, between - Math.max(0, taken - 1));
}

/** The stretches to mark: in order, without overlaps. */
export function merged(matches: readonly Pick<Match, 'start' | 'end'>[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const last = marks.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
