/** What floats under a button: a menu, a form, a table. */
import { css } from 'lit';

export const popover = css`
  .popover {
    position: fixed;
    inset: auto;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    min-inline-size: 13rem;
    max-inline-size: calc(100vi - 2 * var(--lectern-space-2));
    max-block-size: min(26rem, 70dvb);
    overflow: hidden auto;
    overscroll-behavior: contain;
    margin: var(--lectern-space-half) 0;
    padding: var(--lectern-space-half);
    border: var(--lectern-hairline) solid var(--lectern-rule);
    border-radius: var(--lectern-radius-3);
    background: var(--lectern-ground-raised);
    color: var(--lectern-ink);
    box-shadow: var(--lectern-shadow);
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .popover--end {
    position-area: block-end span-inline-start;
  }
`;
