/**
 * What every element includes: `static override styles = [base, css`…`]`. Reset, focus, the small typographic classes
 * and the printed heading. Controls stand in controls.styles.ts, which this includes.
 */
import { css } from 'lit';
import { controls } from './controls.styles.ts';

const reset = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset,
  legend,
  pre {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }
  fieldset {
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  :is(h1, h2, h3) a:hover,
  .headline:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  :focus-visible {
    outline: 2px solid var(--lectern-reader);
    outline-offset: 2px;
    border-radius: var(--lectern-radius-1);
  }
  /* What only the window itself moves the focus to: a page, a pane. The ring would stand around all of it. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }
  ::selection {
    background: var(--lectern-reader-wash);
  }
`;

const words = css`
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .nums {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .sc {
    font-variant-caps: all-small-caps;
    letter-spacing: 0.03em;
  }
  .meta,
  .reason {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
  }
  .reason i {
    font-style: normal;
    color: var(--lectern-ink-2);
  }
  .link {
    color: var(--lectern-reader);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.25rem;
    padding-inline: 0.3rem;
    border: var(--lectern-hairline) solid var(--lectern-rule);
    border-block-end-color: var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
    color: var(--lectern-ink-2);
    font: var(--lectern-weight-medium) var(--lectern-type-2xs) / 1.125rem var(--lectern-sans);
    text-align: center;
  }
  .label {
    border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
    padding-block: var(--lectern-space-1) var(--lectern-space-2);
    font: var(--lectern-weight-strong) var(--lectern-type-label) / 1.5rem var(--lectern-serif);
    font-variant-caps: all-small-caps;
    letter-spacing: var(--lectern-tracking-caps);
    color: var(--lectern-ink);
  }
  .label--reader {
    border-color: var(--lectern-reader);
    color: var(--lectern-reader);
  }
  .match {
    background: var(--lectern-match);
    color: var(--lectern-ink);
    border-radius: 1px;
    padding-inline: 0.08em;
    margin-inline: -0.08em;
  }
  .match--current {
    background: var(--lectern-match-current);
  }
  @media (forced-colors: active) {
    .match {
      background: Mark;
      color: MarkText;
    }
    .match--current {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

export const base = [reset, words, controls];
