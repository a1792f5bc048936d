/**
 * Pages as sites make them around a story: what stands around the text is known, so what an extraction kept and lost can
 * be counted. The layouts are those that differ for an extraction: with and without elements that say what they are, with
 * names that say nothing, in tables, with interruptions inside of the text.
 */

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Of the article's blocks. */
  readonly html: string;
}

export interface LaidOutPage {
  readonly name: string;
  readonly html: string;
}

type Layout = (story: Story) => string;

const script = `<script>(function(){var q=[];${'window.track=window.track||function(e){q.push(e)};'.repeat(900)}})()</script>`;
const style = `<style>${'.c1a{margin:0 auto;padding:12px 8px;font:400 16px/1.5 serif}.c2b:hover{color:#123456}'.repeat(350)}</style>`;
const links = (count: number, word: string): string =>
  Array.from(
    { length: count },
    (_, index) => `<li><a href="/${word}/${index}">${word} and what else there is to read, number ${index}</a></li>`,
  ).join('');
const navigation = `<ul class="menu">${links(24, 'section')}</ul>`;
const cookies =
  '<div id="cookie-consent" class="cookie-banner" role="dialog"><p>We and our 1,482 partners store information on a device. You may accept, or manage your choices on another page, at any time, in the settings.</p><button>Accept all</button><button>Manage</button></div>';
const newsletter =
  '<div class="newsletter-signup"><h3>Never miss a story</h3><p>Sign up for our daily letter and have it in your mailbox every morning before breakfast.</p><form><input type="email"><button>Sign up</button></form></div>';
const share =
  '<ul class="share-buttons"><li><a href="https://t.example/share">Share</a></li><li><a href="https://f.example/share">Post</a></li><li><a href="mailto:?subject=x">Mail</a></li></ul>';
const comments = `<section id="comments" class="comments"><h2>Comments (18)</h2>${Array.from({ length: 18 }, (_, index) => `<div class="comment"><p class="comment-author">reader${index}</p><p>I have read this, and I do not agree with the half of it, but it was worth the time, and my aunt, who had one of these, says the same, number ${index}.</p></div>`).join('')}</section>`;
const related = `<aside class="related"><h2>More from us</h2><ul>${links(8, 'story')}</ul></aside>`;
const advertisement =
  '<div class="ad-slot" data-ad="1"><span>Advertisement</span><iframe src="https://ads.example/1"></iframe></div>';
const footer = `<footer class="site-footer"><ul>${links(14, 'about')}</ul><p>© The publisher, and all who work there. No part of this may be copied without leave.</p></footer>`;

const head = ({ title, author }: Story): string => `<head><meta charset="utf-8"><title>${title} | The Example</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Example"><meta name="author" content="${author}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title.replaceAll('"', '\\"')}","author":[{"@type":"Person","name":"${author}"}],"datePublished":"2026-02-03T08:00:00Z"}</script>${style}${script}</head>`;

/** The story's blocks with something after every few of them. */
function interrupted(html: string, every: number, what: string): string {
  let count = 0;
  return html.replace(/<\/p>\n/g, (end) => {
    count += 1;
    return count % every === 0 ? `${end}${what}` : end;
  });
}

