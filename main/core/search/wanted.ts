/**
 * What a clause asks of an article, in terms of the index: any of its forms, and of each form all the parts in a row.
 * `COVID-19` has two forms, `covid19` as one term and `covid` next to `19`.
 */
import { analyse, exactTerm, stemOf, type Token } from './analysis.ts';
import type { Clause } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One place in a form: any of these terms, each with its weight. */
export interface Part {
  readonly boosts: ReadonlyMap<string, number>;
  /** Every exact form that begins so fits as well, whether or not `boosts` names it. */
  readonly beginning: string | null;
}

export interface Wanted {
  readonly clause: Clause;
  readonly forms: readonly (readonly Part[])[];
  /** Words read in place of one that nobody wrote. */
  readonly correctedTo: readonly string[];
}

const weight = { exact: 1.2, stem: 1, completion: 0.35, correction: 0.6 } as const;

/** More completions than this add to the work and nothing to the order; marking still knows them all. */
const completionLimit = 400;

/** Queries are stemmed as English: other languages' articles are held by their exact forms, which match either way. */
const queryLanguage = 'en';

export function wantedBy(clause: Clause, vocabulary: Vocabulary): Wanted {
  const tokens = analyse(clause.text);
  const words = tokens.filter((token) => token.isWord);
  if (words.length === 0) return { clause, forms: [], correctedTo: [] };
  if (clause.isPhrase)
    return {
      clause,
      forms: [words.map((word, index) => phrasePart(word, clause, index === words.length - 1, vocabulary))],
      correctedTo: [],
    };

  const completes = clause.isOpen && !clause.isExcluded;
  const parts = words.map((word, index) => wordPart(word, completes && index === words.length - 1, vocabulary));
  const forms = [...joined(tokens, words).map((token) => [wordPart(token, completes, vocabulary)]), parts];
  const only = words.length === 1 ? words[0] : undefined;
  if (only === undefined || isKnown(parts[0], vocabulary) || clause.isExcluded)
    return { clause, forms, correctedTo: [] };
  return whenUnknown(clause, only, vocabulary);
}

/** The form without hyphens and dots: covid19 for COVID-19, nodejs for node.js. */
function joined(tokens: readonly Token[], words: readonly Token[]): Token[] {
  const first = words[0];
  const isWhole = (token: Token): boolean => token.start === first?.start && token.end === words.at(-1)?.end;
  const bare = words.length === 1 ? first?.exact.replace(/[._]/g, '') : undefined;
  return tokens.filter((token) => !token.isWord && isWhole(token) && (bare === undefined || token.exact === bare));
}

/** A word that occurs nowhere: first as the beginning of one that does, then as one misspelt. */
function whenUnknown(clause: Clause, word: Token, vocabulary: Vocabulary): Wanted {
  const begun = wordPart(word, true, vocabulary);
  if (isKnown(begun, vocabulary)) return { clause, forms: [[begun]], correctedTo: [] };
  const near = vocabulary.nearest(word.exact);
  const boosts = new Map(near.map((form) => [exactTerm(form), weight.correction]));
  return { clause, forms: [[{ boosts, beginning: null }]], correctedTo: near };
}

function wordPart({ exact }: Token, completes: boolean, vocabulary: Vocabulary): Part {
  const boosts = new Map<string, number>();
  const begins = completes && (exact.length > 1 || !/^[a-z0-9]/.test(exact));
  if (begins) {
    for (const form of vocabulary.completions(exact).slice(0, completionLimit))
      boosts.set(exactTerm(form), weight.completion);
  }
  boosts.set(stemOf(exact, queryLanguage), weight.stem);
  boosts.set(exactTerm(exact), weight.exact);
  return { boosts, beginning: begins ? exact : null };
}

/** In a phrase words stand as written; only the last may still be in the making. */
function phrasePart({ exact }: Token, clause: Clause, isLast: boolean, vocabulary: Vocabulary): Part {
  const boosts = new Map<string, number>([[exactTerm(exact), weight.exact]]);
  if (!clause.isOpen || !isLast) return { boosts, beginning: null };
  for (const form of vocabulary.completions(exact)) boosts.set(exactTerm(form), weight.completion);
  return { boosts, beginning: exact };
}

function isKnown(part: Part | undefined, vocabulary: Vocabulary): boolean {
  return part !== undefined && [...part.boosts.keys()].some((term) => vocabulary.has(term));
}
