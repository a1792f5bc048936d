import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ExportFormat } from '../../contract/export-formats.ts';
import { readSource } from '../exporting/read-source.ts';
import { articleToSave, openLibraryFixture, type LibraryFixture } from '../library/test-helpers/library-fixture.ts';
import { ownService } from '../importers/import-record.ts';
import { makePng } from '../importers/test-helpers/small-png.ts';
import { exportedBytes } from './exporters.ts';
import { createFileNames } from './file-names.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

let fixture: LibraryFixture;
let folder: string;

beforeEach(() => {
  fixture = openLibraryFixture();
  folder = mkdtempSync(join(tmpdir(), 'lectern-exporters-'));
  const picture = fixture.assets.put(makePng(20, 10), 'image/png');
  const avif = fixture.assets.put(Buffer.from('avif'), 'image/avif');
  fixture.library.save(
    [
      articleToSave({
        externalId: 'tea',
        url: 'https://example.org/tea?a=1&b="|2"',
        title: 'Tea & "toast": 50% [[of]] all/none',
        author: 'Ann <b>',
        published: '2026-11-21',
        savedAt: '2026-11-22T10:00:00.000Z',
        tags: ['black tea', 'no', '2026'],
        shelves: [['Kitchen', 'Hot/Cold']],
        note: 'A note\nof two lines',
        highlights: [
          { quote: 'It began', note: 'Did it?', colour: 'red', tags: ['x'], createdAt: '2026-11-23T00:00:00.000Z' },
        ],
        content: {
          kind: 'html',
          html: `<p>It began<a class="fn" href="#n1">1</a> with ==leaves== and [[links]].</p><aside class="sidenote" id="n1"><p>A note.</p></aside><figure><img src="/assets/${picture.name}" alt="A cup"></figure><p><img src="/assets/${avif.name}" alt="A pot"> <a href="#nowhere">x</a><a href="https://e.org/a|b">y</a></p><h3 id="h-x">Twice</h3><h3 id="h-x">Twice</h3><p><math><mi>x</mi></math></p>`,
        },
        assets: [
          { ...picture, role: 'picture' },
          { ...avif, role: 'picture' },
        ],
      }),
      articleToSave({ externalId: 'link', url: 'https://example.org/link', title: 'A link', favourite: true }),
      articleToSave({
        externalId: 'rtl',
        title: 'حليب',
        content: { kind: 'text', text: 'حليب\n\nشاي' },
        language: 'ar',
      }),
    ],
    ownService,
  );
});
afterEach(() => {
  fixture.close();
  rmSync(folder, { recursive: true });
});

async function written(format: ExportFormat): Promise<string> {
  const path = join(folder, `file.${format}`);
  const { store, assets } = fixture;
  const source = {
    store,
    assets,
    ids: null,
    withTrash: false,
    titleOfStory: () => null,
    now: '2026-11-27T08:00:00.000Z',
  };
  await pipeline(exportedBytes(format, readSource(source)), createWriteStream(path));
  return path;
}

