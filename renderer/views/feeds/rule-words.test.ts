import { describe, expect, it } from 'vitest';
import { noRules, type FeedRules } from '../../../main/contract/feed-entities.ts';
import { listedRules, otherWords, previewWords, ruleWords, withoutRule, withRule } from './rule-words.ts';

const word = (words: string) => ({ field: 'title' as const, words });

describe('rules', () => {
  it('are added behind those of their kind, changed where they stand, moved to another kind, and removed', () => {
    const words = (rules: FeedRules) => listedRules(rules).map(({ kind, match }) => `${kind} ${match.words}`);
    const two = withRule(withRule(noRules, 'exclude', word('a'), null), 'exclude', word('b'), null);
    expect(words(two)).toEqual(['exclude a', 'exclude b']);
    expect(words(withRule(two, 'exclude', word('c'), { kind: 'exclude', at: 0 }))).toEqual(['exclude c', 'exclude b']);
    expect(words(withRule(two, 'include', word('c'), { kind: 'exclude', at: 0 }))).toEqual(['include c', 'exclude b']);
    expect(words(withoutRule(two, { kind: 'exclude', at: 1 }))).toEqual(['exclude a']);
  });

  it('are said in words, and previewed in numbers', () => {
    expect(ruleWords({ kind: 'markRead', match: { field: 'author', words: 'Ada' } })).toBe(
      'Marks as read what has “Ada” as author',
    );
    expect(previewWords({ total: 30, taken: 29, markedRead: 0, leftOut: ['X'] })).toBe(
      'Of the 30 items offered so far, 29 would be taken. Left out: X',
    );
    expect(previewWords({ total: 1, taken: 1, markedRead: 1, leftOut: [] })).toBe(
      'Of the 1 item offered so far, 1 would be taken, 1 of them read at once.',
    );
    expect(otherWords(noRules)).toBe('');
    expect(otherWords({ ...noRules, newest: 5, tags: ['News'], keep: true, tidyAfterDays: 1 })).toBe(
      'Of what a feed offers at once, the newest 5 at most are taken. Everything is given the tag News, and so kept. ' +
        'Everything is kept in the inbox. What you read and did not keep goes to the trash after 1 day.',
    );
  });
});
