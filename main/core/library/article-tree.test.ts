import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHtml, toArticleBody, toArticleTree, type ArticleSource } from './article-tree.ts';

const body = (source: ArticleSource) => toArticleBody(toArticleTree(source));
const html = (text: string) => body({ kind: 'html', html: text });
const text = (plain: string) => body({ kind: 'text', text: plain });

describe('plain text', () => {
  it('becomes paragraphs by blank lines, and needs no HTML then', () => {
    expect(text('One.\r\n\r\nTwo <b> & three.\n \n\nFour.\n')).toEqual({
      html: null,
      blocks: ['One.', 'Two <b> & three.', 'Four.'],
      headings: [],
    });
    expect(bodyHtml(text('One\n\nTwo <b>'))).toBe('<p data-block="0">One</p><p data-block="1">Two &#x3C;b></p>');
  });

  it('has hard-wrapped lines joined, short ones and lists kept, indented ones as they stand', () => {
    const wrapped = 'This line was broken by a program for its length\nalone, and goes on here.';
    expect(text(wrapped).blocks).toEqual(['This line was broken by a program for its length alone, and goes on here.']);
    expect(text('Roses are red,\nviolets are blue.')).toMatchObject({
      html: '<p data-block="0">Roses are red,<br>\nviolets are blue.</p>',
      blocks: ['Roses are red, violets are blue.'],
    });
    expect(text('Code:\n\n    a = 1\n      b').html).toBe(
      '<p data-block="0">Code:</p><pre data-block="1">    a = 1\n      b</pre>',
    );
  });
});

describe('HTML', () => {
  it('keeps every text in a block, whatever it stood in', () => {
    expect(html('Loose <b>text</b><p>A</p> and more<section>One</section><section>Two</section>').blocks).toEqual([
      'Loose text',
      'A',
      'and more',
      'One',
      'Two',
    ]);
    expect(html('<h1>Title</h1><ul><li>a<ul><li>b</li></ul></li></ul>')).toMatchObject({
      blocks: ['Title', 'a', 'b'],
      headings: [{ block: 0, level: 2, text: 'Title' }],
    });
  });

  it('keeps words apart that a line break or a cell parted', () => {
    expect(html('<p>one<br>two</p><table><tr><td>a</td><td>b</td></tr></table><pre>x<br>y</pre>').blocks).toEqual([
      'one two',
      'a b',
      'x y',
    ]);
  });

  it('has passed the allow-list, and leaves nothing that runs', () => {
    const kept = html('<p onclick="x()">a<script>alert(1)</script><img src="https://example.org/t.gif"></p>');
    expect(kept.html).toBe('<p data-block="0">a<img></p>');
  });

  it('is the same after it was kept, whatever it is', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'section',
      'h1',
      'ul',
      'li',
      'br',
      'table',
      'tr',
      'td',
      'pre',
      'a',
      'blockquote',
    );
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = html(pieces.join(''));
        const again = html(bodyHtml(once));
        expect(bodyHtml(again)).toBe(bodyHtml(once));
        expect(again.blocks).toEqual(once.blocks);
      }),
      { numRuns: 500 },
    );
  });

  it('that nests too deeply is a RangeError and no crash', () => {
    expect(() => html('<div>'.repeat(100_000))).toThrow(RangeError);
  });
});
