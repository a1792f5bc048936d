/** Two columns of commands where there is room. */
import { css } from 'lit';

export const keyListStyles = css`
  :host {
    display: block;
    container: keys / inline-size;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: var(--lectern-space-6);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 8rem;
    align-items: center;
    column-gap: var(--lectern-space-2);
    min-block-size: 2.5rem;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  li:first-child {
    border: 0;
  }
  .keys {
    display: inline-flex;
    gap: var(--lectern-space-1);
  }
  .keys > span {
    display: inline-flex;
    gap: 2px;
  }
  .acts {
    display: inline-flex;
    align-items: center;
    justify-content: end;
    gap: var(--lectern-space-1);
    font-size: var(--lectern-type-xs);
  }
  .acts .button {
    gap: 0;
  }
  .waits {
    border-color: var(--lectern-reader);
    background: var(--lectern-reader-wash);
    color: var(--lectern-reader);
  }
  .conflict {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--lectern-space-half) var(--lectern-space-1);
    padding-block-end: var(--lectern-space-1);
    color: var(--lectern-warn);
  }
  ul + .link {
    margin-block-start: var(--lectern-space-2);
  }
  @container keys (inline-size >= 46rem) {
    ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    li:nth-child(2) {
      border: 0;
    }
  }
  @container keys (inline-size < 30rem) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: var(--lectern-space-half);
    }
    .acts {
      grid-column: 1 / -1;
      justify-content: start;
    }
  }
`;