const layouts: Readonly<Record<string, Layout>> = {
  newspaper: (
    story,
  ) => `<!DOCTYPE html><html lang="en">${head(story)}<body>${cookies}<header class="site-header"><a href="/">The Example</a><nav>${navigation}</nav></header>
<main id="main"><article class="story"><header><h1>${story.title}</h1><p class="byline">By ${story.author}</p><time datetime="2026-02-03T08:00:00Z">3 February</time>${share}</header>
<div class="story-body">${interrupted(story.html, 5, advertisement)}</div>${share}${newsletter}</article>${related}${comments}</main>${footer}${script}</body></html>`,
  blog: (
    story,
  ) => `<!DOCTYPE html><html>${head(story)}<body><div id="wrapper"><div id="header"><div class="logo"><a href="/">The Example</a></div>${navigation}</div>
<div id="columns"><div id="content" class="hentry post"><h2 class="entry-title">${story.title}</h2><div class="postmeta">Posted by ${story.author} in <a href="/c">Notes</a></div>
<div class="entry">${story.html}</div><div class="postnav"><a href="/a">« Older</a><a href="/b">Newer »</a></div>${comments}</div>
<div id="sidebar"><div class="widget"><h3>Recent</h3><ul>${links(10, 'recent')}</ul></div><div class="widget"><h3>Archive</h3><ul>${links(30, 'month')}</ul></div></div></div><div id="footer">Powered by something</div></div>${script}</body></html>`,
  documentation: (
    story,
  ) => `<!DOCTYPE html><html lang="en">${head(story)}<body><nav id="sidebar" class="sidebar"><ol class="chapter">${links(90, 'chapter')}</ol></nav>
<div id="page-wrapper"><div id="menu-bar"><h1 class="menu-title">The Example</h1></div><div id="content"><main><h1 id="top"><a class="header" href="#top">${story.title}</a></h1>
${interrupted(story.html, 4, '<aside class="note"><p>Mind what is said here before you go on to the next paragraph.</p></aside><div class="codehilite"><pre><code class="language-sh">loom --weave 12 &gt; cloth</code></pre></div>')}</main>
<nav class="nav-wrapper"><a rel="prev" href="/p">Previous</a><a rel="next" href="/n">Next</a></nav></div></div>${script}</body></html>`,
  nameless: (
    story,
  ) => `<!DOCTYPE html><html lang="en">${head(story)}<body><div id="__next"><div class="css-1x2y3"><div class="css-9z8y7"><div class="css-3a4b5">${navigation}</div></div>
<div class="css-7q8w9"><div class="css-1e2r3"><h1 class="css-5t6y7">${story.title}</h1><div class="css-8u9i0"><span class="css-2o3p4">${story.author}</span></div></div>
<div class="css-4s5d6"><div class="css-7f8g9">${interrupted(story.html, 6, '<div class="css-0h1j2"><div>Advertisement</div></div>')}</div></div></div><div class="css-3k4l5">${newsletter}<ul>${links(12, 'next')}</ul></div></div></div>${script}</body></html>`,
  table: (
    story,
  ) => `<HTML><HEAD><TITLE>${story.title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%" BORDER=0><TR><TD COLSPAN=3><A HREF="/"><IMG SRC="logo.gif" ALT="The Example"></A></TD></TR>
<TR><TD VALIGN=TOP WIDTH=120><UL>${links(20, 'page')}</UL></TD><TD VALIGN=TOP><H1>${story.title}</H1><P><I>by ${story.author}</I></P>${story.html}</TD><TD WIDTH=100>${links(5, 'shop')}</TD></TR></TABLE><CENTER><FONT SIZE=1>Copyright</FONT></CENTER></BODY></HTML>`,
  lazy: (
    story,
  ) => `<!DOCTYPE html><html lang="en">${head(story)}<body class="single"><div role="banner">${navigation}</div><div role="main"><h1>${story.title}</h1>
<figure><img class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/hero.jpg" alt=""><noscript><img src="/hero.jpg" alt=""></noscript><figcaption>What it looked like.</figcaption></figure>
${interrupted(story.html, 3, `<figure><img loading="lazy" srcset="/a-400.jpg 400w, /a-1600.jpg 1600w" src="/a.jpg" alt="A picture"></figure>`)}</div><div role="complementary">${related}</div>${cookies}${footer}${script}</body></html>`,
};

/** Soft hyphens and numbers of blocks are of our own making; sites have neither. */
export function layOut(story: Story): LaidOutPage[] {
  const html = story.html.replaceAll('\u00AD', '').replace(/ data-(?:block|skip)="[^"]*"/g, '');
  return Object.entries(layouts).map(([layout, make]) => ({
    name: `${story.id}-${layout}`,
    html: make({ ...story, html }),
  }));
}
