import { describe, expect, it } from 'vitest';
import type { Resources } from '../import-record.ts';
import { dotPng, makePng, smallPng } from '../test-helpers/small-png.ts';
import { noHints, preparePage } from './test-helpers/prepared.ts';
import { prepareArticle } from './prepare-article.ts';

const sentence =
  'Whoever sat at the loom could see the harbour, and the boats that came in, one after the other, with the evening.';
const prose = `<p>${sentence} ${sentence}</p><p>${sentence} Then it was dark, and nobody wove any more.</p><p>${sentence}</p>`;
const inPage = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Looms | The Harbour</title>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/more">More</a></li></ul></nav>${body}<footer><p>All rights reserved by nobody at all.</p></footer></body></html>`;
const article = (body: string, head = ''): string => inPage(`<article><h1>Looms</h1>${body}</article>`, head);
const holding =
  (files: Record<string, Uint8Array>): Resources =>
  (address) =>
    files[address] === undefined ? null : { mediaType: 'image/png', bytes: files[address] };
const data = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

describe('the text of a page', () => {
  it('is an article without what stands around it, its title above it and its body from the second level', () => {
    const made = preparePage(article(`${prose}<h2>Boats</h2>${prose}<h4>Small ones</h4>${prose}`));
    expect(made).toMatchObject({ kind: 'article', title: 'Looms', language: 'en', direction: 'ltr' });
    expect(made.html).not.toMatch(/Home|rights reserved|Looms</);
    expect(made.html).toMatch(/<h2 id="h-boats">Boats<\/h2>[^]*<h4 id="h-small-ones">/);
    expect(preparePage(article(`<h3>First</h3>${prose}<h5>Inner</h5>${prose}`)).html).toMatch(
      /<h2 id="h-first">[^]*<h4 id="h-inner">/,
    );
  });

  it('keeps upper-case links, and makes addresses absolute against the base', () => {
    const made = preparePage(
      article(
        `${prose}<P><A HREF="c.html#x">relative</A>, <A HREF="/d">rooted</A>, <a href="#nowhere">nowhere</a>, <a href="mailto:a@b.example">mail</a> and ${sentence}</P>`,
        '<BASE HREF="https://base.example/x/y.html">',
      ),
    );
    expect(made.html).toContain('href="https://base.example/x/c.html#x"');
    expect(made.html).toContain('href="https://base.example/d"');
    expect(made.html).toContain('href="mailto:a@b.example"');
    expect(made.html).toContain('<span>nowhere</span>');
  });

  it('keeps what a reader would miss: asides, definition lists, tables, listings, captions', () => {
    const body = `${prose}
      <aside class="note"><p>Mind the shuttle: it has two ends and neither of them is blunt.</p></aside>
      <dl><div><dt>Warp</dt><dd>The threads that stay.</dd></div><dt>Weft</dt><dd>The thread that goes.</dd></dl>
      <table><thead><tr><th>Loom</th><th>Width</th></tr></thead><tbody><tr><td>Small</td><td>40</td></tr><tr><td>Large</td><td>120</td></tr></tbody></table>
      <div class="highlight highlight-source-js"><pre><span class="k">const</span> warp = 1;\n<span class="lineno">2</span>weave(warp);</pre></div>
      <figure><img src="loom.png" alt="A loom"><figcaption>A loom by the window.</figcaption></figure>${prose}`;
    const made = preparePage(inPage(`<main><h1>Looms</h1>${body}</main>`));
    expect(made.html).toContain('<aside><p>Mind the shuttle');
    expect(made.html).toContain(
      '<dl><dt>Warp</dt><dd>The threads that stay.</dd><dt>Weft</dt><dd>The thread that goes.</dd></dl>',
    );
    expect(made.html).toMatch(/<figure class="tablefig"><table><thead><tr><th>Loom<\/th>\n<th>Width<\/th>/);
    expect(made.html).toContain(
      '<pre tabindex="0"><code class="hljs language-js">const warp = 1;\nweave(warp);</code></pre>',
    );
    expect(made.html).toContain(
      '<figure class="figure"><img alt="A loom"><figcaption>A loom by the window.</figcaption></figure>',
    );
  });

  it('puts footnotes beside the text, and leaves no empty list behind', () => {
    const body = `<p>One<sup class="reference" id="r1"><a href="#cite_note-1">[1]</a></sup> and again<sup><a href="#cite_note-1">[1]</a></sup>, two<sup><a href="#cite_note-2">[2]</a></sup>. ${sentence}</p>${prose}<h2>References</h2><ol class="references"><li id="cite_note-1"><a href="#r1">↑</a> <span>The first note.</span></li><li id="cite_note-2">The second note.</li></ol>`;
    const { html } = preparePage(article(body));
    expect(html).toMatch(
      /<p>One<a class="fn"[^>]*href="#n1"[^>]*>1<\/a> and again<a class="fn"[^>]*href="#n1"[^>]*>1<\/a>, two<a class="fn"[^>]*href="#n2"[^>]*>2<\/a>\./,
    );
    expect(html).toContain(
      '<aside class="sidenote" id="n1" role="note"><span class="sidenote__n" data-skip="">1</span> The first note.</aside><aside class="sidenote" id="n2"',
    );
    expect(html).not.toMatch(/References|<ol/);
  });

  it('keeps formulas, however the page wrote them', () => {
    const math =
      '<math><semantics><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow><annotation encoding="application/x-tex">x=1</annotation></semantics></math>';
    const ways = [
      `<span class="katex"><span class="katex-mathml">${math}</span><span class="katex-html" aria-hidden="true">x=1 again</span></span>`,
      `<mjx-container class="MathJax"><svg></svg><mjx-assistive-mml>${math}</mjx-assistive-mml></mjx-container>`,
      `<span class="mwe-math-element"><span style="display:none">${math}</span><img src="x.svg" alt="x=1"></span>`,
      '<script type="math/tex">x=1</script>',
      math,
    ];
    for (const way of ways) {
      const { html } = preparePage(article(`${prose}<p>So ${way}. ${sentence}</p>`));
      expect(html).toMatch(/So <math[^>]*>(?:<mrow>)?<mi>x<\/mi><mo>=<\/mo><mn>1<\/mn>(?:<\/mrow>)?<\/math>\. Whoever/);
    }
    expect(preparePage(article(`${prose}<script type="math/tex; mode=display">x=1</script>${prose}`)).html).toMatch(
      /<div class="math"><math[^>]*display="block"/,
    );
  });

  it('says of a page of links and of one without text that it is no article', () => {
    const links = Array.from(
      { length: 40 },
      (_, index) => `<li><a href="/story/${index}">A story about looms, number ${index}</a></li>`,
    ).join('');
    expect(preparePage(inPage(`<ul>${links}</ul>`)).kind).toBe('list');
    expect(preparePage('<html><body><div id="root"></div><script>start()</script></body></html>').kind).toBe('empty');
    expect(preparePage('').kind).toBe('empty');
    expect(preparePage('<p>Please enable JavaScript.</p>').kind).toBe('short');
  });

  it('keeps readings beside characters out of the text, and line breaks of verse in it', () => {
    const { html } = preparePage(
      article(
        `<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> ${sentence}</p><p>One line<br>and another</p><div>Loose text<br><br>and more of it</div>${prose}`,
      ),
    );
    expect(html).toMatch(/漢字/);
    expect(html).toContain('<p>One line<br>and another</p>');
    expect(html).toContain('<p>Loose text</p><p>and more of it</p>');
  });
});