async function unzipped(format: ExportFormat): Promise<Record<string, string>> {
  const files = unzipSync(readFileSync(await written(format)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Where Debian's package puts it; its command needs a registered Java loader, so the archive is run by name. */
const epubcheck = '/usr/share/java/epubcheck.jar';

describe('notes in Markdown', () => {
  it('have front matter that is YAML, tags that Obsidian knows, pictures beside, and escape what Obsidian would take', async () => {
    const files = await unzipped('markdown');
    expect(
      Object.keys(files)
        .filter((name) => name.endsWith('.md'))
        .sort(),
    ).toEqual(['A link.md', 'Tea & toast 50 of all none.md', 'حليب.md']);
    const [, matter = '', ...body] = files['Tea & toast 50 of all none.md']!.split(/^---$/m);
    expect(parse(matter)).toMatchObject({
      title: 'Tea & "toast": 50% [[of]] all/none',
      published: '2026-11-21',
      tags: ['black-tea', 'no', '_2026'],
      'lectern-tags': ['black tea', 'no', '2026'],
      shelves: [String.raw`Kitchen/Hot\/Cold`],
      highlights: [{ quote: 'It began', note: 'Did it?', colour: 'red', tags: ['x'] }],
      lectern: 'tea',
    });
    const text = body.join('---');
    expect(text).toContain(String.raw`It began[^1] with =\=leaves=\= and \[\[links]].`);
    expect(text).toContain('[^1]: A note.');
    expect(text).toMatch(/!\[A cup\]\(pictures\/[0-9a-f]{32}\.png\)/);
    expect(text).toContain('<math><mi>x</mi></math>');
    expect(text).toContain('> It began\n\nDid it?');
  });

  it('keep tables and code, and joined cells as HTML', () => {
    expect(
      htmlToMarkdown(
        '<table><tr><th>a</th></tr><tr><td>b</td></tr></table><pre><code class="language-ts">x</code></pre>',
      ),
    ).toBe('| a |\n| - |\n| b |\n\n```ts\nx\n```\n');
    expect(htmlToMarkdown('<table><tr><th colspan="2">a</th></tr></table>')).toContain('colspan="2"');
  });
});

describe('names of files', () => {
  it('are safe and unique on every system, whatever the titles', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('CON', 'con', 'É', 'é', '..', 'a/b', 'x'.repeat(500), ''),
          ),
          { minLength: 1 },
        ),
        (titles) => {
          const nameOf = createFileNames();
          const names = titles.map((title, at) => nameOf(title, `id-${at % 3}`));
          expect(new Set(names.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(titles.length);
          for (const name of names) {
            expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}]|^\.|[. ]$|^(?:con|nul)$/iu);
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
          }
        },
      ),
    );
  });
});

describe('a book of the library', () => {
  it('leads with its media type and leaves out pictures that readers need not know', async () => {
    const path = await written('epub');
    const bytes = readFileSync(path);
    expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    const files = await unzipped('epub');
    expect(Object.keys(files).filter((name) => name.startsWith('OEBPS/assets/'))).toHaveLength(1);
    expect(files['OEBPS/chapter-1.xhtml']).toContain('A pot');
  });

  it.skipIf(!existsSync(epubcheck))('passes epubcheck where that is installed', { timeout: 120_000 }, async () => {
    const path = await written('epub');
    const { status, stderr, stdout } = spawnSync('java', ['-jar', epubcheck, path], {
      encoding: 'utf8',
    });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

describe('web pages', () => {
  it('need nothing but themselves and are listed', async () => {
    const files = await unzipped('html');
    expect(files['index.html']).toContain('href="Tea%20%26%20toast%2050%20of%20all%20none.html"');
    const page = files['Tea & toast 50 of all none.html']!;
    expect(page).toContain('src="data:image/png;base64,');
    expect(page).not.toMatch(/<script|src="(?!data:)/);
    expect(page).toContain('Ann &#60;b&#62;');
  });
});

describe('lists', () => {
  it('of bookmarks have folders, tags, dates and notes', async () => {
    expect(readFileSync(await written('bookmarks'), 'utf8')).toContain(
      '<DT><H3>Kitchen</H3>\n<DL><p>\n<DT><H3>Hot/Cold</H3>\n<DL><p>\n<DT><A HREF="https://example.org/tea?a=1&#38;b=&#34;|2&#34;" ADD_DATE="1795341600" TAGS="black tea,no,2026">',
    );
  });

  it('of highlights are as Readwise wants them', async () => {
    expect(readFileSync(await written('readwise'), 'utf8').split('\r\n')).toEqual([
      'Highlight,Title,Author,URL,Note,Location,Date',
      'It began,"Tea & ""toast"": 50% [[of]] all/none",Ann <b>,"https://example.org/tea?a=1&b=""|2""",Did it?,,2026-11-23 00:00:00',
      '',
    ]);
  });

  it('of annotations are a collection of the W3C, each with its words and its place', async () => {
    const collection = JSON.parse(readFileSync(await written('annotations'), 'utf8')) as Record<string, unknown>;
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 2,
      first: {
        items: [
          { motivation: 'commenting', target: { source: 'https://example.org/tea?a=1&b="|2"' } },
          {
            body: [
              { value: 'Did it?', purpose: 'commenting' },
              { value: 'x', purpose: 'tagging' },
            ],
            target: {
              selector: [
                { type: 'TextQuoteSelector', exact: 'It began' },
                { type: 'TextPositionSelector', start: 0, end: 8 },
              ],
            },
          },
        ],
      },
    });
  });
});
