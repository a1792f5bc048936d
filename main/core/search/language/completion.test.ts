import { describe, expect, it } from 'vitest';
import { complete, type CompletionSource, type FieldValue } from './completion.ts';

const value = (text: string, count: number, label = text): FieldValue => ({ value: text, label, count });
const source: CompletionSource = {
  values: (field) =>
    ({
      author: [value('The Night Desk', 15), value('Émile "Bug" Zola', 1)],
      section: [value('Worms', 14)],
      tag: [value('utf-8', 4), value('open source', 2), value('or', 1)],
      site: [value('example.org', 3)],
      lang: [value('en-GB', 60, 'British English')],
      date: [value('2001', 5), value('1999', 2)],
    })[field],
  words: (beginning, limit) =>
    [
      { form: 'worm', documents: 31 },
      { form: 'worms', documents: 1 },
    ]
      .filter(({ form }) => form.startsWith(beginning))
      .slice(0, limit),
};

/** The query as it reads after each item was taken. */
const taken = (query: string, caret = query.length): string[] =>
  complete(query, caret, source).map(({ insert, from, to }) => query.slice(0, from) + insert + query.slice(to));

describe('completion', () => {
  it('offers the words and the fields that begin so', () => {
    expect(taken('red wor')).toEqual(['red words:', 'red worm ', 'red worms ']);
    expect(taken('worm')).toEqual(['worms ']);
    expect(complete('wor', 3, source)[1]).toMatchObject({ label: 'worm', detail: '31 articles', kind: 'word' });
    expect(complete('worm', 4, source)[0]?.detail).toBe('1 article');
    expect(taken('')).toContain('author:');
  });

  it('offers the values of a field by any of their words, and quotes those of several', () => {
    expect(taken('author:')).toEqual(['author:"The Night Desk" ', 'author:"Émile Bug Zola" ']);
    expect(taken('author:emi')).toEqual(['author:"Émile Bug Zola" ']);
    expect(taken('author:"the ni')).toEqual(['author:"The Night Desk" ']);
    expect(taken('-tag:o')).toEqual(['-tag:"open source" ', '-tag:"or" ']);
    expect(taken('tag:(dns or u')).toEqual(['tag:(dns or utf-8 ']);
    expect(taken('lang:brit')).toEqual(['lang:en-GB ']);
    expect(taken('before:19')).toEqual(['before:1999 ']);
    expect(taken('is:un')).toEqual(['is:unread ']);
    expect(complete('in:hi', 5, source)[0]).toMatchObject({ label: 'highlights', detail: 'in your highlights' });
  });

  it('takes the place of the whole word that the caret stands in', () => {
    expect(taken('red worx net', 7)).toEqual(['red words: net', 'red worm  net', 'red worms  net']);
    expect(taken('author:nixon net', 9)).toEqual(['author:"The Night Desk"  net']);
  });

  it('offers nothing inside a phrase or for what nothing begins with', () => {
    expect(taken('"code re')).toEqual([]);
    expect(taken('xyz')).toEqual([]);
    expect(taken('tag:xyz')).toEqual([]);
  });
});
