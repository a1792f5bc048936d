import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchOrder } from '../../contract/search-entities.ts';
import { searchOver, type ArticleFixture } from './search-fixture.ts';

const library: ArticleFixture[] = [
  {
    id: 'worm',
    title: 'A worm',
    blocks: ['The worm came in July and went in August.', 'Nobody saw the second worm of that summer.'],
    tags: ['worms', 'open source'],
    author: 'The Worms Desk',
    section: 'Worms',
    published: '2001-07-19',
    words: 500,
  },
  {
    id: 'clock',
    title: 'The clock',
    blocks: ['A clock stopped when the worm came. Somebody set the clock again.'],
    tags: ['time'],
    author: 'The Night Desk',
    section: 'Outages',
    published: '2012-06-30',
    words: 3000,
  },
  {
    id: 'saved',
    title: 'Saved from the web',
    blocks: ['Ein Wurm und eine Uhr. Die Straße ist lang.', 'A worm in a clock.'],
    tags: ['worms'],
    author: 'Ada Smith',
    site: 'blog.example.org',
    source: 'library',
    language: 'de-CH',
    published: null,
    words: 1000,
  },
  { id: 'rope', title: 'Rope', blocks: ['Memory was woven by hand.'], published: '1969-07-20', words: 6000 },
];
const search = searchOver(library, {
  read: ['clock'],
  started: ['worm'],
  bookmarked: ['worm', 'rope'],
  highlighted: ['saved'],
});
const find = (query: string, options: { order?: SearchOrder; exactly?: boolean; facets?: boolean } = {}) =>
  search.find(query, { limit: 20, offset: 0, ...options });
const ids = (query: string): string[] =>
  find(query)
    .hits.map(({ id }) => id)
    .sort();

describe('what a query narrows to', () => {
  it.each([
    ['author:"The Worms Desk" ', ['worm']],
    ['author:desk ', ['clock', 'worm']],
    ['author:smi', ['saved']],
    ['tag:worms ', ['saved', 'worm']],
    ['tag:"open source" ', ['worm']],
    ['tag:open ', ['worm']],
    ['tag:(time or "open source") ', ['clock', 'worm']],
    ['-tag:worms ', ['clock', 'rope']],
    ['section:worms ', ['worm']],
    ['site:example.org ', ['saved']],
    ['site:blog ', ['saved']],
    ['lang:de ', ['saved']],
    ['lang:german ', ['saved']],
    ['in:library ', ['saved']],
    ['in:collection ', ['clock', 'rope', 'worm']],
    ['in:bookmarks ', ['rope', 'worm']],
    ['in:highlights ', ['saved']],
    ['is:read ', ['clock']],
    ['is:unread ', ['rope', 'saved']],
    ['is:(read or started) ', ['clock', 'worm']],
    ['before:2012 ', ['rope', 'worm']],
    ['after:2012-06 ', ['clock']],
    ['date:2001..2011 ', ['worm']],
    ['date:2001-07-19 ', ['worm']],
    ['words:>=1000 ', ['clock', 'rope', 'saved']],
    ['minutes:<3 ', ['worm']],
    ['title:clock ', ['clock']],
    ['title:clo', ['clock']],
    ['title:"the clock" ', ['clock']],
    ['clo* ', ['clock', 'saved']],
    ['*lock ', ['clock', 'saved']],
    ['clokc~ ', ['clock', 'saved']],
    ['"the worm came" ', ['clock', 'worm']],
    ['"worm clock"~3 ', ['clock', 'saved']],
    ['-"worm came" worm ', ['saved']],
    ['worm -(clock or august) ', []],
    ['"worm came" or wurm ', ['clock', 'saved', 'worm']],
    ['strasse ', ['saved']],
    ['author:nobody ', []],
  ])('finds by %s', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });
});

