/** The look of an edition that stands alone: the paper theme, without variables. */

export function editionStyle(publicationInk: string): string {
  return `
html { background: #f8f4eb; color: #211c17; font: 1.125rem/1.6 Georgia, 'Source Serif 4', serif; }
body { margin: 0 auto; max-width: 38rem; padding: 3rem 1.5rem 6rem; overflow-wrap: break-word; }
h1 { font-size: 3.5rem; line-height: 1.1; margin: 0; color: ${publicationInk}; }
h2, h3, h4 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
a { color: inherit; text-decoration-color: ${publicationInk}; text-underline-offset: 0.15em; }
.front { border-bottom: 2px solid #211c17; padding-bottom: 1.5rem; }
.meta, .kicker, figcaption, .sidenote, .sources { color: #514940; font-size: 0.9375rem; }
nav ol { list-style: none; padding: 0; } nav li { margin: 0.25rem 0; }
article { border-top: 2px solid #211c17; margin-top: 4rem; padding-top: 1rem; break-before: page; }
.kicker { color: ${publicationInk}; margin: 0; }
.title { font-size: 2.25rem; line-height: 1.15; margin: 0.5rem 0; }
.standfirst { font-size: 1.25rem; color: #514940; margin: 0 0 0.5rem; }
.sc { font-variant-caps: all-small-caps; letter-spacing: 0.03em; }
figure { margin: 2rem 0; break-inside: avoid; } svg.art, img { display: block; width: 100%; height: auto; }
figcaption { font-style: italic; padding-top: 0.5rem; } .credit { display: block; font-style: normal; font-size: 0.75rem; }
.fn, .sidenote__n { font-size: 0.7em; vertical-align: super; line-height: 0; text-decoration: none; color: ${publicationInk}; }
.sidenote { border-inline-start: 2px solid ${publicationInk}; margin: 1rem 0; padding-inline-start: 1rem; }
.pull { border-block: 1px solid #877b6b; margin: 2rem 0; color: ${publicationInk}; font-size: 1.5rem; line-height: 1.3; }
pre { overflow-x: auto; font: 0.8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
.hljs-comment { color: #685e53; } .hljs-keyword, .hljs-built_in, .hljs-type { font-weight: 600; }
.tablefig { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.4; }
th, td { text-align: start; vertical-align: baseline; padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid #ddd4c3; }
blockquote { margin: 1.5rem 0; padding-inline-start: 1.5rem; border-inline-start: 1px solid #877b6b; }
.math { overflow-x: auto; margin: 1.5rem 0; }
.endmark svg { width: 0.75em; height: 0.75em; fill: none; stroke: ${publicationInk}; stroke-width: 2.4; stroke-linecap: round; margin-inline-start: 0.4em; }
@media print { html { background: none; font-size: 11pt; } body { max-width: none; padding: 0; } a { text-decoration: none; } }
`;
}
