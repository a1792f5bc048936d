/** How long a text is, for a reader: words by Unicode's boundaries, minutes at a calm pace. */

const wordsPerMinute = 230;

export function countWords(text: string, language: string): number {
  const quick = countLatinWords(text);
  if (quick !== null) return quick;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** At least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

/** What a character is to the boundaries of words. The joiners hold together letters, figures, or either among themselves. */
const kinds = { none: 0, letter: 1, figure: 2, line: 3, joinsLetters: 4, joinsFigures: 5, joinsBoth: 6 } as const;

const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z]/i.test(sign)) return kinds.letter;
  if (/\d/.test(sign)) return kinds.figure;
  if (sign === '_') return kinds.line;
  if (sign === ':') return kinds.joinsLetters;
  if (sign === ',' || sign === ';') return kinds.joinsFigures;
  return sign === '.' || sign === "'" ? kinds.joinsBoth : kinds.none;
});

/** -1 for what the rules of Latin text do not cover. */
function kindOf(code: number): number {
  if (code < 128) return ascii[code] ?? -1;
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? kinds.none : kinds.letter;
  if (code === 0x2018 || code === 0x2019) return kinds.joinsBoth;
  const isMark =
    (code >= 0x2010 && code <= 0x2023) || code === 0x2026 || code === 0xa0 || code === 0xab || code === 0xbb;
  return isMark ? kinds.none : -1;
}

/**
 * What the segmenter counts, ten times as fast: an import of 50,000 articles spent a third of its time there. Null for a
 * text with other than Latin letters, figures and common punctuation.
 */
function countLatinWords(text: string): number | null {
  let count = 0;
  let last: number = kinds.none;
  let isLoneLine = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === -1) return null;
    if (kind >= kinds.letter && kind <= kinds.line) {
      if (last === kinds.none) {
        count += 1;
        isLoneLine = kind === kinds.line;
      } else isLoneLine = false;
      last = kind;
      continue;
    }
    const holds = kind >= kinds.joinsLetters && joins(kind, last) && kindOf(text.charCodeAt(at + 1)) === last;
    if (holds) continue;
    // One underscore by itself is no word, two are, says Unicode's reference implementation.
    if (isLoneLine) count -= 1;
    isLoneLine = false;
    last = kinds.none;
  }
  return isLoneLine ? count - 1 : count;
}

function joins(kind: number, last: number): boolean {
  if (last === kinds.letter) return kind !== kinds.joinsFigures;
  return last === kinds.figure && kind !== kinds.joinsLetters;
}
