/** Terms that a pattern with stars stands for. A star is any run of characters, none too. */
import { matchesStars } from '../star-pattern.ts';
import { TermWalk, type TermDictionary } from '../segment/term-dictionary.ts';

/** The numbers of the terms that match, in each dictionary: no string is made, however many there are. */
export function matchingNumbers(pattern: string, dictionaries: readonly TermDictionary[]): Uint32Array[] {
  const bytes = new TextEncoder().encode(pattern);
  const [beginning = ''] = pattern.split('*');
  return dictionaries.map((dictionary) => {
    const [from, to] = dictionary.range(beginning);
    const found: number[] = [];
    if (from >= to) return Uint32Array.from(found);
    for (const walk = new TermWalk(dictionary, from); walk.number < to; walk.next()) {
      if (matchesStars(bytes, walk.bytes())) found.push(walk.number);
    }
    return Uint32Array.from(found);
  });
}

/** The terms of all dictionaries, each once. The pattern is of whole terms, their marks included. */
export function matchingTerms(pattern: string, dictionaries: readonly TermDictionary[]): string[] {
  const bytes = new TextEncoder().encode(pattern);
  const [beginning = ''] = pattern.split('*');
  const found = new Set<string>();
  for (const dictionary of dictionaries) {
    const [from, to] = dictionary.range(beginning);
    if (from >= to) continue;
    for (const walk = new TermWalk(dictionary, from); walk.number < to; walk.next()) {
      if (matchesStars(bytes, walk.bytes())) found.add(walk.text());
    }
  }
  return [...found];
}
