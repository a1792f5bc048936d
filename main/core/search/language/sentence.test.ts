import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { labelOf, sentenceOf } from './sentence.ts';

const said = (query: string): string =>
  sentenceOf({ ...parseQuery(query), unknown: [], corrections: [], isHopeless: false });

describe('how a query was understood', () => {
  it.each([
    ['worm author:"The Desk" -green ', 'Stories with worm, by The Desk, without green'],
    ['"code red" title:worm ', 'Stories with “code red”, with worm in the title'],
    ['code red worm ', 'Stories with code, red and worm'],
    ['(red or blue) worm -(net or "code red") ', 'Stories with red or blue and worm, without net or “code red”'],
    [
      'section:worms tag:iis site:example.org lang:en ',
      'Stories in the section worms, tagged iis, from example.org, in the language en',
    ],
    ['is:unread in:library has:note ', 'Stories unread, in your library, with notes'],
    ['before:2001 after:1999-09 ', 'Stories before 2001, from September 1999 on'],
    ['date:2001-09-18..2003 ', 'Stories from 18 September 2001 to 2003'],
    [
      'words:>1500 minutes:<5 minutes:5..10 ',
      'Stories of at least 1,501 words, of at most 4 minutes, of 5 to 10 minutes',
    ],
    ['"code red"~5 recieve~ pre* ', 'Stories with “code red” within 5 words, about recieve and pre*'],
    ['', 'Nothing to search for'],
  ])('says of %s: %s', (query, sentence) => {
    expect(said(query)).toBe(sentence);
  });

  it('says what was read in the place of another word, and what no story has', () => {
    const query = parseQuery('recieve xyzzyx red ');
    const [recieve, xyzzyx] = query.clauses;
    if (recieve?.kind !== 'word' || xyzzyx?.kind !== 'word') throw new Error('not read as words');
    const corrections = [{ node: recieve, to: ['receive', 'relieve'] }];
    expect(sentenceOf({ ...query, unknown: [xyzzyx], corrections, isHopeless: false })).toBe(
      'Stories with recieve and red; “recieve” read as receive or relieve; no story has “xyzzyx”',
    );
    const alone = parseQuery('xyzzyx ').clauses;
    const unknown = alone.filter((node) => node.kind === 'word');
    expect(sentenceOf({ clauses: alone, unknown, corrections: [], isHopeless: true })).toBe('No story has “xyzzyx”');
  });

  it('labels every clause for its chip', () => {
    const query = 'worm "code red" by:"The Desk" before:2001 -green red or blue ';
    expect(parseQuery(query).clauses.map(labelOf)).toEqual([
      'worm',
      '“code red”',
      'by The Desk',
      'before 2001',
      'without green',
      'red or blue',
    ]);
  });
});
