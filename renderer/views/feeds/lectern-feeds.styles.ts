/** The page of feeds around its list. */
import { css } from 'lit';

export const feedsStyles = css`
  .page__title {
    overflow-wrap: anywhere;
  }
  .page__stand {
    padding-block-end: var(--lectern-space-3);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1) var(--lectern-space-2);
    padding-block-end: var(--lectern-space-3);
  }
  .button:disabled {
    opacity: 0.5;
  }
  .state {
    padding-block-end: var(--lectern-space-2);
  }
  .trouble {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: baseline;
    padding-block-end: var(--lectern-space-3);
    --lectern-icon: 0.875rem;
  }
  .trouble lectern-icon {
    position: relative;
    inset-block-start: 0.125rem;
    color: var(--lectern-warn);
  }
  .troubled {
    padding-block-end: var(--lectern-space-3);
  }
  .troubled summary {
    color: var(--lectern-ink-2);
  }
  .troubled li {
    display: grid;
    padding-block: var(--lectern-space-half);
  }
  .troubled a {
    text-decoration: underline;
    overflow-wrap: anywhere;
  }
`;
