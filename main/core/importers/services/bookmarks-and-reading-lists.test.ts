import { describe, expect, it } from 'vitest';
import { accountOf, importFixture } from './test-helpers/import-fixture.ts';

describe('an Instapaper export', () => {
  it('of four columns keeps folders, states and marked passages, and texts that have no address', async () => {
    const imported = await importFixture('instapaper-4-columns.csv');
    expect(imported.format).toBe('Instapaper export (CSV)');
    expect(imported.articles).toMatchObject([
      { title: 'First', state: 'inbox', favourite: false, shelves: [], savedAt: null },
      { title: 'Second', state: 'archive', highlights: [{ quote: 'A passage\nover two lines' }] },
      { title: 'Third', favourite: true },
      { title: 'Fourth', shelves: [['Cooking']] },
      { title: 'A text', url: null, content: { kind: 'text', text: 'The text itself, whole.' }, highlights: [] },
    ]);
    expect(imported.records.map(({ row }) => row)).toEqual([2, 3, 5, 6, 7]);
  });

  it('of six columns keeps tags and times too', async () => {
    expect((await importFixture('instapaper-6-columns.csv')).articles).toMatchObject([
      { tags: ['react', 'javascript'], savedAt: '2025-11-20T00:53:20.000Z' },
      { tags: [], state: 'archive', highlights: [{ quote: 'Marked' }] },
    ]);
  });
});

describe('a Wallabag export', () => {
  it('keeps the whole text, states, language and marked passages with their notes', async () => {
    const imported = await importFixture('wallabag-v2.json');
    expect(imported.format).toBe('Wallabag export (JSON)');
    expect(imported.articles).toMatchObject([
      {
        externalId: '7',
        url: 'https://a.example/1',
        title: 'With everything',
        author: 'Ada',
        site: 'a.example',
        language: 'en-GB',
        tags: ['one', 'Two'],
        state: 'archive',
        favourite: false,
        savedAt: '2024-01-01T10:00:00.000Z',
        readAt: '2024-02-01T10:00:00.000Z',
        published: '2023-12-31T00:00:00.000Z',
        content: { kind: 'html', extent: 'article', html: '<p>First <b>bold</b> paragraph.</p>' },
        highlights: [
          { quote: 'bold', note: 'my note', createdAt: '2024-01-02T10:00:00.000Z' },
          { quote: 'First', note: '', createdAt: null },
        ],
      },
      { externalId: '8', title: '', favourite: true, state: 'inbox', tags: ['From the API'], content: null },
    ]);
    expect(accountOf(imported)).toEqual(['1 article', '2 article', '3 failed: Entry 3 is no object of JSON.']);
  });
});

describe('a file of bookmarks', () => {
  it('keeps folders within folders, tags, descriptions, and dates in seconds, milliseconds and microseconds', async () => {
    const imported = await importFixture('netscape-firefox.html');
    expect(imported.format).toBe('Bookmarks (HTML)');
    expect(imported.articles).toMatchObject([
      {
        title: 'Seconds & tags',
        shelves: [['Toolbar']],
        tags: ['one', 'Two'],
        note: 'A description\nover two lines',
        savedAt: '2023-07-06T07:31:35.000Z',
      },
      {
        title: 'Milliseconds',
        shelves: [['Toolbar', 'Inner / folder']],
        note: '',
        savedAt: '2023-07-06T07:31:35.123Z',
      },
      { title: 'Microseconds', shelves: [['Toolbar']], savedAt: '2023-07-06T07:31:35.123Z' },
      { title: 'Wrong date', shelves: [], savedAt: null },
      { title: '', url: 'https://a.example/5', savedAt: null },
    ]);
    expect(accountOf(imported)).toEqual([
      '1 article',
      '2 article',
      '3 article',
      '4 article: Its date of saving, 99999999999999999999, is no date.',
      '5 failed: The address begins with javascript:, which is none of the web, so it was not kept.',
      '6 failed: The address begins with place:, which is none of the web, so it was not kept.',
      '7 article',
    ]);
  });

  it('is known without a doctype, behind a byte order mark, in lower case, cut within its last link', async () => {
    const imported = await importFixture('netscape-no-doctype-bom.html');
    expect(imported.format).toBe('Bookmarks (HTML)');
    expect(imported.articles).toMatchObject([
      { title: 'No doctype', note: 'Extended', savedAt: '2023-07-06T07:31:35.000Z' },
      { title: 'Last', url: 'https://a.example/2' },
    ]);
  });
});
