/** The analysis of stretches between spaces, remembered: texts say the same words again and again. */
import { analyse, stemOf, type Token } from '../analysis.ts';

/** A token with its stem in one language. */
interface StemmedToken extends Token {
  readonly stem: string;
}

export type StretchAnalysis = (stretch: string, language: string) => readonly StemmedToken[];

export const analyseAnew: StretchAnalysis = (stretch, language) =>
  analyse(stretch).map((token) => ({ ...token, stem: stemOf(token.exact, language) }));

/** So many stretches are remembered, about 10 MB; longer ones come once. */
const keptStretches = 30_000;
const longestKept = 40;

export function createStretchAnalysis(): StretchAnalysis {
  const known = new Map<string, readonly StemmedToken[]>();
  return (stretch, language) => {
    if (stretch.length > longestKept) return analyseAnew(stretch, language);
    const key = `${language} ${stretch}`;
    let tokens = known.get(key);
    if (tokens === undefined) {
      tokens = analyseAnew(stretch, language);
      if (known.size >= keptStretches) known.clear();
      known.set(key, tokens);
    }
    return tokens;
  };
}
