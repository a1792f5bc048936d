import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { readOmnivoreHighlights } from './omnivore-highlights.ts';
import { fixturePath, importFile } from './test-helpers/import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const metadata = (slug: string, more: object = {}) => ({
  id: `id-${slug}`,
  slug,
  title: slug,
  description: 'Described',
  author: 'Ada',
  url: `https://a.example/${slug}`,
  state: 'SUCCEEDED',
  readingProgress: 45,
  thumbnail: null,
  labels: ['one', 'Two'],
  savedAt: '2023-07-06T07:31:35.000Z',
  updatedAt: '2023-07-06T07:31:35.000Z',
  publishedAt: null,
  ...more,
});

const omnivore = {
  'metadata_20_to_22.json': JSON.stringify([metadata('third', { state: 'Archived' }), 'no object']),
  'metadata_0_to_20.json': JSON.stringify([
    metadata('first'),
    metadata('second', { publishedAt: '2023-01-01T00:00:00.000Z' }),
  ]),
  'content/first.html': '<div><p>The text.</p></div>',
  'contents/second.html': '<p>In the other folder.</p>',
  'content/third.pdf': '%PDF-1.4',
  'content/orphan.html': '<p>Nobody’s</p>',
  'highlights/first.md': 'A note on it all\n\n> Marked\n> over lines\n\n#one #Two words\n\nMy note\n\n> Again',
};

describe('an Omnivore export', () => {
  it('brings texts, highlights, notes and progress together, from either folder, in the order of its batches', async () => {
    const imported = await importFile(await makeArchive(folder, 'omnivore.zip', omnivore));
    expect(imported.format).toBe('Omnivore export');
    expect(imported.records.map(({ input, row, kind }) => `${input} ${row} ${kind}`)).toEqual([
      'omnivore.zip/metadata_0_to_20.json 1 article',
      'omnivore.zip/metadata_0_to_20.json 2 article',
      'omnivore.zip/metadata_20_to_22.json 1 article',
      'omnivore.zip/metadata_20_to_22.json 2 failed',
      'omnivore.zip/content/orphan.html 1 no-content',
    ]);
    expect(imported.articles).toMatchObject([
      {
        externalId: 'id-first',
        standfirst: 'Described',
        author: 'Ada',
        tags: ['one', 'Two'],
        progress: 0.45,
        state: 'inbox',
        note: 'A note on it all',
        highlights: [
          { quote: 'Marked\nover lines', tags: ['one', 'Two words'], note: 'My note' },
          { quote: 'Again', tags: [], note: '' },
        ],
        content: {
          kind: 'html',
          extent: 'article',
          html: '<div><p>The text.</p></div>',
          baseUrl: 'https://a.example/first',
        },
      },
      { content: { html: '<p>In the other folder.</p>' }, published: '2023-01-01T00:00:00.000Z' },
      { state: 'archive', content: null },
    ]);
    expect(imported.records[2]).toMatchObject({
      remark: 'Its PDF lies in the archive: unpack it and import the PDF by itself.',
    });
  });

  it('keeps an article whose text is damaged, and says so', async () => {
    const path = await makeArchive(folder, 'sound.zip', omnivore, { compress: false });
    const bytes = readFileSync(path);
    bytes.write('DAMAGED', bytes.indexOf('The text.'));
    writeFileSync(join(folder, 'damaged-content.zip'), bytes);
    const { records } = await importFile(join(folder, 'damaged-content.zip'));
    expect(records[0]).toMatchObject({ kind: 'article', article: { title: 'first', content: null } });
    expect(records[0]?.kind === 'article' && records[0].remark).toMatch(/^Its text could not be read: It is damaged/);
  });

  it('reads highlights in every order of quotations, labels and notes', () => {
    expect(readOmnivoreHighlights('> a\n> \n> b \n\nnote\n\nmore\n\n> c\n\n#x')).toMatchObject({
      note: '',
      highlights: [
        { quote: 'a\n\nb', note: 'note\n\nmore' },
        { quote: 'c', tags: ['x'], note: '' },
      ],
    });
    expect(readOmnivoreHighlights('')).toEqual({ note: '', highlights: [] });
    expect(readOmnivoreHighlights('only\n\nnotes')).toEqual({ note: 'only\n\nnotes', highlights: [] });
  });
});

describe('a Matter export', () => {
  it('joins highlights by title and author, and pages by their file', async () => {
    const path = await makeArchive(folder, 'Archive.zip', {
      '_matter_history.csv': readFileSync(fixturePath('matter-history.csv')),
      '_matter_highlights.csv': readFileSync(fixturePath('matter-highlights.csv')),
      'content/abc123.html': '<p>The text.</p>',
      'other.txt': 'x',
    });
    const imported = await importFile(path);
    expect(imported.format).toBe('Matter export');
    expect(imported.records.map(({ input, row, kind }) => `${input} ${row} ${kind}`)).toEqual([
      'Archive.zip/_matter_history.csv 2 article',
      'Archive.zip/_matter_history.csv 3 article',
      'Archive.zip/_matter_highlights.csv 5 article',
      'Archive.zip/other.txt 1 no-content',
    ]);
    expect(imported.articles).toMatchObject([
      {
        title: 'First',
        tags: ['one', 'Two'],
        highlights: [{ quote: 'Marked\ntwice', createdAt: '2023-07-06' }, { quote: 'Marked once' }],
        content: { kind: 'html', html: '<p>The text.</p>', baseUrl: 'https://a.example/1' },
      },
      { title: 'Second', highlights: [], content: null },
      { title: 'Gone', author: 'Eve', url: null, highlights: [{ quote: 'Left behind' }] },
    ]);
  });
});
