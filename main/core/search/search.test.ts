import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchOver, type ArticleFixture } from './search-fixture.ts';

const paper: ArticleFixture[] = [
  {
    id: 'code-blue',
    title: 'The worm that came to close the door',
    blocks: ['A second worm shut the way by which Code Red had come in.', 'It removed three mappings.'],
    tags: ['worms', 'iis'],
    author: 'The Worms Desk',
    section: 'Worms',
  },
  {
    id: 'code-red',
    title: 'Nineteen July',
    blocks: ['Code Red spread for nineteen days.', 'Red is the colour of code that does not compile, said a wit.'],
    tags: ['worms'],
    author: 'The Worms Desk',
    section: 'Worms',
  },
  {
    id: 'green',
    title: 'A worm in green',
    blocks: ['CodeGreen was written against Code Red; green, not red.'],
    tags: ['antidotes'],
    author: 'The Night Desk',
    section: 'Worms',
  },
  {
    id: 'cafe',
    title: 'Tables at the café',
    blocks: ['At the Café de la Paix they drew networks on the tablecloth. C++ was not there yet, nor COVID-19.'],
    author: 'The Night Desk',
    section: 'Offline',
  },
  {
    id: 'mojibake',
    title: 'Changed characters',
    blocks: ['文字化け is what one sees.', 'The running of a parser is not run twice.'],
    section: 'Protocols',
  },
  {
    id: 'numbers',
    title: 'Names of objects',
    blocks: ['constructor __proto__ hasOwnProperty toString 10 101 1010 11'],
    section: 'Protocols',
  },
];
const search = searchOver(paper);
const ids = (query: string): string[] => search.find(query, { limit: 20, offset: 0 }).hits.map(({ id }) => id);
const marked = (query: string): string[] => {
  const passage = search.find(query, { limit: 1, offset: 0 }).hits[0]?.passage;
  return (passage?.marks ?? []).map(([from, to]) => passage?.text.slice(from, to) ?? '');
};

