/** The head of the library: a quiet row of places, then what narrows and orders it. */
import { css } from 'lit';

export const headStyles = css`
  :host {
    display: block;
    container: head / inline-size;
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule-strong);
  }
  header {
    padding-inline: var(--lectern-space-4);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--lectern-space-1) var(--lectern-space-3);
    min-block-size: 4.5rem;
    padding-block: var(--lectern-space-1) var(--lectern-space-2);
  }
  .names {
    min-inline-size: 0;
  }
  h1 {
    font: var(--lectern-weight-strong) var(--lectern-type-title) / 2rem var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    overflow-wrap: anywhere;
  }
  .names .meta + .meta {
    margin-block-start: 0.125rem;
  }
  .chord {
    display: inline-flex;
    gap: 0.125rem;
    margin-inline-end: var(--lectern-space-half);
  }
  @media (hover: none) {
    .keys {
      display: none;
    }
  }
  .tabs {
    display: flex;
    gap: var(--lectern-space-3);
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .tabs a {
    display: inline-flex;
    align-items: baseline;
    gap: 0.375rem;
    min-block-size: var(--lectern-control);
    color: var(--lectern-ink-2);
    border-block-end: var(--lectern-rule-thick) solid transparent;
    white-space: nowrap;
    line-height: 1.75rem;
  }
  .tabs a:hover {
    color: var(--lectern-ink);
    border-color: var(--lectern-rule-strong);
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs a[aria-current] {
    color: var(--lectern-ink);
    font-weight: var(--lectern-weight-strong);
    border-color: var(--lectern-reader);
  }
  .tabs .nums {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-2xs);
    font-weight: var(--lectern-weight-text);
  }
  .places {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--lectern-space-3);
  }
  nav,
  lectern-library-filters {
    min-inline-size: 0;
  }
  lectern-library-filters {
    padding-block: var(--lectern-space-1);
  }
  .shape {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--lectern-space-half);
  }
  .tool--up lectern-icon {
    transform: scaleY(-1);
  }
  .seg {
    display: flex;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
  }
  .seg label {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 1.75rem;
    color: var(--lectern-ink-2);
  }
  .seg input {
    position: absolute;
    inset: 0;
    appearance: none;
    margin: 0;
    border-radius: var(--lectern-radius-1);
  }
  .seg label:has(:checked) {
    background: var(--lectern-reader-wash);
    color: var(--lectern-reader);
  }
  @container head (inline-size < 40rem) {
    header {
      padding-inline: var(--lectern-space-2);
    }
    .places {
      flex-direction: column;
      align-items: stretch;
    }
    .shape {
      justify-content: flex-end;
      padding-block-start: var(--lectern-space-half);
    }
    .seg label {
      inline-size: var(--lectern-target);
      block-size: 2.25rem;
    }
  }
  @media (forced-colors: active) {
    .tabs a[aria-current] {
      border-color: Highlight;
    }
    .seg label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
