/** The rules of feeds: a list between hairlines, the form for one of them under it. */
import { css } from 'lit';

export const feedRulesStyles = css`
  :host {
    display: grid;
    gap: var(--lectern-space-2);
    padding: 0;
  }
  fieldset {
    display: grid;
    gap: var(--lectern-space-1);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 var(--lectern-space-1);
    font-weight: var(--lectern-weight-medium);
    color: var(--lectern-ink-2);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--lectern-space-1);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  li.changed {
    background: var(--lectern-reader-wash);
  }
  li .check {
    align-items: start;
    padding-block: var(--lectern-space-1);
  }
  li input[type='checkbox'] {
    margin-block-start: 0.25rem;
  }
  .said {
    display: grid;
    overflow-wrap: anywhere;
  }
  .off {
    color: var(--lectern-ink-3);
    text-decoration: line-through;
  }
  .acts {
    display: flex;
  }
  .draft {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
    align-items: end;
    gap: var(--lectern-space-1) var(--lectern-space-2);
  }
`;
