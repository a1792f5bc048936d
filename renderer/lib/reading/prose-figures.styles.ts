/** What stands between the paragraphs of a story: pictures, tables, code. Goes with prose.styles.ts. */
import { css } from 'lit';

const figures = css`
  .prose figure {
    margin-block: var(--lectern-space-4);
  }
  .prose figcaption {
    padding-block-start: var(--lectern-space-1);
    font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-ink-2);
    text-align: start;
  }
  .credit {
    display: block;
    font: normal var(--lectern-type-xs) / 1rem var(--lectern-sans);
    color: var(--lectern-ink-3);
  }
  .prose :is(img, video, figure svg) {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }
  .prose figure svg {
    inline-size: 100%;
  }
  .zoom {
    display: block;
    inline-size: 100%;
    cursor: zoom-in;
    text-align: start;
  }
  .zoom img {
    margin-inline: auto;
  }
`;

const tables = css`
  .tablefig {
    overflow-inline: auto;
    overflow-block: hidden;
  }
  .prose .tablefig figcaption,
  .prose caption {
    padding-block: 0 var(--lectern-space-1);
    font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-align: start;
  }
  .prose table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--lectern-weight-text) var(--lectern-type-md) / 1.375rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums tabular-nums;
    border-block: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
  }
  .prose :is(th, td) {
    text-align: start;
    vertical-align: baseline;
    padding-block: var(--lectern-space-1);
    padding-inline: 0 var(--lectern-space-2);
    font-weight: var(--lectern-weight-text);
    hyphens: manual;
  }
  .prose thead th {
    font-variant-caps: all-small-caps;
    letter-spacing: var(--lectern-tracking-caps);
    color: var(--lectern-ink-2);
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule-strong);
  }
  .prose tbody th {
    font-weight: var(--lectern-weight-strong);
  }
  .prose tbody tr + tr > * {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .prose :is(th, td)[align='right'],
  .prose :is(th, td)[align='center'] {
    text-align: end;
    font-variant-numeric: lining-nums tabular-nums;
  }
  .prose :is(th, td)[align='center'] {
    text-align: center;
  }
  @media (width < 48rem) {
    .tablefig table {
      min-inline-size: 32rem;
    }
  }
`;

const code = css`
  .prose .code,
  .prose > pre {
    margin-block: var(--lectern-space-3);
    border-inline-start: var(--lectern-rule-thick) solid var(--lectern-rule-strong);
    padding-inline-start: var(--lectern-space-2);
  }
  .prose .code figcaption {
    padding-block: 0 var(--lectern-space-1);
  }
  .prose pre {
    overflow-inline: auto;
    overflow-block: hidden;
    direction: ltr;
    text-align: left;
    tab-size: 4;
    hyphens: none;
    font: var(--lectern-weight-text) var(--lectern-type-code) / 1.5rem var(--lectern-mono);
    font-variant-numeric: normal;
    font-variant-ligatures: none;
  }
  .prose pre code {
    font: inherit;
  }
  .hljs-comment,
  .hljs-quote {
    color: var(--lectern-ink-3);
  }
  .hljs-keyword,
  .hljs-built_in,
  .hljs-selector-tag,
  .hljs-section,
  .hljs-name,
  .hljs-strong {
    font-weight: var(--lectern-weight-strong);
  }
  .hljs-string,
  .hljs-regexp,
  .hljs-symbol {
    color: var(--lectern-publication);
  }
  .hljs-meta,
  .hljs-attr,
  .hljs-params,
  .hljs-punctuation {
    color: var(--lectern-ink-2);
  }
  .hljs-addition {
    color: var(--lectern-ok);
  }
  .hljs-deletion {
    color: var(--lectern-danger);
  }
  .hljs-emphasis {
    font-style: italic;
  }
`;

const print = css`
  @media print {
    .prose {
      max-inline-size: none;
      font-size: 11.5pt;
      line-height: 1.45;
      orphans: 3;
      widows: 3;
    }
    .sidenote {
      position: static;
      inline-size: auto;
      margin: 0.5em 0 0.5em 2em;
      font-size: 9.5pt;
      line-height: 1.35;
    }
    .prose figure,
    .prose pre,
    .prose blockquote,
    .prose tr {
      break-inside: avoid;
    }
    .prose pre {
      white-space: pre-wrap;
      overflow: visible;
    }
    .tablefig {
      overflow: visible;
    }
    .prose a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.8em;
      color: var(--lectern-ink-3);
      overflow-wrap: anywhere;
    }
  }
`;

export const proseFigures = [figures, tables, code, print];
