/** A list of queries to try, each with what it finds. */
import { css } from 'lit';

export const tryStyles = css`
  :host {
    display: block;
    padding: var(--lectern-space-3);
  }
  h2 {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    padding-block-end: var(--lectern-space-half);
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .intro {
    max-inline-size: 28rem;
    padding-block-end: var(--lectern-space-2);
    font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .try {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--lectern-space-2);
    align-items: baseline;
    inline-size: 100%;
    min-block-size: var(--lectern-control);
    padding-block: var(--lectern-space-1);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    text-align: start;
  }
  .try:hover {
    background: var(--lectern-ground-sunken);
  }
  code {
    font: var(--lectern-weight-text) var(--lectern-type-code) / 1.5rem var(--lectern-mono);
    color: var(--lectern-reader);
    overflow-wrap: anywhere;
  }
  .near {
    padding-block-start: var(--lectern-space-2);
    color: var(--lectern-ink-2);
  }
  .near .link {
    margin-inline-start: var(--lectern-space-1);
  }
  .meaning {
    grid-column: 1 / -1;
    font: italic var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
    color: var(--lectern-ink-2);
  }
`;
