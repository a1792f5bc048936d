/** The list of the library and its rows. `--row` is the height of each. */
import { css } from 'lit';

const rows = css`
  .row {
    position: relative;
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr) 12rem 6.5rem 3rem 4.5rem 2.5rem;
    align-items: center;
    column-gap: 0;
    block-size: var(--row);
    overflow: hidden;
    padding-inline-end: var(--lectern-space-1);
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
    contain: strict;
  }
  .row:hover,
  .row:focus-within {
    background: var(--lectern-ground-sunken);
  }
  .row[data-selected],
  .row[aria-current] {
    background: var(--lectern-reader-wash);
  }
  .row[data-selected]::before,
  .row[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--lectern-reader);
  }
  .row__check {
    display: grid;
    place-items: center;
    align-self: stretch;
    padding-inline-start: var(--lectern-space-1);
  }
  .row__check input {
    opacity: 0;
  }
  .row__main {
    display: grid;
    align-content: center;
    align-self: stretch;
    padding-inline-end: var(--lectern-space-2);
    min-inline-size: 0;
  }
  .row__main:focus-visible {
    outline-offset: -2px;
  }
  .row__title,
  .row__stand,
  .row__meta {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row__title {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
  }
  .row[data-read] .row__title {
    font-weight: var(--lectern-weight-text);
    color: var(--lectern-ink-2);
  }
  .row__stand {
    font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
    color: var(--lectern-ink-2);
  }
  .row__stand:empty {
    display: none;
  }
  .row__meta,
  .row__short,
  .row__length,
  .row__date {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
  }
  .row__short {
    display: none;
  }
  .row__tags {
    display: flex;
    gap: var(--lectern-space-1);
    overflow: hidden;
    padding-inline-end: var(--lectern-space-1);
    mask-image: linear-gradient(to right, black calc(100% - 1rem), transparent);
  }
  :host(:dir(rtl)) .row__tags {
    mask-image: linear-gradient(to left, black calc(100% - 1rem), transparent);
  }
  .row__tag {
    display: inline-flex;
    align-items: center;
    gap: var(--lectern-space-half);
    white-space: nowrap;
  }
  .row__tag:hover .hash {
    text-decoration: underline;
  }
  .row__length progress {
    appearance: none;
    display: block;
    inline-size: 4.5rem;
    block-size: 2px;
    margin-block-end: 0.375rem;
    border: 0;
    background: var(--lectern-rule);
  }
  .row__length progress::-webkit-progress-bar {
    background: var(--lectern-rule);
  }
  .row__length progress::-webkit-progress-value {
    background: var(--lectern-reader);
  }
  .row__marks {
    display: flex;
    gap: var(--lectern-space-half);
    --lectern-icon: 0.875rem;
  }
  .row__star,
  .row__whole {
    display: inline-flex;
    color: var(--lectern-ok);
  }
  .row__star {
    color: var(--lectern-reader);
  }
  .glyph {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .row__star .glyph {
    fill: currentColor;
  }
  .bone {
    display: block;
    inline-size: min(26rem, 70%);
    block-size: 0.625rem;
    margin-block: 0.1875rem;
    border-radius: var(--lectern-radius-1);
    background: var(--lectern-rule);
    opacity: 0.7;
  }
  .bone--short {
    inline-size: min(9rem, 30%);
  }
  .row--awaited .row__main {
    grid-column: 2 / 4;
  }
`;

const densities = css`
  .list[data-density='roomy'] .row__title {
    font-size: var(--lectern-type-lg);
    line-height: 1.75rem;
  }
  .list[data-density='dense'] .row__main {
    grid-template-columns: minmax(0, max-content) minmax(4rem, 1fr);
    align-items: baseline;
    column-gap: var(--lectern-space-1);
  }
  .list[data-density='dense'] .row__title {
    font-size: var(--lectern-type-note);
    line-height: 1.25rem;
  }
  .list[data-density='dense'] :is(progress, .bone--short) {
    display: none;
  }
  @container library (inline-size < 56rem) {
    .row {
      grid-template-columns: 3rem minmax(0, 1fr) 6.5rem 3rem 4.5rem 2.5rem;
    }
    .row__tags {
      display: none;
    }
    .row--awaited .row__main {
      grid-column: 2;
    }
  }
  @container library (inline-size < 40rem) {
    .row {
      grid-template-columns: 2.75rem minmax(0, 1fr) auto;
      padding-inline-end: var(--lectern-space-half);
    }
    .row__length,
    .row__date,
    .row__marks {
      display: none;
    }
    .row__menu {
      grid-column: 3;
    }
    .row__main {
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: var(--lectern-space-1);
    }
    .row__title,
    .row__stand {
      grid-column: 1 / -1;
    }
    .row__short {
      display: block;
    }
    .list[data-density='dense'] .row__main {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .list[data-density='dense'] .row__title {
      grid-column: 1;
    }
    .list[data-density='dense'] .row__meta {
      display: none;
    }
  }
  @media (hover: none) {
    .row__check input {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .row__check input {
      opacity: 1;
    }
    .row[data-selected],
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const listStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    container: library / inline-size;
  }
  .scroller {
    position: relative;
    min-block-size: 0;
    overflow: hidden auto;
    outline: 0;
    overflow-anchor: none;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .list {
    position: relative;
    overflow: clip;
  }
  .list[data-old] {
    opacity: 0.6;
  }
  .block {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    will-change: transform;
  }
  .foot {
    block-size: var(--lectern-space-8);
  }
  lectern-library-bulk {
    position: absolute;
    inset-block-end: var(--lectern-space-3);
    inset-inline: var(--lectern-space-4);
    z-index: var(--lectern-z-panel);
  }
  @container library (inline-size < 40rem) {
    lectern-library-bulk {
      inset-block-end: var(--lectern-space-1);
      inset-inline: var(--lectern-space-1);
    }
  }
  ${rows}${densities}
`;
