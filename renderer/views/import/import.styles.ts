/** What the parts of the page of imports share: the row of actions, and lists between hairlines. */
import { css } from 'lit';

export const importStyles = css`
  .page__title {
    overflow-wrap: anywhere;
  }
  .page__title:focus-visible {
    outline: none;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1) var(--lectern-space-2);
  }
  .said {
    padding-block-start: var(--lectern-space-1);
    max-inline-size: var(--lectern-measure);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    text-wrap: pretty;
  }
  .trouble {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: baseline;
    max-inline-size: var(--lectern-measure);
    padding-block-end: var(--lectern-space-3);
    --lectern-icon: 0.875rem;
  }
  .trouble lectern-icon {
    position: relative;
    inset-block-start: 0.125rem;
    color: var(--lectern-warn);
  }
`;
