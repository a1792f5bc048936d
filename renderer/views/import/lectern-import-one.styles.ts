/** One import: the step it is at, over the sum of its rows. */
import { css } from 'lit';

export const oneStyles = css`
  :host {
    display: block;
  }
  .up {
    display: inline-block;
    padding-block-end: var(--lectern-space-half);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
  }
  .step {
    display: grid;
    gap: var(--lectern-space-1);
  }
  .step .acts {
    padding-block-start: var(--lectern-space-1);
  }
  .acts .said {
    padding: 0;
  }
  lectern-import-rows {
    padding-block-start: var(--lectern-space-6);
  }
  .button:disabled {
    opacity: 0.55;
  }
`;
