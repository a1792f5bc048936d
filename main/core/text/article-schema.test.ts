import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { sanitizeArticle } from './article-schema.ts';

const safe = (html: string): string => toHtml(sanitizeArticle(fromHtml(html, { fragment: true })));

const asset = `/assets/${'0123456789abcdef'.repeat(2)}.png`;

describe('the article schema', () => {
  it.each([
    [
      '<p class="opening"><span class="sc">Once</span> more<a class="fn" data-skip="" href="#n1" aria-label="Note 1">1</a></p>',
    ],
    ['<aside class="sidenote" id="n1" role="note"><span class="sidenote__n" data-skip="">1</span> A note.</aside>'],
    [
      `<figure class="figure"><img src="${asset}" alt="Dots" width="3" height="2" loading="lazy"><figcaption>Dots. <span class="credit">Us</span></figcaption></figure>`,
    ],
    [
      '<figure class="code"><pre tabindex="0"><code class="hljs language-c++"><span class="hljs-keyword">if</span></code></pre></figure>',
    ],
    [
      '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">B</th><td align="right">1</td></tr></tbody></table>',
    ],
    ['<p lang="ar" dir="rtl">سلام</p><h2 id="h-wörter">Wörter</h2><dl><dt>A</dt><dd>B</dd></dl>'],
    [
      '<p><a href="#/story/code-red">a</a> <a href="https://example.org/?a=1#b" rel="external noopener" class="external">b</a></p>',
    ],
    [
      '<div class="math"><math display="block"><mrow><mi>E</mi><mo stretchy="false">=</mo><msup><mi>c</mi><mn>2</mn></msup></mrow></math></div>',
    ],
    [
      '<svg viewBox="0 0 9 9" role="img" aria-label="A cloth" class="art"><defs><linearGradient id="art-x-y"><stop offset="0" stop-color="var(--lectern-art-red)"></stop></linearGradient></defs><path d="M0 0L9 9z" stroke="url(#art-x-y)" transform="rotate(-34) translate(-14 -1)"></path></svg>',
    ],
  ])('lets through what we make: %s', (html) => {
    expect(safe(html)).toBe(html);
  });

  it.each([
    ['<script>alert(1)</script><p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<p style="position:fixed" class="bar" id="main" tabindex="1">a</p>', '<p class="">a</p>'],
    ['<p id="n1x">a</p><h2 id="location">b</h2><a name="cookie" id="n1">c</a>', '<p>a</p><h2>b</h2><a>c</a>'],
    [
      '<a href="javascript:alert(1)">a</a><a href=" java&#10;script:alert(1)">b</a><a href="data:text/html,x">c</a>',
      '<a>a</a><a>b</a><a>c</a>',
    ],
    [
      '<a href="../../settings">a</a><a href="//example.org">b</a><a href="file:///etc/passwd">c</a>',
      '<a>a</a><a>b</a><a>c</a>',
    ],
    ['<img src="https://example.org/dot.png" alt="">', '<img alt="">'],
    [
      `<img src="${asset}" srcset="https://example.org/a.png 2x" onerror="alert(1)" alt="a">`,
      `<img src="${asset}" alt="a">`,
    ],
    ['<img src="/assets/../settings" alt="">', '<img alt="">'],
    ['<form action="https://example.org"><input value="a"><button>Send</button></form>', 'Send'],
    ['<iframe src="https://example.org">a</iframe><object data="x">b</object><embed src="x">', ''],
    [
      '<style>p{background:url(https://example.org)}</style><link rel="stylesheet" href="https://example.org"><base href="https://example.org">',
      '',
    ],
    [
      '<svg><script>alert(1)</script><foreignObject><p>a</p></foreignObject><use href="https://example.org/a.svg#a"></use></svg>',
      '<svg><p>a</p></svg>',
    ],
    [
      '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a><image href="https://example.org/a.png"></image></svg>',
      '<svg><a><text>a</text></a></svg>',
    ],
    [
      '<svg><animate attributeName="href" to="javascript:alert(1)"></animate><rect onload="alert(1)" style="fill:red"></rect></svg>',
      '<svg><rect></rect></svg>',
    ],
    [
      '<svg><rect fill="url(https://example.org/a.svg#b)" mask="image-set(\'https://example.org/a.png\')"></rect></svg>',
      '<svg><rect></rect></svg>',
    ],
    [
      '<svg><rect fill="u\\72l(https://example.org)" stroke="URL(//example.org)" filter="url(#a)"></rect></svg>',
      '<svg><rect></rect></svg>',
    ],
    [
      '<math href="javascript:alert(1)"><mi xlink:href="https://example.org">x</mi><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
      '<math><mi>x</mi><img></math>',
    ],
    ['<tr><td>a</td></tr><td>b</td>', 'ab'],
    ['<!-- a --><p>b</p>', '<p>b</p>'],
  ])('leaves nothing that runs, loads, takes input or styles: %s', (html, expected) => {
    expect(safe(html)).toBe(expected);
  });
});
