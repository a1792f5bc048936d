/** What the parts after a story have in common: short headlines in columns, under a printed heading. */
import { css } from 'lit';

export const afterStyles = css`
  :host {
    display: block;
  }
  .three {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    column-gap: var(--lectern-space-4);
    row-gap: var(--lectern-space-3);
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    column-gap: var(--lectern-space-6);
  }
  .headline {
    font: var(--lectern-weight-strong) var(--lectern-type-lg) / var(--lectern-lead-lg) var(--lectern-serif);
    letter-spacing: -0.006em;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  .headline + .meta,
  .headline + .reason {
    padding-block-start: var(--lectern-space-half);
  }
  @container (inline-size < 36rem) {
    .three,
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
