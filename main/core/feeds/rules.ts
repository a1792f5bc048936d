/** What the reader's rules make of an item. Pure. */
import type { FeedMatch, FeedRules } from '../../contract/feed-entities.ts';
import { fold } from '../search/fold.ts';
import type { OfferedItem } from '../store/feed-store.ts';

export interface Judgement {
  readonly isTaken: boolean;
  /** Taken, and read at once. */
  readonly isRead: boolean;
}

/** Rules for every feed first, then the feed's own: all must take it, one is enough to mark it read. */
export function judge(item: OfferedItem, rules: readonly FeedRules[]): Judgement {
  const fits = (match: FeedMatch) => match.isOff !== true && isMatch(item, match);
  return {
    isTaken: rules.every(
      ({ include, exclude }) => (include.every(({ isOff }) => isOff) || include.some(fits)) && !exclude.some(fits),
    ),
    isRead: rules.some(({ markRead }) => markRead.some(fits)),
  };
}

/** How many of the items each of the matches fits, be it on or off. */
export function countFits(items: readonly OfferedItem[], matches: readonly FeedMatch[]): number[] {
  return matches.map((match) => items.filter((item) => isMatch(item, match)).length);
}

/** The smallest number of newest items that any of the rules takes; null for all. */
export function newestOf(rules: readonly FeedRules[]): number | null {
  const limits = rules.flatMap(({ newest }) => newest ?? []);
  return limits.length === 0 ? null : Math.min(...limits);
}

function isMatch({ title, author, categories }: OfferedItem, { field, words }: FeedMatch): boolean {
  const texts = {
    title: [title],
    author: [author],
    category: categories,
    any: [[title, author, ...categories].join('\n')],
  };
  return texts[field].some((text) => holdsAll(text, words));
}

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function holdsAll(text: string, words: string): boolean {
  const folded = fold(text);
  const held = new Set(wordsOf(folded));
  const wanted = wordsOf(fold(words));
  if (wanted.length === 0) return folded.includes(fold(words.trim()));
  return wanted.every((word) => (unspaced.test(word) ? folded.includes(word) : held.has(word)));
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
