import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportJsonLines } from './export-library.ts';
import { importFiles } from './import-files.ts';
import { ownService, type ArticleToSave } from './prepare-article.ts';
import { articleToSave, openLibraryFixture, textOf, type LibraryFixture } from './test-helpers/library-fixture.ts';

let fixture: LibraryFixture;

beforeEach(() => {
  fixture = openLibraryFixture();
});
afterEach(() => {
  fixture.close();
});

function file(name: string, lines: readonly (object | string)[]): string {
  const path = join(fixture.directory, name);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
}

describe('importing files', () => {
  it('puts every row in one class, whose sum is what was read', async () => {
    const rows = [
      { id: 'a', title: 'A', text: textOf('a') },
      'garbage',
      { id: 'b', title: 'A again', text: textOf('a') },
      { title: 'Only a title' },
      { url: 'https://example.org/later', title: 'Later' },
    ];
    const folder = join(fixture.directory, 'folder');
    mkdirSync(folder);
    const unknown = file('picture.bin', ['GIF89a']);
    const paths = [file('one.jsonl', rows), join(fixture.directory, 'missing.jsonl'), folder, unknown];
    const report = await importFiles(fixture.library, paths);
    expect(report).toMatchObject({ read: 8, imported: 1, merged: 1, noContent: 2, failed: 4 });
    expect(report.rows.map(({ input, row, outcome, articleId }) => [input, row, outcome, articleId])).toEqual([
      ['one.jsonl', 1, 'imported', 'a'],
      ['one.jsonl', 2, 'failed', null],
      ['one.jsonl', 3, 'merged', 'a'],
      ['one.jsonl', 4, 'no-content', null],
      ['one.jsonl', 5, 'no-content', expect.stringMatching(/^a/)],
      ['missing.jsonl', 0, 'failed', null],
      ['folder', 0, 'failed', null],
      ['picture.bin', 0, 'failed', null],
    ]);
    for (const { outcome, reason } of report.rows) expect(reason === null).toBe(outcome === 'imported');
  });

  it('saves a thousand rows by the batch, each in its place in the report', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ id: `n${at}`, text: textOf(`t${at}`, 30) }));
    const read: number[] = [];
    const report = await importFiles(fixture.library, [file('many.jsonl', rows)], (count) => read.push(count));
    expect(report.rows.map(({ articleId }) => articleId)).toEqual(rows.map(({ id }) => id));
    expect(read.at(-1)).toBe(1000);
    expect(read.length).toBeGreaterThan(2);
  });
});

const line = fc.string({ unit: 'grapheme', maxLength: 20 });
const time = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const names = fc.array(line, { maxLength: 3 });
const content = fc.oneof(
  fc.array(line, { maxLength: 5 }).map((parts) => ({ kind: 'text' as const, text: parts.join('\n\n') })),
  fc.array(fc.tuple(fc.constantFrom('p', 'h2', 'li', 'b'), line), { maxLength: 5 }).map((parts) => ({
    kind: 'html' as const,
    html: parts.map(([tag, text]) => `<${tag}>${text}</${tag}>`).join(''),
  })),
);
const saved: fc.Arbitrary<ArticleToSave> = fc
  .record({
    externalId: fc.option(fc.oneof(line, fc.uuid())),
    url: fc.option(fc.webUrl({ withQueryParameters: true })),
    title: line,
    standfirst: line,
    author: line,
    site: line,
    published: fc.option(time),
    savedAt: fc.option(time),
    language: fc.option(fc.constantFrom('en', 'de-AT', 'ar', 'zh_CN', 'nonsense!')),
    tags: names,
    shelves: fc.array(names, { maxLength: 2 }),
    state: fc.constantFrom('inbox' as const, 'archive' as const),
    favourite: fc.boolean(),
    progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    readAt: fc.option(time),
    highlights: fc.array(
      fc.record({
        quote: line,
        note: line,
        createdAt: fc.option(time),
        colour: fc.option(fc.constantFrom('red', 'blue')),
        tags: names,
      }),
      { maxLength: 2 },
    ),
    note: line,
    content: fc.option(content),
  })
  .map(articleToSave);

describe('JSON Lines out and in again', () => {
  it('give the same library, for all that they carry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(saved, { maxLength: 6 }), async (articles) => {
        const [first, second] = [openLibraryFixture(), openLibraryFixture()];
        try {
          first.library.save(articles, ownService);
          const lines = [...exportJsonLines(first.store)];
          const path = join(second.directory, 'export.jsonl');
          writeFileSync(path, lines.join(''));
          const report = await importFiles(second.library, [path]);
          expect(report).toMatchObject({ read: lines.length, failed: 0, merged: 0 });
          expect([...exportJsonLines(second.store)]).toEqual(lines);
        } finally {
          first.close();
          second.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
