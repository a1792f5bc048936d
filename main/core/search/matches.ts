/** Where in a text the wanted words stand. Every place is a stretch of the text as it is, in UTF-16 units. */
import { exactTerm, stemOf, type Token } from './analysis.ts';
import type { Part, Wanted } from './wanted.ts';

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Which of the wanted, by its place in their list. */
  readonly wanted: number;
}

export type Matcher = (tokens: readonly Token[], language: string) => Match[];

/** A matcher for one query: what it has learnt about a word in one text it need not work out again in the next. */
export function createMatcher(wanted: readonly Wanted[]): Matcher {
  const tests = wanted.map(({ forms }) => forms.map((parts) => parts.map(createPartTest)));
  return (tokens, language) => {
    const words = tokens.filter((token) => token.isWord);
    return tests
      .flatMap((forms, index) =>
        forms.flatMap((parts) => runs(parts.length > 1 ? words : tokens, parts, language, index)),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

type PartTest = (exact: string, language: string) => boolean;

function createPartTest({ boosts, beginning }: Part): PartTest {
  // A stem begins with the letter that its word begins with, so most words need no stemming.
  const initials = new Set([...boosts.keys()].map((term) => term.charAt(term.startsWith('=') ? 1 : 0)));
  const known = new Map<string, boolean>();
  return (exact, language) => {
    if (!initials.has(exact.charAt(0))) return false;
    const key = `${language} ${exact}`;
    let fits = known.get(key);
    if (fits === undefined) {
      const begins = beginning !== null && exact.startsWith(beginning);
      fits = begins || boosts.has(exactTerm(exact)) || boosts.has(stemOf(exact, language));
      known.set(key, fits);
    }
    return fits;
  };
}

function runs(tokens: readonly Token[], tests: readonly PartTest[], language: string, wanted: number): Match[] {
  const found: Match[] = [];
  for (let at = 0; at + tests.length <= tokens.length; at += 1) {
    if (!tests.every((fits, offset) => fits(tokens[at + offset]?.exact ?? '', language))) continue;
    const first = tokens[at];
    const last = tokens[at + tests.length - 1];
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end, wanted });
  }
  return found;
}

/** The stretches to mark: in order, without overlaps. */
export function merged(matches: readonly Match[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    const last = marks.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
