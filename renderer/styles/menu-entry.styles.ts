/** The entries of a menu, whether they do something or choose something. */
import { css } from 'lit';

export const menuEntry = css`
  .entry {
    display: flex;
    align-items: center;
    gap: var(--lectern-space-1);
    inline-size: 100%;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-1);
    border-radius: var(--lectern-radius-2);
    color: var(--lectern-ink-2);
    text-align: start;
  }
  .entry:is(:hover, :focus-visible) {
    background: var(--lectern-ground-sunken);
    color: var(--lectern-ink);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .entry[aria-checked='true'] {
    color: var(--lectern-reader);
    font-weight: var(--lectern-weight-medium);
  }
  @media (width < 48rem) {
    .entry {
      min-block-size: var(--lectern-target);
    }
  }
`;
