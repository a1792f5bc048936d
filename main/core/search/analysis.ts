/**
 * The one chain from text to terms, for the index, for queries and for marking words in a passage. What is found is
 * marked, and what is marked is found, because all three come through here.
 *
 * A text becomes tokens: its words in order, and beside them the other forms by which one may look for them (`COVID-19`
 * is found as it stands, as `covid19`, and by its halves). A token has an exact form and a stem; the index holds both, the
 * exact one marked by `=`, so that a word as typed outweighs its relations.
 */
import { fold, isCjk } from './fold.ts';
import { stemmerOf } from './stemmers.ts';
import { segments, type Segment } from './word-segments.ts';

export interface Token {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Words follow one another as in the text; other forms lie over them. */
  readonly isWord: boolean;
}

/** The term of an exact form; stems stand in the index bare. */
export function exactTerm(exact: string): string {
  return `=${exact}`;
}

/** The stem of an exact form. Figures, names such as `c++` and words in languages without a stemmer are their own. */
export function stemOf(exact: string, language: string): string {
  return stemmerOf(language)?.(exact) ?? exact;
}

/** Longer words are cut: no dictionary has them, and no reader types them to the end. */
const longestForm = 80;

/** Ordered by place; at one place the word comes before its other forms. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  const add: Add = (start, end, exact, isWord) => {
    if (exact !== '') tokens.push({ start, end, exact: exact.slice(0, longestForm), isWord });
  };

  const found = segments(text);
  found.forEach((segment, index) => {
    if (isCjk(segment.text)) {
      addCharacters(segment, add);
      return;
    }
    addWord(segment, add);
    if (!joins(text, found[index - 1], segment)) addHyphenated(text, found, index, add);
  });
  return tokens;
}

/**
 * The same chain for an index, which needs no places: the words of a text as they stand in it, for `wordTerms`, and forms
 * made of several (`isJoined`), for `joinedTerms`. One who remembers the terms of a word that comes again saves most of it.
 */
export function visitWords(text: string, visit: (word: string, isJoined: boolean) => void): void {
  const found = segments(text);
  found.forEach((segment, index) => {
    visit(segment.text, false);
    if (isCjk(segment.text) || joins(text, found[index - 1], segment)) return;
    addHyphenated(text, found, index, (_start, _end, exact) => {
      visit(exact, true);
    });
  });
}

/** The terms of a word as it stands in a text: of each of its forms the exact one and the stem. */
export function wordTerms(word: string, language: string): string[] {
  const terms: string[] = [];
  const segment = { start: 0, end: word.length, text: word };
  (isCjk(word) ? addCharacters : addWord)(segment, (_start, _end, exact) => {
    if (exact !== '') terms.push(...joinedTerms(exact, language));
  });
  return terms;
}

export function joinedTerms(exact: string, language: string): string[] {
  const form = exact.slice(0, longestForm);
  return [exactTerm(form), stemOf(form, language)];
}

type Add = (start: number, end: number, exact: string, isWord: boolean) => void;

/** A word with its inner signs settled: `Microsoft’s` is microsoft, `359,000` is 359000, `node.js` is also node and js. */
function addWord({ start, end, text }: Segment, add: Add): void {
  const folded = fold(text)
    .replace(/'s?$/, '')
    .replace(/(?<=\d),(?=\d)/g, '');
  const whole = folded.replaceAll("'", '');
  add(start, end, whole, true);
  const parts = folded.split(/['._]/).filter((part) => part !== '');
  if (parts.length < 2 || parts.every(isNumber)) return;
  const joined = parts.join('');
  if (joined !== whole) add(start, end, joined, false);
  for (const part of parts) if (part.length > 1) add(start, end, part, false);
}

/** Bigrams as words, single characters beside them: without spaces, that finds any stretch. */
function addCharacters({ start, text }: Segment, add: Add): void {
  const characters: { at: number; sign: string }[] = [];
  let at = start;
  for (const sign of text) {
    characters.push({ at, sign });
    at += sign.length;
  }
  characters.forEach(({ at: first, sign }, index) => {
    const next = characters[index + 1];
    if (next !== undefined) add(first, next.at + next.sign.length, fold(sign + next.sign), true);
    add(first, first + sign.length, fold(sign), characters.length === 1);
  });
}

/** `e-mail` is also email, `CVE-2001-0500` cve20010500; figures alone keep their hyphens, so that dates stay apart. */
function addHyphenated(text: string, found: readonly Segment[], index: number, add: Add): void {
  const first = found[index];
  if (first === undefined || !hyphens.has(text.charCodeAt(first.end))) return;
  const run = [first];
  for (let next = index + 1; next < found.length; next += 1) {
    const segment = found[next];
    const last = run.at(-1);
    if (segment === undefined || !joins(text, last, segment)) break;
    run.push(segment);
  }
  const last = run.at(-1);
  if (run.length < 2 || last === undefined) return;
  const parts = run.map((segment) => fold(segment.text).replace(/'s?$/, '').replaceAll("'", ''));
  add(first.start, last.end, parts.join(parts.every(isNumber) ? '-' : ''), false);
}

function joins(text: string, left: Segment | undefined, right: Segment): boolean {
  if (left === undefined || right.start !== left.end + 1 || !hyphens.has(text.charCodeAt(left.end))) return false;
  return !isCjk(left.text) && !isCjk(right.text);
}

const hyphens: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2011]);

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
