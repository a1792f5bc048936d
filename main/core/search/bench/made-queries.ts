/** Queries made from a corpus that brings none: words that stand together in its articles, the same for the same file. */
import { analyse } from '../analysis.ts';
import { isFunctionWord } from '../lunr.ts';
import type { QueryGroups } from './groups.ts';
import type { BenchDocument } from './peer.ts';

export function makeQueries(documents: readonly BenchDocument[]): QueryGroups {
  const next = numbers(20_261_127);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  const phrase = (length: number): string[] => {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const words = wordsOf(pick(documents)?.fields['body'] ?? '');
      const at = Math.floor(next() * Math.max(1, words.length - length));
      if (words.length >= length) return words.slice(at, at + length);
    }
    return Array.from({ length }, () => 'text');
  };
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  const begun = (letters: number): string[] => [phrase(1).join('').slice(0, letters)];
  const typedWrong = (): string[] => {
    const word = phrase(1).join('');
    const at = 1 + Math.floor(next() * (word.length - 1));
    return [word.slice(0, at) + word.slice(at + 1)];
  };
  return {
    t1: many(100, () => phrase(1)),
    t2: many(100, () => phrase(2)),
    t3: many(100, () => phrase(3)),
    prefix: many(100, () => begun(3 + Math.floor(next() * 3))),
    prefix2: many(40, () => begun(2)),
    fuzzy: many(60, typedWrong),
    sayt: many(40, () => typed(phrase(1 + Math.floor(next() * 3)))).flat(),
  };
}

/** A query as it grows from its second letter on. */
function typed(words: readonly string[]): string[][] {
  return words.flatMap((word, index) =>
    Array.from({ length: word.length }, (_, letters) => [...words.slice(0, index), word.slice(0, letters + 1)]).slice(
      index === 0 ? 1 : 0,
    ),
  );
}

/** Words of four letters and more that say what a text is about. */
function wordsOf(text: string): string[] {
  return analyse(text)
    .filter(({ isWord, exact }) => isWord && /^\p{L}{4,}$/u.test(exact) && !isFunctionWord(exact))
    .map(({ exact }) => exact);
}

/** Numbers from 0 to 1, always the same for one seed (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
