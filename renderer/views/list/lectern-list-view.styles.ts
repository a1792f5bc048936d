/** One list in two shapes: a narrow pane of headlines, and a page with standfirsts where there is room for them. */
import { css } from 'lit';

export const listStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
    container: list / inline-size;
  }
  .list {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden auto;
    outline: 0;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .list__head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    flex: none;
    background: var(--lectern-ground);
    display: flex;
    align-items: baseline;
    gap: var(--lectern-space-1);
    min-block-size: var(--lectern-bar);
    padding-inline: var(--lectern-space-3) var(--lectern-space-1);
  }
  .list__title {
    flex: none;
    max-inline-size: 70%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font: var(--lectern-weight-strong) var(--lectern-type-stand) / var(--lectern-bar) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
  }
  .list__count {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .list__number,
  .list__about {
    display: none;
  }
  .list > :is(lectern-empty, lectern-error) {
    flex: 1;
  }
  .entry {
    position: relative;
    display: block;
    padding: 0.8125rem var(--lectern-space-3) 0.875rem;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .entry:hover {
    background: var(--lectern-ground-sunken);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .entry__title {
    display: block;
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
    text-wrap: balance;
  }
  .entry__stand {
    display: none;
  }
  .entry__meta {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: center;
    padding-block-start: var(--lectern-space-half);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
    --lectern-icon: 0.875rem;
  }
  .entry__marks {
    display: inline-flex;
    gap: var(--lectern-space-half);
    margin-inline-start: auto;
  }
  .entry__bookmark {
    display: inline-flex;
    color: var(--lectern-reader);
    --lectern-icon-fill: currentColor;
  }
  lectern-progress {
    margin-block-start: var(--lectern-space-1);
  }
  .entry[data-read] .entry__title {
    font-weight: var(--lectern-weight-text);
    color: var(--lectern-ink-2);
  }
  .entry[aria-current] {
    background: var(--lectern-reader-wash);
  }
  .entry[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--lectern-reader);
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @container list (inline-size < 18rem) {
    .list__head,
    .entry {
      padding-inline: var(--lectern-space-2);
    }
  }
  @container list (inline-size >= 22rem) {
    .list[data-page] .entry__stand {
      display: block;
      padding-block-start: 2px;
      font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
      color: var(--lectern-ink-2);
      text-wrap: pretty;
    }
    .list[data-page] .entry__title {
      font: var(--lectern-weight-strong) var(--lectern-type-lg) / var(--lectern-lead-lg) var(--lectern-serif);
    }
    .list[data-page] .entry[data-read] .entry__title {
      font-weight: var(--lectern-weight-text);
    }
  }
  @container list (inline-size >= 40rem) {
    .list[data-page] {
      padding-inline: var(--lectern-space-6);
    }
    .list[data-page] > * {
      inline-size: 100%;
      max-inline-size: 52rem;
      margin-inline: auto;
    }
    .list[data-page] .list__items {
      padding-block-end: var(--lectern-space-8);
    }
    .list[data-page] .list__head {
      position: static;
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: 0.625rem;
      padding: var(--lectern-space-3) 0 var(--lectern-space-4);
    }
    .list[data-page] .list__number {
      display: block;
      font: italic var(--lectern-weight-text) var(--lectern-type-3xl) / var(--lectern-lead-3xl) var(--lectern-serif);
      font-variant-numeric: oldstyle-nums;
      color: var(--lectern-publication);
    }
    .list[data-page] .list__title {
      grid-column: 2;
      max-inline-size: none;
      overflow: visible;
      white-space: normal;
      font: var(--lectern-weight-strong) var(--lectern-type-3xl) / var(--lectern-lead-3xl) var(--lectern-serif);
      letter-spacing: -0.018em;
    }
    .list[data-page] .list__head:not(:has(.list__number)) > * {
      grid-column: 1 / -1;
    }
    .list[data-page] :is(.list__about, .list__count) {
      display: block;
      grid-column: 2;
      white-space: normal;
    }
    .list[data-page] .list__about {
      padding-block: var(--lectern-space-half);
      font: italic var(--lectern-weight-text) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
      color: var(--lectern-ink-2);
    }
    .list[data-page] .entry {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 11rem;
      column-gap: var(--lectern-space-5);
      padding: var(--lectern-space-2) 0 1.125rem;
    }
    .list[data-page] li:first-child .entry {
      border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
    }
    .list[data-page] .entry:hover {
      background: none;
    }
    .list[data-page] .entry:hover .entry__title {
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 0.16em;
    }
    .list[data-page] .entry:focus-visible {
      outline-offset: 2px;
    }
    .list[data-page] .entry__title {
      font-size: var(--lectern-type-xl);
      line-height: var(--lectern-lead-xl);
      letter-spacing: var(--lectern-tracking-tight);
    }
    .list[data-page] .entry__stand {
      grid-column: 1;
      font-size: var(--lectern-type-md);
      line-height: var(--lectern-lead-md);
    }
    .list[data-page] .entry__meta {
      grid-column: 2;
      grid-row: 1 / 3;
      align-self: start;
      flex-wrap: wrap;
      padding-block-start: 0.375rem;
    }
    .list[data-page] .entry__author {
      flex: 0 0 100%;
    }
    .list[data-page] .entry__marks {
      margin-inline-start: 0;
    }
    .list[data-page] lectern-progress {
      grid-column: 2;
      grid-row: 2;
      align-self: end;
      margin-block-end: 0.5rem;
    }
    .list[data-page] .entry:not(:has(.entry__stand)) lectern-progress {
      grid-row: 3;
    }
  }
`;
