/** The inside of a sheet over a story: a heading, what it is about, and what to do. */
import { css } from 'lit';

export const sheet = css`
  .sheet {
    display: grid;
    gap: var(--lectern-space-2);
    padding: var(--lectern-space-3);
  }
  h2 {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
  }
  .about {
    max-inline-size: 38rem;
    font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-1);
  }
  /** In sight, however long the sheet is. */
  .foot {
    position: sticky;
    inset-block-end: 0;
    margin: 0 calc(-1 * var(--lectern-space-3)) calc(-1 * var(--lectern-space-3));
    padding: var(--lectern-space-1) var(--lectern-space-3) var(--lectern-space-2);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    background: var(--lectern-ground-raised);
  }
  .fault {
    color: var(--lectern-danger);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
  }
`;
