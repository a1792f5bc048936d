/** A page that has only a message: empty, or failed. */
import { css } from 'lit';

export const blank = css`
  :host {
    display: grid;
    place-items: center;
    min-block-size: 16rem;
  }
  .blank {
    max-inline-size: 24rem;
    text-align: center;
    padding: var(--lectern-space-3);
    font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .blank__title {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    color: var(--lectern-ink);
    padding-block-end: var(--lectern-space-half);
    text-wrap: balance;
  }
  .blank__acts {
    display: flex;
    justify-content: center;
    flex-wrap: wrap;
    gap: var(--lectern-space-1);
    padding-block-start: var(--lectern-space-2);
    font: var(--lectern-type-sm) / var(--lectern-lead-sm) var(--lectern-sans);
    color: var(--lectern-ink);
  }
`;
