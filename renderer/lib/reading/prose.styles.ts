/**
 * How the text of a story is set: paragraphs, sub-heads, lists, quotations, notes in the margin. For a shadow root whose
 * text stands in an element of class `prose`; the pane is the nearest container. Figures, tables and code are in
 * prose-figures.styles.ts.
 */
import { css } from 'lit';

const text = css`
  .prose {
    position: relative;
    max-inline-size: min(var(--lectern-measure), 100% - var(--lectern-margin-notes));
    font-family: var(--lectern-reading-family);
    font-size: var(--lectern-reading-size);
    line-height: var(--lectern-reading-lead);
    font-variant-numeric: oldstyle-nums proportional-nums;
    font-variant-ligatures: common-ligatures;
    font-optical-sizing: auto;
    font-kerning: normal;
    hyphens: manual;
    hanging-punctuation: first allow-end last;
    text-align: var(--lectern-reading-align, start);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  .prose :is(p, ul, ol, dl, dd, figure, blockquote, pre, h2, h3, h4) {
    margin: 0;
    padding: 0;
  }
  .prose p + p,
  .prose p + .sidenote + p,
  .prose p + .sidenote + .sidenote + p {
    text-indent: 1.5em;
  }
  .prose :is(h2, h3, h4) {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / 2rem var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    font-variant-numeric: oldstyle-nums;
    padding-block: var(--lectern-space-4) var(--lectern-space-1);
    text-align: start;
    text-wrap: balance;
    break-after: avoid;
  }
  .prose :is(h3, h4) {
    font-size: var(--lectern-type-lg);
    line-height: var(--lectern-lead-lg);
    padding-block: var(--lectern-space-3) var(--lectern-space-half);
  }
  .prose a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--lectern-rule-strong);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .prose a:hover {
    color: var(--lectern-reader);
    text-decoration-color: currentColor;
  }
  .prose :is(code, kbd, samp) {
    font-family: var(--lectern-mono);
    font-size: 0.84em;
    font-variant-numeric: normal;
    border: 0;
    padding: 0;
    background: none;
    color: inherit;
  }
  .prose .sc {
    font-variant-caps: all-small-caps;
    letter-spacing: 0.03em;
  }
  .opening::first-letter {
    initial-letter: 3;
    font-variant-caps: normal;
    letter-spacing: 0;
    margin-inline-end: 0.2rem;
    font-weight: var(--lectern-weight-strong);
    color: var(--lectern-publication);
  }
  .endmark {
    display: inline-block;
    text-indent: 0;
    margin-inline-start: 0.4em;
  }
  .endmark svg {
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    vertical-align: -0.02em;
    fill: none;
    stroke: var(--lectern-publication);
    stroke-width: 2.4;
    stroke-linecap: round;
  }
`;

const lists = css`
  .prose :is(ul, ol) {
    margin-block: var(--lectern-space-2);
    padding-inline-start: 1.5em;
  }
  .prose li {
    padding-inline-start: 0.2em;
    margin-block-end: 0.3em;
    list-style: inherit;
  }
  .prose ul {
    list-style: disc;
  }
  .prose ol {
    list-style: decimal;
  }
  .prose li::marker {
    color: var(--lectern-publication);
  }
  .prose dl {
    margin-block: var(--lectern-space-3);
  }
  .prose dt {
    font-weight: var(--lectern-weight-strong);
  }
  .prose dd {
    padding-inline-start: var(--lectern-space-3);
    border-inline-start: var(--lectern-hairline) solid var(--lectern-rule-strong);
    margin-block: var(--lectern-space-half) var(--lectern-space-2);
  }
  .prose blockquote {
    margin-block: var(--lectern-space-3);
    padding-inline-start: var(--lectern-space-3);
    border-inline-start: var(--lectern-rule-thick) solid var(--lectern-rule-strong);
    color: var(--lectern-ink-2);
  }
  .prose .pull {
    margin-block: var(--lectern-space-4);
    padding-block: var(--lectern-space-2) var(--lectern-space-3);
    padding-inline: 0;
    border-inline: 0;
    border-block: var(--lectern-hairline) solid var(--lectern-rule-strong);
    font: 350 var(--lectern-type-2xl) / 2.5rem var(--lectern-serif);
    letter-spacing: -0.014em;
    text-align: start;
    text-wrap: balance;
    color: var(--lectern-publication);
  }
  .prose .pull p {
    font: inherit;
    text-indent: 0;
  }
  .hang {
    display: inline-block;
    inline-size: 0.46em;
    margin-inline-start: -0.46em;
  }
  .prose hr {
    border: 0;
    margin-block: var(--lectern-space-4);
    block-size: var(--lectern-hairline);
    background: var(--lectern-rule-strong);
    inline-size: 4rem;
    margin-inline: auto;
  }
`;

