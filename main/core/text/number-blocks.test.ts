import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { countWords, readingMinutes } from './count-words.ts';
import { directionOf } from './direction.ts';
import { numberBlocks } from './number-blocks.ts';

function number(html: string): ReturnType<typeof numberBlocks> & { html: string } {
  const tree = fromHtml(html, { fragment: true });
  return { ...numberBlocks(tree), html: toHtml(tree) };
}

describe('numbering blocks', () => {
  it('numbers leaf blocks in reading order, and each block that holds blocks not at all', () => {
    const { html, blocks } = number(
      '<p>a</p><ul><li>b</li><li><p>c</p><ul><li>d</li></ul></li></ul><blockquote><p>e</p></blockquote>',
    );
    expect(blocks).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(html).toBe(
      '<p data-block="0">a</p><ul><li data-block="1">b</li><li><p data-block="2">c</p><ul><li data-block="3">d</li></ul></li></ul><blockquote><p data-block="4">e</p></blockquote>',
    );
  });

  it('takes a row of a table as one block', () => {
    expect(number('<table><tbody><tr><th>a</th>\n<td><p>b</p></td></tr></tbody></table>').blocks).toEqual(['a b']);
  });

  it('leaves out footnote marks, soft hyphens and the lettering of drawings, and makes white space one', () => {
    const { blocks } = number(
      '<p>war\u00ADship<a data-skip href="#n1">1</a>\n  went\u00A0out </p><figure><svg><text>no</text></svg><figcaption>yes</figcaption></figure>',
    );
    expect(blocks).toEqual(['warship went out', 'yes']);
  });

  it('gives no number to a block without text', () => {
    expect(number('<p> </p><p><a data-skip>1</a></p><p>a</p>').blocks).toEqual(['a']);
  });

  it('lists the headings with their blocks', () => {
    expect(number('<p>a</p><h2>One <em>two</em></h2><h3>Three</h3>').headings).toEqual([
      { block: 1, level: 2, text: 'One two' },
      { block: 2, level: 3, text: 'Three' },
    ]);
  });
});

describe('lengths and directions', () => {
  it('counts words by the language, not by spaces', () => {
    expect(countWords('It wasn’t the first, was it? 42.', 'en')).toBe(7);
    expect(countWords('私は本を読みます', 'ja')).toBeGreaterThan(3);
    expect([0, 100, 460, 2300].map(readingMinutes)).toEqual([1, 1, 2, 10]);
  });

  it('knows which way a language is written', () => {
    expect(['ar', 'he-IL', 'fa', 'ur', 'az-Arab', 'en-GB', 'ja', 'az'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ]);
    expect(['', 'not a language', '{'].map(directionOf)).toEqual([null, null, null]);
  });
});