describe('the pictures of a page', () => {
  const files = {
    'a-1600.png': makePng(160, 90, 1),
    'https://site.example/a/b.png': makePng(50, 50, 2),
    'Looms_files/c.png': makePng(60, 60, 3),
    'd e.png': smallPng,
  };

  it('are the best that the file holds, and no address of another place remains', () => {
    const body = `${prose}
      <img src="a-400.png" srcset="a-3200.png 3200w, a-1600.png 1600w, a-400.png 400w" alt="first">
      <picture><source type="image/webp" srcset="b.webp"><img src="b.png" alt="second"></picture>
      <img src="${data(dotPng)}" data-src="Looms_files/c.png" class="lazyload" alt="third">
      <p>${sentence}</p>
      <img class="lazy" src="placeholder.gif"><noscript><img src="d%20e.png" alt="fourth"></noscript>
      <img src="https://elsewhere.example/f.png" alt="fifth"><p>${sentence}</p>
      <img src="https://counter.example/pixel.gif" width="1" height="1">${prose}`;
    const made = preparePage(article(body), { resources: holding(files) });
    expect(made).toMatchObject({ imagesWanted: 5, imagesKept: 4 });
    expect(made.pictures.map(({ address, asset }) => [address, asset?.width ?? null])).toEqual([
      ['https://site.example/a/a-1600.png', 160],
      ['https://site.example/a/b.png', 50],
      ['https://site.example/a/Looms_files/c.png', 60],
      ['https://site.example/a/d%20e.png', 60],
      ['https://elsewhere.example/f.png', null],
    ]);
    expect(made.html).not.toMatch(/(?:src|srcset)="(?!\/assets\/)/);
    expect(made.html).toContain('<img alt="fifth">');
  });

  it('come out of data addresses, and drawings stand in the article', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs><linearGradient id="g"/></defs><rect id="r" width="200" height="100" fill="url(#g)"/></svg>';
    const made = preparePage(
      article(
        `${prose}<img alt="dots" src="${data(smallPng)}"><p>${sentence}</p><img alt="bars" src="data:image/svg+xml,${encodeURIComponent(svg)}">${prose}`,
      ),
    );
    expect(made).toMatchObject({ imagesWanted: 2, imagesKept: 2 });
    expect(made.html).toMatch(
      /<svg viewBox="0 0 200 100" class="art" role="img" aria-label="bars"><defs><linearGradient id="art-(p\d)-g"><\/linearGradient><\/defs><rect id="art-\1-r" width="200" height="100" fill="url\(#art-\1-g\)">/,
    );
    expect(
      preparePage(`<p>Text about data:image/png;base64,${'A'.repeat(400)} in prose.</p>`, { extent: 'article' }).html,
    ).toContain('A'.repeat(400));
  });

  it('has a hero if the file holds it', () => {
    const head = '<meta property="og:image" content="https://site.example/a/b.png">';
    expect(preparePage(article(prose, head), { resources: holding(files) }).hero).toMatchObject({
      width: 50,
      mediaType: 'image/png',
    });
    expect(preparePage(article(prose, head)).hero).toBeNull();
  });
});

