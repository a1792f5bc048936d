import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/test-helpers/make-archive.ts';
import { openSourceFile } from '../source-file.ts';
import { pocketZipFormat } from './pocket-zip.ts';
import { titleOf } from './read/record.ts';
import { importFile } from './test-helpers/import-fixture.ts';
import { csvCell, pocketParts, type PocketRow } from './test-helpers/service-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-round-trips-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = fc.string({
  unit: fc.constantFrom('a', 'Ü', ' ', '"', ',', '\n', "'", '漢', '😀', '<', '&', '\\'),
  maxLength: 30,
});
const tag = fc.string({ unit: fc.constantFrom('a', 'ß', '-', '漢'), minLength: 1, maxLength: 8 });
const row: fc.Arbitrary<PocketRow> = fc.record({
  title: words,
  url: fc.nat(1e6).map((number) => `https://a.example/${number}?q="x",y`),
  seconds: fc.integer({ min: 1e9, max: 1.7e9 }),
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  isArchived: fc.boolean(),
});

/** What must come of a row. */
const kept = ({ title, url, seconds, tags, isArchived }: PocketRow) => ({
  title: titleOf(title, url),
  url: new URL(url).href,
  savedAt: new Date(seconds * 1000).toISOString(),
  tags,
  state: isArchived ? 'archive' : 'inbox',
});

describe('what a service writes', () => {
  it('comes back from the tables of Pocket', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        writeFileSync(join(folder, 'pocket.csv'), pocketParts(rows)['part_000000.csv'] ?? '');
        const { articles } = await importFile(join(folder, 'pocket.csv'));
        expect(articles).toMatchObject(rows.map(kept));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from the tables of Instapaper', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(row, words), { minLength: 1, maxLength: 20 }), async (rows) => {
        const lines = rows.map(([{ url, title, seconds, tags, isArchived }, selection]) =>
          [url, title, selection, isArchived ? 'Archive' : 'Unread', String(seconds), JSON.stringify(tags)].map(
            csvCell,
          ),
        );
        writeFileSync(
          join(folder, 'instapaper.csv'),
          `URL,Title,Selection,Folder,Timestamp,Tags\r\n${lines.join('\r\n')}`,
        );
        const { articles } = await importFile(join(folder, 'instapaper.csv'));
        expect(articles).toMatchObject(rows.map(([each]) => kept(each)));
        expect(articles.map(({ highlights }) => highlights.map(({ quote }) => quote))).toEqual(
          rows.map(([, selection]) => (selection.trim() === '' ? [] : [selection.trim()])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from the JSON of Wallabag', async () => {
    const entry = fc.tuple(row, words, fc.boolean(), fc.array(words, { maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(0, 2),
        async (entries, indent) => {
          const written = entries.map(
            ([{ url, title, seconds, tags, isArchived }, content, isNumber, quotes], index) => ({
              id: index,
              is_archived: isNumber ? Number(isArchived) : isArchived,
              url,
              title,
              content,
              created_at: new Date(seconds * 1000).toISOString().replace('.000Z', '+0000'),
              tags: isNumber ? tags : tags.map((label) => ({ label, slug: 'x' })),
              annotations: quotes.map((quote) => ({ quote, text: '' })),
            }),
          );
          writeFileSync(join(folder, 'wallabag.json'), JSON.stringify(written, null, indent));
          const { articles } = await importFile(join(folder, 'wallabag.json'));
          expect(articles).toMatchObject(entries.map(([each]) => kept(each)));
          expect(articles.map(({ content }) => (content?.kind === 'html' ? content.html : ''))).toEqual(
            entries.map(([, content]) => (content.trim() === '' ? '' : content)),
          );
          expect(articles.map(({ highlights }) => highlights.map(({ quote }) => quote))).toEqual(
            entries.map(([, , , quotes]) => quotes.map((quote) => quote.trim()).filter((quote) => quote !== '')),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes back from bookmarks in folders', async () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, fc.array(tag, { maxLength: 3 })), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const items = rows.map(([{ url, title, seconds, tags }, folders]) => {
            const link = `<DT><A HREF="${escaped(url)}" ADD_DATE="${seconds}" TAGS="${escaped(tags.join(','))}">${escaped(title)}</A>\n`;
            return folders.reduceRight((inner, name) => `<DT><H3>${name}</H3>\n<DL><p>\n${inner}</DL><p>\n`, link);
          });
          writeFileSync(
            join(folder, 'bookmarks.html'),
            `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${items.join('')}</DL>`,
          );
          const { articles } = await importFile(join(folder, 'bookmarks.html'));
          expect(articles).toMatchObject(
            rows.map(([each, folders]) => ({
              ...kept(each),
              state: 'inbox',
              shelves: folders.length === 0 ? [] : [folders],
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('thirty thousand rows of Pocket', () => {
  it('are read as a stream, and every row is accounted for', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => ({
      title: index % 7 === 0 ? '' : `Title ${index}${index % 11 === 0 ? '\nof two lines, with "marks"' : ''}`,
      // Some that must fail, and some that hold nothing.
      url: index % 1000 === 1 ? `javascript:void(${index})` : index % 1000 === 2 ? '' : `https://a.example/${index}`,
      seconds: 1_500_000_000 + index,
      tags: index % 3 === 0 ? ['one', 'Über uns'] : [],
      isArchived: index % 2 === 0,
    }));
    const path = await makeArchive(folder, 'pocket.zip', pocketParts(rows));
    const counts = { article: 0, failed: 0, 'no-content': 0, marks: 0 };
    const places = new Set<string>();
    for await (const { kind, input, row: line } of pocketZipFormat.read(openSourceFile(path, 'pocket.zip'))) {
      counts[kind] += 1;
      places.add(`${input} ${line}`);
    }
    expect(counts).toEqual({ article: 29_940, failed: 30, 'no-content': 30, marks: 0 });
    expect(places.size).toBe(30_000);
  });
});
