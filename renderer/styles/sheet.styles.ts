/** What stands in a dialog: a heading, something to choose from or to fill in, and the buttons at its foot. */
import { css } from 'lit';

export const sheet = css`
  .sheet {
    display: grid;
    gap: var(--lectern-space-2);
    padding: var(--lectern-space-2) var(--lectern-space-3) var(--lectern-space-3);
  }
  .sheet h2 {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    overflow-wrap: anywhere;
  }
  .sheet input:is([type='text'], [type='search']),
  .sheet select {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding-inline: var(--lectern-space-1);
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground);
  }
  .options {
    display: grid;
    max-block-size: min(20rem, 40dvb);
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--lectern-space-1);
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding-inline: var(--lectern-space-1);
    border-radius: var(--lectern-radius-2);
    text-align: start;
  }
  .option:hover {
    background: var(--lectern-ground-sunken);
  }
  .option:focus-visible {
    outline-offset: -2px;
  }
  .option__name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--lectern-space-1);
  }
`;