describe('Markdown and text', () => {
  const markdown = (text: string, resources: Resources = () => null): ReturnType<typeof preparePage> => {
    const content = { kind: 'markdown', markdown: text, resources } as const;
    const made = prepareArticle(content, { ...noHints, title: 'Looms' });
    return { ...made, html: preparePage('').html + JSON.stringify(made.tree) };
  };

  it('reads tables, footnotes, formulas, callouts and pictures beside the note', () => {
    const made = markdown(
      '# Looms\n\nCosts $5 to $6, or $x^2$.[^1]\n\n![[d e.png|300]] and [[Note|a note]] ==marked==\n\n> [!warning] Mind\n> the shuttle\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[^1]: A note.\n\n<script>alert(1)</script>\n',
      holding({ 'd e.png': smallPng }),
    );
    expect(made).toMatchObject({ imagesWanted: 1, imagesKept: 1 });
    expect(made.html).toMatch(/\$5 to \$6, or /);
    for (const name of ['"math"', '"table"', '"aside"', '"mark"', 'sidenote']) expect(made.html).toContain(name);
    expect(made.html).not.toMatch(/alert|\[\[|"h1"|Footnotes/);
  });

  it('takes text that is nested beyond reason as it stands', () => {
    expect(markdown('>'.repeat(100_000) + ' deep').kind).toBe('article');
    expect(markdown('['.repeat(50_000)).kind).toBe('article');
  });

  it('joins lines that were broken to fit, and keeps those that were meant', () => {
    const text =
      'A line that was broken at sixty letters so that it would fit\ninto a window of a terminal and could be read there, which is\nlong ago.\n\nRoses are red,\nviolets are blue.\n\n* * *\n\n   An indented beginning of a paragraph.';
    const { tree } = prepareArticle({ kind: 'text', text }, noHints);
    expect(
      tree.children.map((child) => (child.type === 'element' ? `${child.tagName} ${child.children.length}` : '')),
    ).toEqual(['p 1', 'p 3', 'hr 0', 'p 1']);
  });
});
