/** The one door to lunr 2.3.9: its stemmer, and its list of words that say nothing. */
import lunr from 'lunr';

/** The English (Porter) stem of a lower-case word. */
export function stemEnglish(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

/** The stemmer that plugins of lunr-languages put on lunr under a language's code, or null. */
export function pluggedStemmer(
  plugins: readonly ((enriched: typeof lunr) => void)[],
  code: string,
): ((word: string) => string) | null {
  for (const plugin of plugins) plugin(lunr);
  const enriched = lunr as unknown as Partial<Record<string, { readonly stemmer?: (word: string) => string }>>;
  // As the plugins document it: given a string, their stemmers answer with one.
  return enriched[code]?.stemmer ?? null;
}

/** Words that stand in every English text and say nothing of what it is about. */
export function isFunctionWord(word: string): boolean {
  const kept = lunr.stopWordFilter(new lunr.Token(word, {})) as lunr.Token | undefined; // its type forgets the latter
  return kept === undefined;
}
