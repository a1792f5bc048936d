/**
 * Cuts a text into words with their places, by Unicode's rules for word boundaries.
 *
 * Scripts that put spaces between words are cut by one regular expression, which agrees with `Intl.Segmenter` (a test
 * says so) but for what a search wants otherwise: a colon parts words, Chinese characters and kana stay one run, and the
 * names C++, C# and .NET are kept. Thai, Lao, Khmer and Burmese have no spaces and go to the segmenter.
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const letter = String.raw`[\p{L}\p{M}\p{Nl}\p{No}_]`;
const digit = String.raw`\p{Nd}`;
const han = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\u3005]`;
/** Geresh and gershayim, as they are typed. */
const hebrewSigns = String.raw`(?<=[\u05D0-\u05EA])(?:'|"(?=[\u05D0-\u05EA]))`;
const other = String.raw`(?!${han})(?:${letter}|${digit})`;

/** One alternative each: .NET; C++ and C#; a run of Chinese characters and kana; a word with the signs that may stand in it. */
const word = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.])\.NET(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])[A-Za-z](?:\+\+|#)(?![\p{L}\p{N}+#])`,
    `${han}+`,
    `${other}(?:${other}|(?<=[\\p{L}\\p{M}])(?<!${han})['’.](?=\\p{L})(?!${han})|(?<=${digit})[,.'’](?=${digit})|${hebrewSigns})*`,
  ].join('|'),
  'gu',
);

const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  for (const match of text.matchAll(word)) {
    const segment = { start: match.index, end: match.index + match[0].length, text: match[0] };
    if (/^[_\p{M}]+$/u.test(segment.text)) continue; // a line to write on
    if (spaceless.test(segment.text)) found.push(...bySegmenter(segment));
    else found.push(segment);
  }
  return found;
}

function bySegmenter({ start, text }: Segment): Segment[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter((piece) => piece.isWordLike)
    .map((piece) => ({
      start: start + piece.index,
      end: start + piece.index + piece.segment.length,
      text: piece.segment,
    }));
}
