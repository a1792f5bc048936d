/** A field with a magnifying glass that narrows the list under it. */
import { css } from 'lit';

export const filterField = css`
  .filter {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: var(--lectern-control);
    padding-inline: 0.625rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
    color: var(--lectern-ink-3);
    --lectern-icon: 0.875rem;
  }
  .filter:focus-within {
    outline: 2px solid var(--lectern-reader);
    outline-offset: 1px;
  }
  .filter input {
    inline-size: 12rem;
    border: 0;
    background: none;
    outline: 0;
    color: var(--lectern-ink);
  }
`;
