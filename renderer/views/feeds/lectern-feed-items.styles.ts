/** Rows between hairlines: a dot for what is unread, the headline, what is done with it at the end. */
import { css } from 'lit';

export const feedItemsStyles = css`
  :host {
    display: block;
  }
  ul {
    border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
  }
  li {
    display: grid;
    grid-template-columns: 0.5rem minmax(0, 1fr) auto;
    column-gap: var(--lectern-space-1);
    padding-block: var(--lectern-space-1) 0.625rem;
  }
  li + li {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .dot {
    align-self: start;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-block-start: 0.5rem;
    border-radius: var(--lectern-radius-round);
    background: var(--lectern-reader);
  }
  .read .dot {
    background: none;
  }
  .title {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    overflow-wrap: anywhere;
  }
  .title:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .read .title {
    font-weight: var(--lectern-weight-text);
    color: var(--lectern-ink-2);
  }
  .stand {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
    color: var(--lectern-ink-2);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    align-items: start;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1) var(--lectern-space-2);
    padding-block-start: var(--lectern-space-3);
  }
`;
