/** The page of links: a sentence, three numbers, what can be done, one line a link. */
import { css } from 'lit';

export const linksStyles = css`
  .page__stand {
    padding-block-end: var(--lectern-space-3);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-2) var(--lectern-space-5);
    padding-block-end: var(--lectern-space-3);
  }
  .counts div {
    display: grid;
  }
  dt {
    order: 2;
    color: var(--lectern-ink-3);
  }
  dd {
    font: var(--lectern-weight-strong) var(--lectern-type-2xl) / var(--lectern-lead-2xl) var(--lectern-serif);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-1);
    padding-block-end: var(--lectern-space-4);
  }
  .none p {
    max-inline-size: 38rem;
  }
  .none {
    display: grid;
    justify-items: start;
    gap: var(--lectern-space-2);
    color: var(--lectern-ink-2);
  }
  .links li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--lectern-space-2);
    padding-block: var(--lectern-space-1) 0.625rem;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .name {
    grid-column: 1 / -1;
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    overflow-wrap: anywhere;
  }
  .name:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .said {
    display: flex;
    gap: 0.375rem;
    min-inline-size: 0;
    --lectern-icon: 0.875rem;
  }
  .said lectern-icon {
    flex: none;
    margin-block-start: 0.0625rem;
  }
  .said[data-state='kept'] lectern-icon {
    color: var(--lectern-ok);
  }
  .said:is([data-state='failed'], [data-state='refused']) {
    color: var(--lectern-warn);
  }
  .links .link {
    align-self: start;
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
  }
`;
