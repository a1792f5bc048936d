import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeSample } from './detect/sample.ts';
import { articleOfClipboard } from './html/clipboard.ts';
import { detect } from './import-bytes.ts';
import type { ImportedArticle } from './import-record.ts';
import { articlesOf, prepared, recordsOf } from './test-helpers/imported.ts';
import { smallPng } from './test-helpers/small-png.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name));
const only = async (name: string, bytes: Uint8Array | string = fixture(name)): Promise<ImportedArticle> => {
  const records = await recordsOf(name, bytes);
  const [article] = articlesOf(records);
  if (article === undefined || records.length !== 1) throw new TypeError(JSON.stringify(records));
  return article;
};
const formatOf = (name: string, content: string | Uint8Array): string | null =>
  detect(takeSample(name, typeof content === 'string' ? Buffer.from(content) : content, null))?.format.name ?? null;

describe('telling formats apart', () => {
  it('goes by content, whatever the name says', () => {
    expect(formatOf('page.txt', '\uFEFF\n<!-- x -->\n<!DOCTYPE HTML><title>a</title>')).toBe('html');
    expect(formatOf('page', '<div><p>a</p><p>b</p></div>')).toBe('html');
    expect(formatOf('page.xhtml', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBe('html');
    expect(
      formatOf('page.pdf', '<!doctype html><!--\n Page saved with SingleFile \n url: https://a.example/ \n-->'),
    ).toBe('singlefile');
    expect(
      formatOf(
        'page.html',
        'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n',
      ),
    ).toBe('mhtml');
    expect(formatOf('note.md', 'Some *text*')).toBe('markdown');
    expect(formatOf('note.txt', '---\ntitle: A\n---\nText')).toBe('markdown');
    expect(formatOf('note.txt', 'Text, no more. <b>')).toBe('text');
    expect(formatOf('a.html', '%PDF-1.4')).toBe('pdf');
    expect(formatOf('utf16.txt', Buffer.from('\uFEFF<html><body>a', 'utf16le'))).toBe('html');
    for (const content of [
      '{"a":1}',
      '<rss version="2.0"></rss>',
      '',
      smallPng,
      Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ])
      expect(formatOf('unknown', content)).toBeNull();
  });

  it('says of a file that is not read what it is and what to do', async () => {
    const reasons = async (bytes: Uint8Array | string): Promise<string> => {
      const [record] = await recordsOf('a', bytes);
      return record?.kind === 'failed' ? record.reason : 'read';
    };
    expect(await reasons('')).toContain('empty');
    expect(await reasons(smallPng)).toContain('picture');
    expect(await reasons('{\\rtf1 a}')).toContain('rich text');
    expect(await reasons(Buffer.from('PK\x03\x04 word/document.xml'))).toContain('word processor');
    expect(await reasons(Buffer.from([0x1f, 0x8b, 8, 0]))).toContain('Unpack');
  });

  it('gives at least one record for any bytes, and one that can be prepared', async () => {
    const starts = [
      '',
      '<html>',
      '%PDF-',
      'PK\x03\x04',
      '---\n',
      'MIME-Version: 1.0\nContent-Type: text/html\n\n',
      '<!-- Page saved with SingleFile -->',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), async (start, bytes) => {
        const records = await recordsOf('any', Buffer.concat([Buffer.from(start), bytes]));
        expect(records.length).toBeGreaterThan(0);
        for (const article of articlesOf(records)) if (article.content !== null) prepared(article);
      }),
      { numRuns: 200 },
    );
  });
});

