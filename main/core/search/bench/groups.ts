/** The groups in which latency is measured, from the words of `queries.json` to queries as the page would ask them. */
import type { BenchQuery, BenchWord } from './peer.ts';

/** Queries as lists of words by group; in `prefix…` and `sayt` the last word is as typed so far. */
export type QueryGroups = Readonly<Record<'t1' | 't2' | 't3' | 'prefix' | 'prefix2' | 'fuzzy' | 'sayt', string[][]>>;

export interface Group {
  readonly name: string;
  readonly needs: 'prefix' | 'fuzzy' | 'all' | 'all-prefix' | null;
  readonly queries: readonly BenchQuery[];
}

/** The slowest for most engines last, so that a cut-off costs least. */
export function groupsOf({ t1, t2, t3, prefix, prefix2, fuzzy, sayt }: QueryGroups): Group[] {
  const letters = [...new Set(sayt.map(([first]) => first?.[0] ?? ''))].filter((letter) => letter !== '');
  const isBegun = (least: number, most: number) => (words: readonly string[]) => {
    const { length } = words.at(-1) ?? '';
    return length >= least && length <= most;
  };
  const long = sayt.filter(isBegun(3, 99));
  return [
    { name: 'one word', needs: null, queries: t1.map(asWords('any')) },
    { name: 'two words', needs: null, queries: t2.map(asWords('any')) },
    { name: 'three words', needs: null, queries: t3.map(asWords('any')) },
    { name: 'two words, both required', needs: 'all', queries: t2.map(asWords('all')) },
    { name: 'three words, all required', needs: 'all', queries: t3.map(asWords('all')) },
    { name: 'beginning, 3 to 5 letters', needs: 'prefix', queries: prefix.map(asTyped('any')) },
    { name: 'a typing error', needs: 'fuzzy', queries: fuzzy.map(asFuzzy) },
    { name: 'as typed, all required, 3+ letters', needs: 'all-prefix', queries: long.map(asTyped('all')) },
    { name: 'as typed, 3+ letters', needs: 'prefix', queries: long.map(asTyped('any')) },
    { name: 'beginning, 2 letters', needs: 'prefix', queries: prefix2.map(asTyped('any')) },
    { name: 'as typed, 1 to 2 letters', needs: 'prefix', queries: sayt.filter(isBegun(1, 2)).map(asTyped('any')) },
    { name: 'one letter', needs: 'prefix', queries: letters.map((letter) => asTyped('any')([letter])) },
  ];
}

function asWords(mode: BenchQuery['mode']): (words: readonly string[]) => BenchQuery {
  return (words) => ({ mode, words: words.map((text) => ({ text, as: 'word' })) });
}

function asTyped(mode: BenchQuery['mode']): (words: readonly string[]) => BenchQuery {
  return (words) => ({
    mode,
    words: words.map((text, index): BenchWord => ({ text, as: index === words.length - 1 ? 'prefix' : 'word' })),
  });
}

function asFuzzy(words: readonly string[]): BenchQuery {
  return { mode: 'any', words: words.map((text) => ({ text, as: 'fuzzy' })) };
}
