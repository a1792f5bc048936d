/** A sum whose parts can be chosen, beside the rows of the chosen part; over it where there is no room. */
import { css } from 'lit';

export const rowsStyles = css`
  :host {
    display: grid;
    grid-template-columns: 16rem minmax(0, 1fr);
    column-gap: var(--lectern-space-5);
    align-items: start;
  }
  .sum {
    border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
    padding-block-start: var(--lectern-space-half);
  }
  [role='tab'],
  .total {
    position: relative;
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr);
    column-gap: var(--lectern-space-1);
    align-items: baseline;
    inline-size: 100%;
    padding: 0.375rem var(--lectern-space-1);
    text-align: start;
    line-height: var(--lectern-lead-sm);
    color: var(--lectern-ink-2);
  }
  .number {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.25rem var(--lectern-serif);
    font-variant-numeric: tabular-nums lining-nums;
    text-align: end;
    color: var(--lectern-ink);
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab']:not([aria-disabled='true']):hover {
    background: var(--lectern-ground-sunken);
  }
  [role='tab'][aria-disabled='true'] .number {
    font-weight: var(--lectern-weight-text);
    color: var(--lectern-ink-3);
  }
  [role='tab'][aria-disabled='true'] {
    color: var(--lectern-ink-3);
  }
  [role='tab'][aria-selected='true']:not([aria-disabled='true']) {
    background: var(--lectern-reader-wash);
    color: var(--lectern-ink);
  }
  [role='tab'][aria-selected='true']:not([aria-disabled='true'])::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--lectern-reader);
  }
  .total {
    margin-block-start: var(--lectern-space-half);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule-strong);
  }
  .rows {
    border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
    min-inline-size: 0;
  }
  li {
    padding-block: 0.625rem var(--lectern-space-1);
  }
  li + li {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .title {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .title a:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .why {
    padding-block-start: 2px;
    line-height: var(--lectern-lead-sm);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .meta {
    padding-block-start: 2px;
    overflow-wrap: anywhere;
  }
  .more {
    color: var(--lectern-ink-3);
    font-weight: var(--lectern-weight-text);
  }
  @container page (inline-size < 42rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      row-gap: var(--lectern-space-3);
    }
    [role='tab'] {
      min-block-size: var(--lectern-target);
      align-content: center;
    }
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