describe('saved pages', () => {
  it('are read from SingleFile with address, date and pictures', async () => {
    const article = await only('singlefile.html');
    expect(article).toMatchObject({ url: 'https://harbour.example/looms', savedAt: '2026-09-24T08:30:00.000Z' });
    const made = prepared(article);
    expect(made).toMatchObject({
      title: 'Looms by the window',
      site: 'The Harbour',
      byline: 'Ada Weaver',
      imagesWanted: 1,
      imagesKept: 1,
    });
    expect(made.html).toContain('href="https://harbour.example/boats"');
    expect(made.html).toContain('It stood in a component.');
  });

  it('are read from web archives: parts by place and by id, any transfer encoding, any charset', async () => {
    const article = await only('chrome.mhtml');
    expect(article).toMatchObject({ url: 'https://harbour.example/looms', savedAt: '2026-03-03T10:00:00.000Z' });
    expect(prepared(article)).toMatchObject({ title: 'Looms – by the window', imagesWanted: 2, imagesKept: 2 });
    expect(prepared(article).html).toContain('Café = 5 €');
    const nested = await only('nested-no-end.mht');
    expect(prepared(nested)).toMatchObject({ imagesWanted: 1, imagesKept: 1 });
    expect(prepared(nested).html).toContain('Сегодня');
    expect(await recordsOf('wrong-boundary.mht', fixture('wrong-boundary.mht'))).toMatchObject([{ kind: 'article' }]);
    expect(
      await recordsOf(
        'no-page.mht',
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n\n--x--',
      ),
    ).toMatchObject([{ kind: 'failed' }]);
  });

  it('are read from the reader modes of browsers', async () => {
    const made = prepared(await only('firefox-reader.html'));
    expect(made).toMatchObject({ title: 'Looms by the window', kind: 'article' });
    expect(made.html).not.toMatch(/minutes to read|Close Reader/);
    expect(made.html).toContain('A table of looms');
  });

  it('are read as XHTML if that is what they are', async () => {
    const page =
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p>A <a id="x"/>paragraph</p><div/><p>and <![CDATA[a < b]]></p></body></html>';
    expect(prepared(await only('a.xhtml', page)).html).toBe('<p>A paragraph</p><p>and a &#x3C; b</p>');
  });

  it('say where they were saved from', async () => {
    const article = await only(
      'a.html',
      '<!-- saved from url=(0029)https://harbour.example/looms --><html><p>a</p></html>',
    );
    expect(article.url).toBe('https://harbour.example/looms');
  });
});

describe('the clipboard', () => {
  it('gives the copied part with its address, or the text, or a link alone', () => {
    const windows =
      'Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\nStartFragment:00000131\r\nEndFragment:00000164\r\nSourceURL:https://harbour.example/a\r\n<html><body>\r\n<p>not this</p><!--StartFragment--><p>A <a href="b">part</a></p><!--EndFragment--></body></html>';
    const article = articleOfClipboard({ html: windows, text: 'A part' });
    expect(article).toMatchObject({
      url: 'https://harbour.example/a',
      content: { kind: 'html', html: '<p>A <a href="b">part</a></p>' },
    });
    expect(prepared(article ?? undefined).html).toContain('https://harbour.example/b');
    expect(articleOfClipboard({ html: '<meta charset=utf-8>', text: ' Only text ' })).toMatchObject({
      content: { kind: 'text', text: 'Only text' },
    });
    expect(articleOfClipboard({ html: '', text: 'https://harbour.example/c' })).toMatchObject({
      url: 'https://harbour.example/c',
      content: null,
    });
    expect(articleOfClipboard({ html: '<br>', text: '' })).toBeNull();
    const docs = '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Plain</p><p>and <b>bold</b></p></b>';
    expect(prepared(articleOfClipboard({ html: docs, text: '' }) ?? undefined).html).toBe(
      '<p>Plain</p><p>and <b>bold</b></p>',
    );
  });
});

describe('notes', () => {
  it('bring what their front matter says, by any of its names', async () => {
    expect(await only('obsidian-clipping.md')).toMatchObject({
      title: 'Looms: by the window',
      author: 'Ada Weaver, Bo Sailor',
      url: 'https://harbour.example/looms',
      published: '2024-03-05',
      savedAt: '2026-01-02',
      tags: ['clippings', 'weaving'],
      standfirst: 'On looms.',
      language: 'en',
    });
    expect(await only('jekyll-post.md')).toMatchObject({
      title: 'A post',
      shelves: [['harbour'], ['boats']],
      tags: ['a', 'b c'],
      published: '2023-07-01T10:00:00.000Z',
    });
    expect(await only('plain.md', '# A *title*\n\nText')).toMatchObject({ title: 'A title' });
    expect(
      await only('hugo.md', '+++\ntitle = "A Hugo post"\ntags = ["x", \'y\']\ndate = 2024-01-01\n+++\nText'),
    ).toMatchObject({ title: 'A Hugo post', tags: ['x', 'y'], published: '2024-01-01' });
  });

  it('keep front matter that cannot be read, as text', async () => {
    const laughs = `---\na: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n---\nText`;
    for (const note of ['---\ntitle: "open\n---\nText', laughs])
      expect((await only('n.md', note)).content).toMatchObject({ markdown: note });
    expect(await recordsOf('e.md', '---\ntitle: A\n---\n')).toMatchObject([{ kind: 'no-content' }]);
  });

  it('of plain text have their first line for a title if it stands by itself', async () => {
    expect(await only('a_b.txt', 'A title\n\nText and more text.')).toMatchObject({
      title: 'A title',
      content: { text: 'Text and more text.' },
    });
    expect(await only('a_b.txt', 'A sentence.\n\nText and more text.')).toMatchObject({ title: 'a b' });
  });
});