const notes = css`
  .fn {
    font-size: 0.68em;
    vertical-align: 0.42em;
    line-height: 0;
    padding-inline: 0.15em;
    font-variant-numeric: lining-nums;
    font-weight: var(--lectern-weight-strong);
  }
  .prose a.fn {
    color: var(--lectern-publication);
    text-decoration: none;
  }
  .prose a.fn:hover {
    text-decoration: underline;
  }
  /* Beside its line, which whoever shows the text measures; without, at the end of its paragraph. */
  .sidenote {
    position: absolute;
    inset-inline-start: calc(100% + var(--lectern-space-4));
    inset-block-start: var(--lectern-note-start, auto);
    inline-size: calc(var(--lectern-margin-notes) - var(--lectern-space-4));
    font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    text-align: start;
    text-indent: 0;
    color: var(--lectern-ink-2);
    outline-offset: var(--lectern-space-half);
  }
  .prose .sidenote p {
    text-indent: 0;
  }
  .sidenote__n {
    font-size: 0.75em;
    vertical-align: 0.35em;
    line-height: 0;
    color: var(--lectern-publication);
    font-weight: var(--lectern-weight-strong);
    font-variant-numeric: lining-nums;
  }
  @container (inline-size < 52rem) {
    .prose {
      max-inline-size: var(--lectern-measure);
    }
    .sidenote {
      position: static;
      inline-size: auto;
      margin: var(--lectern-space-2) 0;
      padding-inline-start: var(--lectern-space-2);
      border-inline-start: var(--lectern-rule-thick) solid var(--lectern-publication);
    }
  }
`;

const scripts = css`
  .prose:lang(ja),
  .prose :lang(ja),
  .prose:lang(zh),
  .prose :lang(zh) {
    line-break: strict;
    hyphens: none;
    font-variant-numeric: normal;
  }
  .prose:lang(ja) {
    word-break: auto-phrase;
  }
  .prose [dir] {
    unicode-bidi: isolate;
  }
  .prose p[dir],
  .prose div[dir] {
    text-indent: 0;
    text-align: start;
  }
  .prose math {
    font-family: 'Lectern Math', 'STIX Two Math', 'Latin Modern Math', 'Cambria Math', math;
  }
  .prose .math {
    margin-block: var(--lectern-space-3);
    overflow-inline: auto;
    overflow-block: hidden;
    text-indent: 0;
  }
`;

const marked = css`
  ::highlight(lectern-highlight) {
    background-color: var(--lectern-reader-wash);
    text-decoration: underline 2px var(--lectern-reader);
  }
  ::highlight(lectern-place) {
    background-color: var(--lectern-match);
    color: var(--lectern-ink);
  }
  ::highlight(lectern-place-current) {
    background-color: var(--lectern-match-current);
    color: var(--lectern-ink);
  }
  @media (forced-colors: active) {
    ::highlight(lectern-place),
    ::highlight(lectern-place-current) {
      background-color: Mark;
      color: MarkText;
    }
  }
`;

export const prose = [text, lists, notes, scripts, marked];