describe('what an answer says', () => {
  it('names the words that are in no article, and those that no article has together with the others', () => {
    const { understood, hits } = find('august clock xyzzyx ');
    expect(understood).toMatchObject({ unknown: ['xyzzyx'], dropped: [hits[0]?.missing[0]], corrections: [] });
    expect(hits.map(({ missing }) => missing.length)).toEqual([1, 1, 1]);
    expect(find('worm clock ').understood.dropped).toEqual([]);
  });

  it('corrects only what nobody wrote, says so, and takes the reader at his word when asked', () => {
    const found = find('clokc ');
    expect(found.understood.corrections).toEqual([{ from: 'clokc', to: ['clock'] }]);
    expect(found.hits).toHaveLength(2);
    expect(find('clokc ', { exactly: true })).toMatchObject({
      total: 0,
      understood: { text: 'No story has “clokc”', unknown: ['clokc'], corrections: [] },
    });
    expect(find('clock ').understood.corrections).toEqual([]);
  });

  it('says of every clause where it stands and what it is called', () => {
    const query = 'worm "came in" -green author:desk is:read or is:unread ';
    const { parts } = find(query).understood;
    expect(parts.map(({ from, to, kind, label, field }) => [query.slice(from, to), kind, label, field])).toEqual([
      ['worm', 'word', 'worm', null],
      ['"came in"', 'phrase', '“came in”', null],
      ['-green', 'exclusion', 'without green', null],
      ['author:desk', 'field', 'by desk', 'author'],
      ['is:read or is:unread', 'either', 'read or unread', null],
    ]);
  });

  it('counts what the hits have in common, in clauses that find just those', () => {
    const { facets, total } = find('worm ', { facets: true });
    const shown = Object.fromEntries(
      facets.map(({ name, values }) => [name, values.map(({ clause, count }) => `${clause} ${count}`)]),
    );
    expect(shown).toEqual({
      source: ['in:collection 2', 'in:library 1'],
      section: ['section:"Outages" 1', 'section:"Worms" 1'],
      author: ['author:"Ada Smith" 1', 'author:"The Night Desk" 1', 'author:"The Worms Desk" 1'],
      year: ['date:2001 1', 'date:2012 1'],
      length: ['minutes:<5 2', 'minutes:11..20 1'],
      status: ['is:bookmarked 1', 'is:read 1', 'is:started 1', 'is:unread 1'],
      language: ['lang:en 2', 'lang:de-CH 1'],
      tag: ['tag:worms 2', 'tag:"open source" 1', 'tag:time 1'],
      site: ['site:blog.example.org 1'],
    });
    for (const { clause, count, isActive } of facets.flatMap(({ values }) => values)) {
      expect([clause, find(`worm ${clause} `).total, isActive]).toEqual([clause, count, false]);
      const narrowed = find(`worm ${clause} `, { facets: true }).facets.flatMap(({ values }) => values);
      expect(narrowed.find((value) => value.clause === clause)?.isActive).toBe(true);
    }
    expect(total).toBe(3);
    expect(find('worm ').facets).toEqual([]);
  });

  it.each([
    ['newest', ['clock', 'worm', 'saved']],
    ['oldest', ['worm', 'clock', 'saved']],
    ['longest', ['clock', 'saved', 'worm']],
    ['shortest', ['worm', 'saved', 'clock']],
  ] as const)('puts the %s first when asked to', (order, expected) => {
    expect(find('worm ', { order }).hits.map(({ id }) => id)).toEqual(expected);
  });

  it('puts the newer first where the points are equal', () => {
    const twins = searchOver(
      ['2001-01-01', '2003-01-01', null, '2002-01-01'].map((published) => ({
        id: String(published),
        title: 'Worm',
        blocks: ['A worm.'],
        published,
      })),
    );
    expect(twins.find('worm ', { limit: 9, offset: 0 }).hits.map(({ id }) => id.slice(0, 4))).toEqual([
      '2003',
      '2002',
      '2001',
      'null',
    ]);
  });
});

describe('an explanation', () => {
  it('has parts that add up to the score of the hit, for any query', () => {
    const piece = fc.constantFrom(
      'worm',
      'clock',
      'came',
      'summer',
      '"worm came"',
      'author:desk',
      'clo*',
      '(july or again)',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const query = pieces.join(' ');
        for (const { id, score } of find(query).hits) {
          const explained = search.explain(id, query);
          expect(explained.score).toBeCloseTo(score, 4);
          expect(explained.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 4);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says where a word stands and in which forms', () => {
    const [word] = search.explain('worm', 'worms ').parts;
    expect(word).toMatchObject({
      what: 'worms',
      how: 'once in the title, in the tags, in the author’s name, in the section’s name, twice in the text, as worm',
    });
    expect(search.explain('rope', 'worm ')).toEqual({ articleId: 'rope', score: 0, parts: [] });
  });
});

describe('completion', () => {
  it('offers words and values of the index, the most frequent first', () => {
    const taken = (query: string): string[] => search.complete(query, query.length).map(({ insert }) => insert);
    expect(taken('clo')).toEqual(['clock ']);
    expect(taken('tag:')).toEqual(['worms ', '"open source" ', 'time ']);
    expect(taken('lang:ger')).toEqual(['de-CH ']);
    expect(taken('date:')).toEqual(['2012 ', '2001 ', '1969 ']);
  });
});
