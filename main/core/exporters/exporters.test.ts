import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bibtex, citation } from './citation.ts';
import { exampleStory } from './example-story.ts';
import { linkTo, longDate } from './exported-article.ts';
import { toHtml } from './html.ts';
import { toMarkdown } from './markdown.ts';
import { toPlainText } from './plain-text.ts';

const exported = exampleStory('tea', {
  html: '<p data-block="0">It be\u00ADgan.</p><img src="/assets/cup.png" alt="A cup"><img src="/assets/gone.png" alt="Gone">',
});

describe('a citation', () => {
  it('names author, title, publication, edition, date and address', () => {
    expect(citation(exported)).toBe(
      'The Desk, “Tea & "toast": 50% of_all”, The Gazette, Number 1, 21 November 2026, lectern:story/tea.',
    );
  });

  it('escapes in BibTeX what TeX would take as its own', () => {
    expect(bibtex(exported)).toContain('title = {{Tea \\& "toast": 50\\% of\\_all}}');
    expect(bibtex(exported)).toContain('year = {2026}');
  });

  it('prefers the address on the web where there is one', () => {
    expect(linkTo({ ...exported.summary, url: 'https://example.org/tea' })).toBe('https://example.org/tea');
    expect(linkTo(exported.summary)).toBe('lectern:story/tea');
  });

  it('leaves a date that is none as it stands', () => {
    expect(longDate('soon', 'en-GB')).toBe('soon');
  });
});

describe('Markdown', () => {
  it('carries front matter that YAML reads back, the text and the sources', () => {
    const text = toMarkdown(exported);
    const [, frontMatter = '', body = ''] = text.split(/^---$/m);
    expect(parse(frontMatter)).toEqual({
      title: 'Tea & "toast": 50% of_all',
      author: 'The Desk',
      publication: 'The Gazette',
      section: 'Food',
      published: '2026-11-21T07:30',
      language: 'en-GB',
      tags: ['tea', 'toast'],
      url: 'lectern:story/tea',
    });
    expect(body).toContain('It *began*.');
    expect(body).toContain('- On tea, The Leaf, 1999');
  });
});

describe('plain text', () => {
  it('is the headline, standfirst, byline and the blocks', () => {
    expect(toPlainText(exported).split('\n\n')).toEqual([
      'Tea & "toast": 50% of_all',
      'Why <tea> came first',
      'The Desk, The Gazette, 21 November 2026',
      'It began.\n',
    ]);
  });
});

describe('one HTML file', () => {
  it('holds its pictures, escapes every name, drops soft hyphens and has no script and no address to fetch', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-html-'));
    writeFileSync(join(folder, 'cup.png'), 'png');
    const assets = {
      resolve: (name: string) =>
        name === 'cup.png' ? { path: join(folder, name), mediaType: 'image/png', bytes: 3 } : null,
    };
    const html = toHtml(exported, assets);
    rmSync(folder, { recursive: true });
    expect(html).toContain('src="data:image/png;base64,cG5n"');
    expect(html).toContain('src="" alt="Gone"');
    expect(html).toContain('It began.');
    expect(html).toContain('Why &#60;tea&#62; came first');
    expect(html).toContain('A &#60;pot&#62;');
    expect(html).not.toMatch(/<script|https?:|\/assets\/|\u00AD/);
  });
});
