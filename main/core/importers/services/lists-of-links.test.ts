import { describe, expect, it } from 'vitest';
import { accountOf, importFixture } from './test-helpers/import-fixture.ts';

describe('Omnivore', () => {
  it('has labels in JSON and times in milliseconds in its list', async () => {
    expect(await importFixture('omnivore.csv')).toMatchObject({
      format: 'Omnivore list (CSV)',
      articles: [
        {
          url: 'https://a.example/1',
          tags: ['label 1', 'label 2'],
          state: 'inbox',
          savedAt: '2023-07-06T07:31:35.123Z',
          published: '2023-06-29T00:53:20.000Z',
        },
        { tags: [], state: 'archive', published: null },
      ],
    });
  });
});

describe('Readwise', () => {
  it('keeps the ids, tags, places and progress of its reader, and whether an article was ever opened', async () => {
    expect(await importFixture('readwise-reader.csv')).toMatchObject({
      format: 'Readwise Reader export (CSV)',
      articles: [
        {
          externalId: '01gx',
          tags: ['a', "it's", 'ü b'],
          savedAt: '2022-12-20T19:47:00.442Z',
          progress: 0.45,
          state: 'archive',
        },
        { title: 'Opened', progress: 0, shelves: [['Later']], savedAt: '2022-12-20T19:47:00.000Z' },
        { title: 'Never opened', progress: null, shelves: [], savedAt: '2022-12-20T19:47:00.000Z' },
        { title: 'In the feed', shelves: [['Feed']], savedAt: null },
        { title: 'Short list', shelves: [['Shortlist']], progress: 1 },
      ],
    });
  });

  it('makes a record of each highlight, with an id that all of a book share', async () => {
    const imported = await importFixture('readwise-highlights.csv');
    expect(imported.format).toBe('Readwise highlights (CSV)');
    expect(accountOf(imported)).toEqual([
      '2 article',
      '4 article',
      '5 article',
      '6 no-content: It has neither an address nor a text.',
    ]);
    expect(imported.articles).toMatchObject([
      {
        externalId: 'B00ABC',
        title: 'A Book',
        author: 'Ada Author',
        tags: ['science', 'shelf'],
        highlights: [
          {
            quote: 'First passage\nover "two" lines',
            note: 'My note',
            colour: 'yellow',
            tags: ['one', 'two'],
            createdAt: '2024-05-01T10:00:00.000Z',
          },
        ],
      },
      { externalId: 'B00ABC', highlights: [{ quote: 'Second passage', colour: null, tags: [] }] },
      { externalId: 'Web Page', highlights: [{ quote: 'Of another', createdAt: null }] },
    ]);
    expect((await importFixture('readwise-highlights-without-document-tags.csv')).articles).toMatchObject([
      { externalId: 'A Book / Ada Author', tags: [], highlights: [{ quote: 'Passage' }] },
    ]);
    expect((await importFixture('readwise-highlights-to-import.csv')).articles).toMatchObject([
      {
        url: 'https://a.example/1',
        title: 'A page',
        highlights: [{ quote: 'He said "yes"', note: 'Why', createdAt: '2024-05-01T10:00:00.000Z' }],
      },
    ]);
  });
});

describe('Raindrop', () => {
  it('keeps folders in either writing, tags, highlights, notes, excerpts and favourites', async () => {
    expect(await importFixture('raindrop-backup.csv')).toMatchObject({
      format: 'Raindrop export (CSV)',
      articles: [
        {
          externalId: '1',
          note: 'My note',
          standfirst: 'The excerpt',
          shelves: [['Parent', 'Child']],
          tags: ['a', 'b'],
          savedAt: '2024-01-02T03:04:05.123Z',
          favourite: true,
          highlights: [{ quote: 'Highlight one' }, { quote: 'Highlight two' }],
        },
        { title: 'Second', shelves: [['Parent', 'Child']], favourite: false },
        { title: 'Slash in a name', shelves: [['TCP/IP', 'Notes']] },
        { title: 'In the inbox', shelves: [] },
      ],
    });
    expect((await importFixture('raindrop-import.csv')).articles).toMatchObject([
      { shelves: [['Cooking']], note: 'Try it', savedAt: '2024-01-02T03:04:05.000Z' },
    ]);
  });
});

describe('Matter', () => {
  it.each(['matter-history.csv', 'matter-history-underscore.csv'])(
    'keeps tags, queue and favourites of %s',
    async (name) => {
      const imported = await importFixture(name);
      expect(imported.format).toBe('Matter history (CSV)');
      expect(imported.articles).toMatchObject([
        {
          title: 'First',
          author: 'Ada',
          site: 'A Paper',
          tags: ['one', 'Two'],
          state: 'archive',
          favourite: true,
          progress: 1,
          readAt: '2023-07-06T07:31:35.000Z',
          savedAt: null,
        },
        { title: 'Second', tags: [], state: 'inbox', favourite: false, progress: null },
      ]);
      expect(accountOf(imported)).toEqual([
        '2 article',
        '3 article: It was last touched on 2023-07-06; Matter does not say when it was saved.',
      ]);
    },
  );

  it('takes what was read for done with in its older columns', async () => {
    expect((await importFixture('matter-history-older-columns.csv')).articles).toMatchObject([
      { title: 'First', state: 'archive', progress: 1, readAt: '2023-07-06' },
      { title: 'Second', state: 'inbox', progress: null },
    ]);
  });

  it('gives the highlights of a table of them to what they are from', async () => {
    expect(await importFixture('matter-highlights.csv')).toMatchObject({
      format: 'Matter highlights (CSV)',
      articles: [
        {
          title: 'First',
          externalId: 'First / Ada',
          highlights: [{ quote: 'Marked\ntwice', createdAt: '2023-07-06' }],
        },
        { title: 'First', externalId: 'First / Ada', highlights: [{ quote: 'Marked once' }] },
        { title: 'Gone', highlights: [{ quote: 'Left behind' }] },
      ],
    });
  });
});

describe('other tables', () => {
  it('keeps notes and texts of mymind', async () => {
    expect(await importFixture('mymind.csv')).toMatchObject({
      format: 'mymind export (CSV)',
      articles: [
        { externalId: 'x1', standfirst: 'A short summary', note: 'My note', tags: ['one', 'Two'], content: null },
        { url: null, content: { kind: 'text', text: '# A note\nof mine' }, tags: ['thoughts'] },
      ],
    });
  });

  it('is a list of links if it has a column of addresses, whatever parts its fields', async () => {
    const imported = await importFixture('links-other-service.csv');
    expect(imported).toMatchObject({
      format: 'List of links (CSV)',
      articles: [{ url: 'https://a.example/1', title: 'First', tags: ['a', 'b'], savedAt: '2024-01-02' }],
    });
    expect(accountOf(imported)).toEqual([
      '2 article',
      '3 failed: The address begins with ftp:, which is none of the web, so it was not kept.',
    ]);
  });
});
