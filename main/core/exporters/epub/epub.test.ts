import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exampleStory } from '../example-story.ts';
import { toEpub } from './epub.ts';
import { toXhtml } from './xhtml.ts';

const frame = {
  identifier: 'urn:lectern:gazette:1',
  title: 'The Gazette',
  subtitle: 'All of number 1',
  language: 'en-GB',
  publisher: 'The Gazette',
  issued: '2026-11-23',
};

/** Where Debian's package puts it; its command needs a registered Java loader, so the archive is run by name. */
const epubcheck = '/usr/share/java/epubcheck.jar';

const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function makeBook(): { bytes: Uint8Array; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-epub-'));
  const tea = exampleStory('tea', {
    html:
      '<p class="opening" data-block="0">See <a href="#/story/milk">milk</a>, <a href="#/story/gone">gone</a> &amp; ' +
      '<a href="https://example.org/">web</a>.<a class="fn" data-skip="" href="#n1" aria-label="Note 1">1</a></p>' +
      '<aside class="sidenote" id="n1" role="note" data-block="1">Note</aside>' +
      '<figure><svg viewBox="0 0 8 8" role="img" aria-label="A cup"><path d="M0 0h8" stroke="var(--lectern-art-red)"></path></svg></figure>' +
      '<img src="/assets/cup.png" alt="Cup" width="1" height="1" loading="lazy"><hr>' +
      '<math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math>',
  });
  const bytes = toEpub([tea, exampleStory('milk', { html: '<p lang="ar" dir="rtl">حليب</p>' })], {
    frame,
    readAsset: (name) => (name === 'cup.png' ? { mediaType: 'image/png', bytes: tinyPng } : null),
  });
  return { bytes, folder };
}

describe('an EPUB', () => {
  it('begins with its media type, holds a chapter a story and leads from one to the other', () => {
    const { bytes, folder } = makeBook();
    rmSync(folder, { recursive: true });
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'OEBPS/package.opf',
      'OEBPS/nav.xhtml',
      'OEBPS/style.css',
      'OEBPS/tea.xhtml',
      'OEBPS/milk.xhtml',
      'OEBPS/assets/cup.png',
    ]);
    const tea = strFromU8(files['OEBPS/tea.xhtml']!);
    expect(tea).toContain('href="milk.xhtml"');
    expect(tea).toContain('<a>gone</a>');
    expect(tea).toContain('href="https://example.org/"');
    expect(tea).toContain('stroke="#b4462b"');
    expect(tea).not.toMatch(/data-block|loading|var\(/);
    expect(strFromU8(files['OEBPS/package.opf']!)).toContain('properties="mathml svg"');
  });

  it('is the same bytes for the same stories', () => {
    const first = makeBook();
    const second = makeBook();
    for (const { folder } of [first, second]) rmSync(folder, { recursive: true });
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it.skipIf(!existsSync(epubcheck))('passes epubcheck where that is installed', () => {
    const { bytes, folder } = makeBook();
    const file = join(folder, 'book.epub');
    writeFileSync(file, bytes);
    const { status, stderr, stdout } = spawnSync('java', ['-jar', epubcheck, file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});

describe('XHTML of a chapter', () => {
  it('gives the words of a picture that is not in the book', () => {
    const body = toXhtml('<p>A <img src="https://example.org/x.png" alt="cat"> sat</p>', {
      fileOfStory: () => null,
      hrefOfAsset: (name) => name,
    });
    expect(body).toMatchObject({ xml: '<p xmlns="http://www.w3.org/1999/xhtml">A cat sat</p>', assets: [] });
  });
});
