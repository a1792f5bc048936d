import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { accountOf, importFile, importFixture } from './test-helpers/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-pocket-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'title,url,time_added,tags,status\n';

describe('a part of a Pocket export', () => {
  it('keeps title, tags, state and date, with new lines in titles, a byte order mark and cells too many or too few', async () => {
    const imported = await importFixture('pocket-newline-in-title-bom-crlf.csv');
    expect(imported.format).toBe('Pocket list (CSV)');
    expect(accountOf(imported)).toEqual([
      '2 article',
      '4 article',
      '5 failed: The address begins with javascript:, which is none of the web, so it was not kept.',
      '6 no-content: It has neither an address nor a text.',
      '7 article',
      '8 article',
    ]);
    expect(imported.articles).toMatchObject([
      {
        title: 'A title with a "new" line',
        url: 'https://a.example/1',
        savedAt: '2023-07-06T07:31:35.000Z',
        tags: ['news', 'Über uns'],
        state: 'inbox',
        content: null,
      },
      { title: '', url: 'https://a.example/2', tags: [], state: 'archive' },
      { title: 'Extra', tags: ['one'], state: 'archive' },
      { title: 'Short', savedAt: null },
    ]);
  });

  it('is read by the names of its columns when a cursor stands between them', async () => {
    expect((await importFixture('pocket-cursor-column.csv')).articles).toMatchObject([
      { title: 'With a cursor', tags: ['a', 'b c'], state: 'archive', savedAt: '2024-10-15T13:46:40.000Z' },
    ]);
  });

  it('loses one row to a quotation mark that is never closed, and says which', async () => {
    expect(accountOf(await importFixture('pocket-quotation-mark-never-closed.csv'))).toEqual([
      '2 article',
      '3 failed: Line 3 opens a quotation mark that is never closed.',
      '4 article',
    ]);
    expect(accountOf(await importFixture('pocket-quotation-mark-lost-before-another.csv'))).toEqual([
      '2 failed: Line 2 opens a quotation mark that is never closed.',
      '3 article',
      '4 article',
      '5 article',
    ]);
  });

  it('replaces bytes that are no UTF-8, and says in which row', async () => {
    const imported = await importFixture('pocket-invalid-utf8.csv');
    expect(imported.articles).toMatchObject([{ title: 'Caf\uFFFD naïve' }]);
    expect(accountOf(imported)).toEqual([
      '2 article: It holds letters that could not be read; \uFFFD stands in their place.',
    ]);
  });
});

describe('a Pocket export', () => {
  const annotations = [
    {
      url: 'https://a.example/2',
      title: 'Second',
      highlights: [
        { quote: 'Marked', created_at: 1688628800 },
        { quote: 'Again', created_at: 1688628900 },
      ],
    },
    { url: 'https://gone.example/', title: 'Only marked', highlights: [{ quote: 'Left', created_at: 1688628800 }] },
  ];

  it('reads all parts in order, joins the highlights by address, and lists what it does not know', async () => {
    const path = await makeArchive(folder, 'pocket.zip', {
      'part_000001.csv': `title,url,time_added,cursor,tags,status\nThird,https://a.example/3,1688628695,x,,archive\n`,
      'part_000000.csv': `${header}First,https://a.example/1,1688628695,,unread\nSecond,https://a.example/2,1688628695,a|b,archive\n`,
      'annotations/part_000000.json': JSON.stringify(annotations),
      'collections/list.json': '{}',
      '__MACOSX/._part_000000.csv': 'x',
    });
    const imported = await importFile(path);
    expect(imported.format).toBe('Pocket export');
    expect(imported.records.map(({ input, row, kind }) => `${input} ${row} ${kind}`)).toEqual([
      'pocket.zip/part_000000.csv 2 article',
      'pocket.zip/part_000000.csv 3 article',
      'pocket.zip/part_000001.csv 2 article',
      'pocket.zip/annotations/part_000000.json 2 article',
      'pocket.zip/collections/list.json 1 no-content',
    ]);
    expect(imported.articles).toMatchObject([
      { title: 'First', highlights: [] },
      {
        title: 'Second',
        highlights: [
          { quote: 'Marked', createdAt: '2023-07-06T07:33:20.000Z' },
          { quote: 'Again', createdAt: '2023-07-06T07:35:00.000Z' },
        ],
      },
      { title: 'Third', state: 'archive' },
      { title: 'Only marked', url: 'https://gone.example/', highlights: [{ quote: 'Left' }] },
    ]);
  });

  it('keeps the rows when the highlights are cut short, and says what became of them', async () => {
    const path = await makeArchive(folder, 'annotations-cut-short.zip', {
      'part_000000.csv': `${header}Second,https://a.example/2,1688628695,,unread\n`,
      'annotations/part_000000.json': JSON.stringify(annotations).slice(0, -60),
    });
    const imported = await importFile(path);
    expect(imported.articles).toMatchObject([{ highlights: [{ quote: 'Marked' }, { quote: 'Again' }] }]);
    expect(accountOf(imported)[1]).toMatch(/^2 failed: Highlights: After entry 1 /);
  });

  it('reads the older page of links, with the state by its headings and commas between tags', async () => {
    const imported = await importFixture('pocket-ril-export.html');
    expect(imported.format).toBe('Pocket export (HTML)');
    expect(imported.articles).toMatchObject([
      {
        title: 'Ein & Titel',
        url: 'https://a.example/1?x=1&y=2',
        tags: ['news', 'Über uns'],
        state: 'inbox',
        savedAt: '2023-07-06T07:31:35.000Z',
      },
      { title: '', url: 'https://a.example/2', tags: [] },
      { title: 'Read', state: 'archive', tags: ['old'] },
    ]);
  });
});
