import { describe, expect, it } from 'vitest';
import { imagesOf, textOf, withoutSoftHyphens } from './article-text.ts';

const hero = { asset: 'a1.png', svg: null, alt: 'A darn', caption: 'Blue', credit: null, width: 9, height: 4 };

describe('the text of an article', () => {
  it('is what one reads: words whole, a blank line between paragraphs, code as it stands, no note numbers', () => {
    const html =
      '<p data-block="0">It car\u00ADried on.<a class="fn" data-skip="" href="#n1">1</a> Then</p>' +
      '<pre data-block="1"><code>a  =  1\n  b</code></pre><ul><li data-block="2">One</li><li>Two</li></ul>' +
      '<p>End<span class="endmark" data-skip=""><svg aria-hidden="true"></svg></span></p>';
    expect(textOf(html)).toBe('It carried on. Then\n\na  =  1\n  b\nOne\nTwo\n\nEnd');
  });

  it('loses soft hyphens in every spelling', () => {
    expect(withoutSoftHyphens('a\u00ADb&shy;c&#xAD;d')).toBe('abcd');
  });
});

describe('the pictures of an article', () => {
  it('are the hero, then figures and loose pictures in order, with what is said of each', () => {
    const html =
      '<figure><svg role="img" aria-label="A seam"><g><svg></svg></g></svg><figcaption>Drawn\n by us</figcaption></figure>' +
      '<p><img src="/assets/b2.webp" alt="A knot"></p>' +
      '<figure class="code"><figcaption>Code</figcaption><pre>1</pre></figure>' +
      '<span data-skip=""><svg></svg></span>';
    expect(imagesOf({ hero, html })).toEqual([
      { src: '/assets/a1.png', alt: 'A darn', caption: 'Blue' },
      { src: null, alt: 'A seam', caption: 'Drawn by us' },
      { src: '/assets/b2.webp', alt: 'A knot', caption: null },
    ]);
  });
});
