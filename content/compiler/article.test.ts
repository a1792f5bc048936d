import { describe, expect, it } from 'vitest';
import { normaliseBlockText } from '../../main/core/text/block-text.ts';
import { toArticle } from './markdown/to-article.ts';
import { FileShelf } from './file-shelf.ts';
import { PictureShelf } from './pictures.ts';
import { formatProblem, ProblemList } from './problems.ts';

const folder = { paths: [], bytes: () => null, text: () => null };

function article(source: string, language = 'en-GB'): ReturnType<typeof toArticle> & { told: string[] } {
  const list = new ProblemList();
  const made = toArticle({
    file: 'story.md',
    id: 'story',
    language,
    source,
    shelf: new PictureShelf(new FileShelf(folder), list),
    list,
    links: [],
  });
  return { ...made, told: [...list.problems, ...list.warnings].map(formatProblem) };
}

/** Without soft hyphens, numbers and the end mark, which have tests of their own. */
const html = (source: string, language?: string): string => {
  const { html: made, told } = article(source, language);
  expect(told).toEqual([]);
  return made
    .replaceAll('\u00AD', '')
    .replace(/ data-block="\d+"/g, '')
    .replace(/<span class="endmark".*?<\/span>/, '');
};

describe('from Markdown to an article', () => {
  it('sets the opening in small capitals, up to the first stop', () => {
    expect(html('In the first week of September 2001 people began.')).toBe(
      '<p class="opening"><span class="sc">In the first week</span> of September 2001 people began.</p>',
    );
    expect(html('Once, long ago.')).toBe('<p class="opening"><span class="sc">Once</span>, long ago.</p>');
    expect(html('*All* of it.')).toBe('<p class="opening"><em>All</em> of it.</p>');
    expect(html('## First\n\nA heading comes before.')).not.toContain('opening');
  });

  it('ends with a mark after the last word of the text, not of its notes', () => {
    const { html: made, blocks } = article('One.\n\nTwo.[^1]\n\n[^1]: A note.');
    expect(made).toMatch(/Note 1">1<\/a><span class="endmark" role="img" aria-label="End" data-skip=""><svg/);
    expect(blocks).toEqual(['One.', 'Two.', 'A note.']);
    expect(article('One.\n\n- a\n- b').html).toMatch(/<li data-block="2">b<span class="endmark"/);
    expect(article('One.\n\n```\nx\n```').html).toMatch(/<p><span class="endmark"/);
  });

  it('stands a footnote after the block that refers to it, numbered by its first use', () => {
    expect(html('- a[^z]\n- b[^a]\n\nLater.[^z]\n\n[^a]: One.\n[^z]: Two.')).toBe(
      '<ul>\n<li>a<a class="fn" data-skip="" href="#n1" aria-label="Note 1">1</a></li>\n<li>b<a class="fn" data-skip="" href="#n2" aria-label="Note 2">2</a></li>\n</ul>\n' +
        '<aside class="sidenote" id="n1" role="note"><span class="sidenote__n" data-skip="">1</span> Two.</aside>\n' +
        '<aside class="sidenote" id="n2" role="note"><span class="sidenote__n" data-skip="">2</span> One.</aside>\n' +
        '<p>Later.<a class="fn" data-skip="" href="#n1" aria-label="Note 1">1</a></p>',
    );
  });

  it('leaves prose that only looks like a directive as it was written', () => {
    expect(html('*A* word:word, 12:30, std::string, note:[a *b*]{c} and :name.')).toBe(
      '<p class="opening"><em>A</em> word:word, 12:30, std::string, note:[a <em>b</em>]{c} and :name.</p>',
    );
  });

  it('sets quotation marks by language, and leaves code alone', () => {
    expect(html('*x* "a \'b\'" -- it\'s `"c" --` ...')).toContain('“a ‘b’” – it’s <code>"c" --</code> …');
    expect(html('*x* "a \'b\'"', 'de')).toContain('„a ‚b‘“');
    expect(html('*x* "a"', 'fr')).toContain('«\u202Fa\u202F»');
  });

  it('hyphenates English, with three letters at each end, and nothing that should stay whole', () => {
    const divided = (text: string, language?: string): string => article(`*x* ${text}`, language).html;
    expect(divided('administrators')).toMatch(/adm\u00ADin|admin\u00ADis/);
    for (const text of [
      'Administrators',
      '`administrators`',
      'Wörterbuch',
      ':lang[administrators]{tag=fr}',
      'self-administrators',
    ]) {
      expect(divided(text)).not.toContain('\u00AD');
    }
    expect(article('## administrators').html).not.toContain('\u00AD');
    expect(article('The unexpected administrators, it').html).toContain(
      '<span class="sc">The unexpected administrators</span>',
    );
    expect(divided('administrators', 'de')).not.toContain('\u00AD');
    for (const syllables of divided('unexpected disagreeable indexing analysis')
      .split(/\s/)
      .map((word) => word.replace(/<[^>]*>/g, '').split('\u00AD'))) {
      if (syllables.length > 1)
        expect(Math.min(syllables[0]?.length ?? 0, syllables.at(-1)?.length ?? 0)).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives headings ids of their own', () => {
    expect([...html('## A “word”\n\n## A word\n\n### Ærø: 2').matchAll(/id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'h-a-word',
      'h-a-word-2',
      'h-ærø-2',
    ]);
  });

  it('leads to other stories and marks what leads outside', () => {
    expect(html('*x* [a](story:code-red) <https://example.org/b> [c][d]\n\n[d]: https://example.org/e')).toContain(
      '<a href="#/story/code-red">a</a> <a href="https://example.org/b" rel="external noopener" class="external">https://example.org/b</a> <a href="https://example.org/e" rel="external noopener" class="external">c</a>',
    );
  });

  it('gives blocks whose text is what the page shows', () => {
    const { html: made, blocks } = article('*x* A “line”,\nbroken $x^2$.\n\n| a | b |\n|---|---|\n| c | *d* |');
    const shown = [...made.matchAll(/<(\w+)[^>]* data-block="(\d+)"[^>]*>(.*?)<\/\1>/gs)].map(
      ([, , number, inner = '']) => [
        Number(number),
        normaliseBlockText(inner.replace(/<span class="endmark".*?<\/svg><\/span>/g, '').replace(/<[^>]*>/g, '')),
      ],
    );
    expect(shown).toEqual(blocks.map((text, number) => [number, text]));
  });

  it('holds no markup that an author typed', () => {
    const { html: made, told } = article('*x* <img src=x onerror=alert(1)> a &lt;b&gt;\n\n<script>alert(1)</script>');
    expect(made).not.toMatch(/<img|<script/);
    expect(made).toContain('&#x3C;b>');
    expect(told).toHaveLength(2);
  });
});
