/** The analysis that peers are given where they let one: our own words, Porter's stems. What stands in an index is a stem. */
import { analyse, stemOf } from '../analysis.ts';

export function termsOf(text: string): string[] {
  return analyse(text).map(({ exact }) => stemOf(exact, 'en'));
}

export interface QueryWord {
  readonly stem: string;
  /** Folded as typed. */
  readonly typed: string;
}

/** The same for a word of a query; a word that analysis cuts in several is taken by its first. */
export function queryWord(text: string): QueryWord {
  const typed = analyse(text).find((token) => token.isWord)?.exact ?? text.toLowerCase();
  return { typed, stem: stemOf(typed, 'en') };
}
