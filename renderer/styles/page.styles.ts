/** A page of its own that scrolls: a title, then a column of parts. Downloads, jobs, settings, about. */
import { css } from 'lit';

export const page = css`
  :host {
    display: grid;
    min-block-size: 0;
    container: page / inline-size;
  }
  .page {
    overflow: hidden auto;
    padding: var(--lectern-space-3) var(--lectern-space-6) var(--lectern-space-8);
    outline-offset: -2px;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .page > * {
    max-inline-size: 52rem;
    margin-inline: auto;
  }
  .page__title {
    font: var(--lectern-weight-strong) var(--lectern-type-3xl) / var(--lectern-lead-3xl) var(--lectern-serif);
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  .page__stand {
    padding-block: var(--lectern-space-half) var(--lectern-space-5);
    font: italic var(--lectern-weight-text) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  @container page (inline-size < 42rem) {
    .page {
      padding: var(--lectern-space-2) 1.25rem var(--lectern-space-6);
    }
  }
`;
