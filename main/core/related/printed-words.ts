/** Which words are fit to be printed as what two articles have in common. */
import { isCjk } from '../search/fold.ts';
import { isPlain } from './plain-words.ts';

/** By itself, in print: a name, or a word of some length. Figures and years are not what a story is about. */
export function isTelling(word: string): boolean {
  const isName = /^\p{Lu}/u.test(word);
  return /^\p{L}/u.test(word) && (isName || word.length > 3 || isCjk(word)) && !isPlain(word);
}

/** Whether two words say the same: one is a part of the other, or both begin alike. */
export function overlap(a: string, b: string): boolean {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return long.includes(short) || (short.length > 5 && long.startsWith(short.slice(0, 5)));
}