describe('search', () => {
  it('finds words whatever their case, accents and endings', () => {
    expect(ids('CAFE ')).toEqual(['cafe']);
    expect(ids('café ')).toEqual(['cafe']);
    expect(ids('mapping ')).toEqual(['code-blue']);
    expect(ids('compiling ')).toEqual(['code-red']);
  });

  it('finds C++, COVID-19 and 文字化け, and any stretch of the last', () => {
    expect(ids('C++ ')).toEqual(['cafe']);
    expect(ids('covid-19 ')).toEqual(['cafe']);
    expect(ids('covid19 ')).toEqual(['cafe']);
    expect(ids('字化 ')).toEqual(['mojibake']);
    expect(marked('文字化け ')).toEqual(['文字化け']);
  });

  it('finds every number and every name that JavaScript knows', () => {
    for (const word of ['10', '101', '1010', '11', 'constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      expect(ids(`${word} `)).toEqual(['numbers']);
    }
  });

  it('puts articles with all the words before those with some', () => {
    expect(ids('worm red ').slice(0, 2).sort()).toEqual(['code-blue', 'green']);
    expect(ids('worm red ')).toContain('code-red');
  });

  it('lets a word of nearly every article weigh little beside a rare one', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      id: `m${at}`,
      title: 'The first of them',
      blocks: ['They wrote it.'],
    }));
    const rare = { id: 'rare', title: 'Letters', blocks: ['He sent an electronic letter between two machines.'] };
    const found = searchOver([
      ...many,
      rare,
      { ...rare, id: 'rare-and-all', blocks: ['The first letter that they wrote.'] },
    ]);
    const { hits } = found.find('who wrote the first letter ', { limit: 20, offset: 0 });
    expect(hits.map(({ id }) => id).sort()).toEqual(['rare', 'rare-and-all']);
    expect(hits.every(({ places }) => places === 1)).toBe(true);
  });

  it('puts the article first whose title is the query', () => {
    expect(ids('nineteen july')[0]).toBe('code-red');
    expect(ids('A Worm in Green')[0]).toBe('green');
  });

  it('keeps to phrases, in the order of their words', () => {
    expect(ids('"code red"').sort()).toEqual(['code-blue', 'code-red', 'green']);
    expect(ids('"red code"')).toEqual([]);
    expect(ids('"red is the"')).toEqual(['code-red']);
    expect(ids('-"code red" worm ')).toEqual([]);
  });

  it('leaves out what is excluded, and lists all else when nothing is wanted', () => {
    expect(ids('red -green ').sort()).toEqual(['code-blue', 'code-red']);
    expect(ids('-worm ').sort()).toEqual(['cafe', 'mojibake', 'numbers']);
  });

  it('looks into one field when told to', () => {
    expect(ids('title:worm ').sort()).toEqual(['code-blue', 'green']);
    expect(ids('author:night ').sort()).toEqual(['cafe', 'green']);
    expect(ids('section:worms red -author:night ').sort()).toEqual(['code-blue', 'code-red']);
    expect(ids('tag:iis ')).toEqual(['code-blue']);
  });

  it('finds as one types: the last word is a beginning, until a space follows', () => {
    expect(ids('netw')).toEqual(['cafe']);
    expect(ids('run')).toEqual(['mojibake']);
    expect(ids('n')[0]).toBe('code-red');
    // Beside another word one letter is no beginning yet.
    expect(ids('green n')).toEqual(ids('green '));
    expect(ids('green ne').length).toBeGreaterThan(ids('green ').length);
    expect(ids('gre ')).toEqual(['green']); // nobody wrote "gre", so it is a beginning after all
    expect(ids('red ')).not.toContain('numbers');
  });

  it('reads a misspelt word as the nearest one, and says so', () => {
    const found = search.find('tabelcloth ', { limit: 5, offset: 0 });
    expect(found.hits.map(({ id }) => id)).toEqual(['cafe']);
    expect(found.understood.text).toBe('Stories with tabelcloth; “tabelcloth” read as tablecloth');
    expect(found.understood.unknown).toEqual([]);
  });

  it('says how it understood', () => {
    const said = (query: string): string => search.find(query, { limit: 1, offset: 0 }).understood.text;
    expect(said('code red -green ')).toBe('Stories with code and red, without green');
    expect(said('"code red" title:worm author:desk ')).toBe('Stories with “code red”, with worm in the title, by desk');
    expect(said('red xyzzyx ')).toBe('Stories with red; no story has “xyzzyx”');
    expect(said('xyzzyx ')).toBe('No story has “xyzzyx”');
    expect(said(' ')).toBe('Nothing to search for');
  });

  it('shows the passage with most of the words and marks them', () => {
    const [hit] = search.find('code red', { limit: 1, offset: 0 }).hits;
    expect(hit?.places).toBeGreaterThan(0);
    expect(marked('colour wit ')).toEqual(['colour', 'wit']);
    expect(search.find('colour wit ', { limit: 1, offset: 0 }).hits[0]?.passage.block).toBe(1);
  });

  it('lists the places of one article in reading order', () => {
    const { total, blockCount, blocks } = search.places('code-red', 'red ');
    expect({ total, blockCount, blocks: blocks.map(({ block }) => block) }).toEqual({
      total: 2,
      blockCount: 2,
      blocks: [0, 1],
    });
    expect(search.places('cafe', 'red ').total).toBe(0);
  });

  it('pages without repeating', () => {
    const all = ids('worm red code ');
    const paged = [0, 1, 2, 3].map((offset) => search.find('worm red code ', { limit: 1, offset }).hits[0]?.id);
    expect(paged.filter((id) => id !== undefined)).toEqual(all.slice(0, 4));
  });

  it('gives scores that fall', () => {
    const scores = search.find('worm red code ', { limit: 20, offset: 0 }).hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('never throws, whatever is typed, and marks only what is in the text', () => {
    const unit = fc.constantFrom(
      'worm',
      'red',
      'café',
      '文',
      'C++',
      '-',
      '"',
      ':',
      'title:',
      'tag:',
      ' ',
      ' ',
      '*',
      '~',
      '\\',
      '__proto__',
      '\uD800',
      '"-',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (query) => {
        for (const { id, passage } of search.find(query, { limit: 20, offset: 0 }).hits) {
          const text = paper.find((article) => article.id === id)?.blocks[passage.block] ?? '';
          expect(text).toContain(passage.text.replace(/^…|…$/g, ''));
          for (const [from, to] of passage.marks)
            expect(0 <= from && from < to && to <= passage.text.length).toBe(true);
          search.places(id, query);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('answers a query of ten thousand characters', () => {
    expect(ids('worm '.repeat(2000))).toEqual(ids('worm '));
    expect(ids('abcdefghij'.repeat(1000))).toEqual([]);
  });
});
