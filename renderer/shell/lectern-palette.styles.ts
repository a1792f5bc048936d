import { css } from 'lit';

/** A field over rows, with the row that Enter takes marked as in every list. */
export const paletteStyles = css`
  :host {
    display: contents;
  }
  .palette {
    display: flex;
    flex-direction: column;
    max-block-size: min(36rem, 80dvh);
  }
  .field {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.625rem;
    padding: 0.625rem var(--lectern-space-2);
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
    color: var(--lectern-ink-3);
  }
  .field input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    padding: 0;
    background: none;
    color: var(--lectern-ink);
    font: var(--lectern-weight-text) var(--lectern-type-stand) / 2rem var(--lectern-serif);
  }
  .field input::placeholder {
    color: var(--lectern-ink-3);
    font-style: italic;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    padding-block: var(--lectern-space-half) var(--lectern-space-1);
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .head {
    padding: var(--lectern-space-1) var(--lectern-space-2) 2px;
    font: var(--lectern-weight-strong) var(--lectern-type-note) / 1rem var(--lectern-serif);
    font-variant-caps: all-small-caps;
    letter-spacing: var(--lectern-tracking-caps);
    color: var(--lectern-ink-3);
  }
  .none {
    padding: 0 var(--lectern-space-2) var(--lectern-space-2);
    color: var(--lectern-ink-3);
    font: italic var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-2);
    color: var(--lectern-ink-2);
  }
  .row b {
    font-weight: var(--lectern-weight-strong);
    text-decoration: underline;
    text-decoration-color: var(--lectern-reader);
    text-decoration-thickness: 1.5px;
    text-underline-offset: 0.2em;
  }
  .text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--lectern-ink);
  }
  .aside {
    flex: none;
    display: inline-flex;
    gap: 2px;
    margin-inline-start: auto;
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .row[aria-selected='true'] {
    background: var(--lectern-reader-wash);
  }
  .row[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--lectern-reader);
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-half) var(--lectern-space-2);
    padding: 0.625rem var(--lectern-space-3);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    background: var(--lectern-ground-rail);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .keys span {
    display: inline-flex;
    gap: var(--lectern-space-half);
    align-items: center;
  }
  @media (width < 48rem) {
    .row {
      min-block-size: var(--lectern-target);
    }
    .keys {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
