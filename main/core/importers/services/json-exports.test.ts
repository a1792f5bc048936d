import { describe, expect, it } from 'vitest';
import { accountOf, importFixture } from './test-helpers/import-fixture.ts';

describe('an export in JSON', () => {
  it('of Karakeep keeps lists within lists, notes and texts, and says what was never in it', async () => {
    const imported = await importFixture('karakeep.json');
    expect(imported).toMatchObject({
      format: 'Karakeep export (JSON)',
      articles: [
        {
          title: 'A link',
          url: 'https://a.example/1',
          tags: ['one', 'Two'],
          shelves: [['Outer', 'Inner'], ['In a circle']],
          note: 'My note',
          state: 'archive',
          savedAt: '2023-07-06T07:31:35.000Z',
        },
        { title: '', url: null, content: { kind: 'text', text: 'A text of its own' }, state: 'inbox' },
      ],
    });
    expect(accountOf(imported)).toEqual([
      '1 article',
      '2 article',
      '3 no-content: It is a picture or a file, which Karakeep leaves out of its export.',
      '4 failed: Entry 4 is no object of JSON.',
    ]);
    expect(await importFixture('karakeep-without-lists.json')).toMatchObject({
      format: 'Karakeep export (JSON)',
      articles: [{ title: 'Old', tags: ['a'], shelves: [], state: 'inbox' }],
    });
  });

  it('of Linkwarden keeps collections within collections, wherever their names stand, and texts', async () => {
    expect(await importFixture('linkwarden.json')).toMatchObject({
      format: 'Linkwarden export (JSON)',
      articles: [
        {
          externalId: '11',
          title: 'First',
          standfirst: 'Described',
          tags: ['one'],
          shelves: [['Outer']],
          favourite: true,
          savedAt: '2024-01-02T03:04:05.123Z',
          content: { kind: 'text', text: 'The text that was archived.' },
        },
        { externalId: '12', shelves: [['Outer', 'Inner']], favourite: false, content: null },
      ],
    });
  });

  it('of Pinboard takes the description for the title, and for inbox what is to be read', async () => {
    expect(await importFixture('pinboard.json')).toMatchObject({
      format: 'Pinboard export (JSON)',
      articles: [
        {
          title: 'First',
          note: 'My note',
          tags: ['one', 'two'],
          state: 'archive',
          savedAt: '2012-06-20T12:38:53.000Z',
        },
        { title: '', url: 'https://a.example/2', tags: [], state: 'inbox' },
      ],
    });
  });

  it('of tabs makes a row of each, on the shelf of its session', async () => {
    const imported = await importFixture('tab-session-manager.json');
    expect(imported).toMatchObject({
      format: 'Tab sessions (JSON)',
      articles: [
        { title: 'First', shelves: [['Work']], savedAt: '2023-07-06T07:31:40.000Z' },
        { title: 'Second', url: 'https://a.example/2' },
      ],
    });
    expect(accountOf(imported)[1]).toMatch(/^2 failed: The address begins with about:/);
  });

  it('of what Pocket answered keeps favourites, times of reading and highlights, by ids or in a list', async () => {
    const imported = await importFixture('pocket-dump-by-id.json');
    expect(imported).toMatchObject({
      format: 'Pocket dump (JSON)',
      articles: [
        {
          externalId: '229279689',
          url: 'https://a.example/1',
          title: 'Resolved',
          standfirst: 'The beginning',
          author: 'Ada',
          language: 'en',
          tags: ['one', 'Two'],
          favourite: true,
          state: 'archive',
          readAt: '2023-07-06T07:33:20.000Z',
          highlights: [{ quote: 'Marked', createdAt: '2023-07-06T07:40:00.000Z' }],
        },
        { url: 'https://a.example/2', favourite: false, state: 'inbox', readAt: null },
      ],
    });
    expect(accountOf(imported)[2]).toBe('3 no-content: It was deleted in Pocket, of which only the mark was left.');
    expect((await importFixture('pocket-dump-in-list.json')).articles).toMatchObject([{ title: 'Only' }]);
  });

  it('of which an archive was unpacked is read by itself: highlights of Pocket, metadata of Omnivore', async () => {
    expect(await importFixture('pocket-annotations.json')).toMatchObject({
      format: 'Pocket highlights (JSON)',
      articles: [{ url: 'https://a.example/1', title: 'First', highlights: [{ quote: 'Marked' }] }],
    });
    expect(await importFixture('omnivore-metadata.json')).toMatchObject({
      format: 'Omnivore metadata (JSON)',
      articles: [{ title: 'First', tags: ['one'], progress: 0.45, state: 'archive' }],
    });
  });

  it('that is cut short keeps what stands before the cut, and says where that is', async () => {
    expect(accountOf(await importFixture('wallabag-cut-short.json'))).toEqual([
      '1 article',
      '2 failed: After entry 1 the file is no JSON any more: it is cut short or garbled. What follows was not read.',
    ]);
  });
});
