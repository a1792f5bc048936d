/** Folding: the form in which words are compared, without case, accents and typographic variants. */

/** Letters that Unicode does not take apart, though readers type them so. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Accents and vowel points; not the vowel signs of Indic scripts, which are letters in all but name. */
const accents = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/g;

/** The folded word. Japanese, Chinese and Korean keep their marks, since か and が are different sounds. */
export function fold(word: string): string {
  // eslint-disable-next-line no-control-regex -- the range is ASCII itself
  if (/^[\u0000-\u007F]*$/.test(word)) return word.toLowerCase();
  if (isCjk(word)) return word.normalize('NFKC').toLowerCase();
  return word
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/[\u2019\u02BC\uFF07]/g, "'");
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u;

/** Whether the text holds Chinese characters or kana, which are written without spaces. */
export function isCjk(text: string): boolean {
  // Most words are told at a glance: nothing below U+3005 is either.
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x2e80) return cjk.test(text);
  return false;
}
