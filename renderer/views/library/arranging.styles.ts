/** Rows whose place is the reader's to choose: what they are taken by, and where they would come to stand. */
import { css } from 'lit';

export const arrangingStyles = css`
  .row__grip {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 3px;
    display: grid;
    place-items: center;
    inline-size: 1.125rem;
    color: var(--lectern-ink-3);
    cursor: grab;
  }
  .row:hover .row__grip {
    color: var(--lectern-ink);
  }
  .drop {
    position: absolute;
    inset-block-start: -2px;
    inset-inline: 0;
    block-size: 3px;
    background: var(--lectern-reader);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .drop {
      background: Highlight;
    }
  }
`;
