/** What the importers of other programs were seen to lose, each with a test that it is kept here (FORMATS.md 5.11). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { accountOf, fixturePath, importFile, importFixture } from './test-helpers/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-losses-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function importText(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  return importFile(join(folder, name));
}

describe('what others lose', () => {
  it('Linkwarden, Pocket: tags and status are read, and an error is no success', async () => {
    const imported = await importText(
      'pocket.csv',
      'title,url,time_added,tags,status\nA,https://a.example/,1688628695,one|two,archive\nB,nonsense,1688628695,,unread\n',
    );
    expect(imported.articles).toMatchObject([{ tags: ['one', 'two'], state: 'archive' }]);
    expect(accountOf(imported)[1]).toBe('3 failed: The address “nonsense” is none of the web, so it was not kept.');
  });

  it('Linkwarden, Wallabag: texts beyond 2,047 characters, tags beyond 49, archive state, annotations and language', async () => {
    const content = `<p>${'A sentence of some length. '.repeat(2000)}The end.</p>`;
    const tag = 'A tag of many words that goes on for more than forty-nine characters, as tags may';
    const entry = {
      id: 1,
      url: 'https://a.example/',
      title: 'Long',
      content,
      is_archived: 1,
      is_starred: 0,
      language: 'fr',
      tags: [tag],
      annotations: [{ text: '', quote: 'The end.' }],
    };
    expect((await importText('wallabag.json', JSON.stringify([entry]))).articles).toMatchObject([
      {
        content: { html: content },
        tags: [tag],
        state: 'archive',
        language: 'fr',
        highlights: [{ quote: 'The end.' }],
      },
    ]);
  });

  it('Linkwarden, Readwise: reading progress, whether it was seen, and the id', async () => {
    const { articles } = await importFixture('readwise-reader.csv');
    expect(articles.map(({ externalId, progress }) => [externalId, progress])).toEqual([
      ['01gx', 0.45],
      ['01gy', 0],
      ['01gz', null],
      ['01ga', null],
      ['01gb', 1],
    ]);
  });

  it('Linkwarden, Karakeep, Wallabag, Omnivore: texts, highlights and reading progress', async () => {
    const path = await makeArchive(folder, 'omnivore.zip', {
      'metadata_0_to_1.json': readFileSync(fixturePath('omnivore-metadata.json')),
      'content/first.html': '<p>Text</p>',
      'highlights/first.md': '> Marked',
    });
    expect((await importFile(path)).articles).toMatchObject([
      { content: { html: '<p>Text</p>' }, highlights: [{ quote: 'Marked' }], progress: 0.45 },
    ]);
  });

  it('Karakeep, Instapaper: folders, and so what was archived or starred', async () => {
    const { articles } = await importFixture('instapaper-4-columns.csv');
    expect(articles.map(({ state, favourite, shelves }) => [state, favourite, ...shelves.flat()])).toEqual([
      ['inbox', false],
      ['archive', false],
      ['inbox', true],
      ['inbox', false, 'Cooking'],
      ['inbox', false],
    ]);
  });

  it('Karakeep, Matter: author, publisher, favourite and read; the last interaction is no date of saving', async () => {
    expect((await importFixture('matter-history.csv')).articles[0]).toMatchObject({
      author: 'Ada',
      site: 'A Paper',
      favourite: true,
      progress: 1,
      readAt: '2023-07-06T07:31:35.000Z',
      savedAt: null,
    });
  });

  it('Karakeep and Wallabag, Pocket: highlights, which are in another file of the archive', async () => {
    const path = await makeArchive(folder, 'pocket.zip', {
      'part_000000.csv': 'title,url,time_added,tags,status\nFirst,https://a.example/1,1688628695,,unread\n',
      'annotations/part_000000.json': readFileSync(fixturePath('pocket-annotations.json')),
    });
    expect((await importFile(path)).articles).toMatchObject([{ title: 'First', highlights: [{ quote: 'Marked' }] }]);
  });

  it('Wallabag, Pocket HTML: titles, and which list a link is in', async () => {
    const { articles } = await importFixture('pocket-ril-export.html');
    expect(articles.map(({ title, state }) => [title, state])).toEqual([
      ['Ein & Titel', 'inbox'],
      ['', 'inbox'],
      ['Read', 'archive'],
    ]);
  });

  it('Wallabag, Pocket CSV: columns by their names and titles of several lines', async () => {
    expect((await importFixture('pocket-cursor-column.csv')).articles[0]).toMatchObject({
      tags: ['a', 'b c'],
      state: 'archive',
    });
    expect((await importFixture('pocket-newline-in-title-bom-crlf.csv')).articles[0]?.title).toBe(
      'A title with a "new" line',
    );
  });
});
