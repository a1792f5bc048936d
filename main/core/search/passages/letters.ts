/**
 * Patterns that find where a folded word may stand in a text as it is written: in either case, with accents, with a hyphen
 * in its middle. They find too much rather than too little; the analysis has the last word.
 */
import { fold } from '../fold.ts';

/** Where letters live that fold to one other letter: Latin, Greek, Cyrillic, and Latin and Greek with more accents. */
const alphabets = [
  [0x00c0, 0x052f],
  [0x1e00, 0x1fff],
] as const;

/** Letters that Unicode or typography writes as one. */
const ligatures: Readonly<Record<string, string>> = { ss: 'ß', ae: 'æ', oe: 'œ', th: 'þ' };

/** Signs that the analysis drops from the middle of a word. */
const joiner = "[-\u2010\u2011.,'\u2019_:/]?";

/** Characters that fold to more or to something else than one letter: what holds them is analysed whole. */
export const unpredictable =
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u2070-\u209F\u2100-\u218F\u2460-\u24FF\uFB00-\uFDFF\uFE70-\uFEFF\uFF00-\uFFEF\uD835]/;

/** For each folded letter those that fold to it. */
const variants = collectVariants();

function collectVariants(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [first, last] of alphabets) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      const folded = fold(letter);
      if (folded.length === 1 && folded !== letter) found.set(folded, (found.get(folded) ?? '') + letter);
    }
  }
  return found;
}

/** Of a folded word or its beginning. */
export function writtenPattern(folded: string): string {
  const parts: string[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const ligature = ligatures[folded.slice(at, at + 2)];
    if (ligature !== undefined) {
      parts.push(`(?:${letterPattern(folded.charAt(at))}${joiner}${letterPattern(folded.charAt(at + 1))}|${ligature})`);
      at += 1;
    } else parts.push(letterPattern(folded.charAt(at)));
  }
  return parts.join(joiner);
}

function letterPattern(letter: string): string {
  if (letter >= '0' && letter <= '9') return letter;
  const forms = [...new Set([letter, letter.toUpperCase()])].filter((form) => form.length === 1).join('');
  return `[${forms.replace(/[\\\]^-]/g, '\\$&')}${variants.get(letter) ?? ''}]`;
}
