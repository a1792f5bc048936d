/** The search page: results in one pane, what was found in the chosen story in the other; on a narrow pane the list alone. */
import { css } from 'lit';

const panes = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    container: search / inline-size;
  }
  .search {
    display: grid;
    grid-template-columns: 24rem minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    block-size: 100%;
  }
  .results {
    container: results / inline-size;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    border-inline-end: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .rest {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
  }
  .words {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
  }
  /* What shows is an answer to an older question: said only once waiting is felt. */
  .rest--waiting {
    opacity: 0.55;
    transition: opacity var(--lectern-duration-2) var(--lectern-ease) 300ms;
  }
  .unfilled {
    display: grid;
    place-items: center;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    flex: none;
    min-block-size: calc(var(--lectern-bar) + 1px);
    padding-inline: var(--lectern-space-3) var(--lectern-space-1);
    border-block-end: var(--lectern-rule-thick) solid var(--lectern-reader);
    color: var(--lectern-ink-3);
    --lectern-icon: var(--lectern-icon-lg);
  }
  .field input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    padding: 0;
    background: none;
    color: var(--lectern-ink);
    font: var(--lectern-weight-text) var(--lectern-type-query) / 2rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
  }
  .field input::placeholder {
    color: var(--lectern-ink-3);
    opacity: 1;
  }
  .field input::-webkit-search-cancel-button {
    appearance: none;
  }
  @container search (inline-size >= 68rem) {
    .search {
      grid-template-columns: 33rem minmax(0, 1fr);
    }
  }
  @container search (inline-size < 44rem) {
    .search {
      grid-template-columns: minmax(0, 1fr);
    }
    .results {
      border: 0;
    }
    lectern-search-preview,
    .unfilled {
      display: none;
    }
    .field {
      padding-inline-start: var(--lectern-space-2);
    }
    .field input {
      font-size: var(--lectern-type-stand);
    }
  }
`;

const said = css`
  .said {
    flex: none;
    display: grid;
    gap: var(--lectern-space-half);
    padding: 0.625rem var(--lectern-space-3) var(--lectern-space-1);
  }
  .understood {
    color: var(--lectern-ink-2);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    overflow-wrap: anywhere;
    max-block-size: 5rem;
    overflow: hidden auto;
  }
  .understood b {
    font-weight: var(--lectern-weight-strong);
    color: var(--lectern-ink);
  }
  .understood s {
    text-decoration-color: var(--lectern-danger);
    text-decoration-thickness: 1.5px;
  }
  .limit {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
    color: var(--lectern-warn);
    font-size: var(--lectern-type-xs);
    --lectern-icon: 0.75rem;
  }
  .count {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
  }
  .count b {
    font-weight: var(--lectern-weight-strong);
    color: var(--lectern-ink);
  }
  .more {
    padding: var(--lectern-space-2) var(--lectern-space-3);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-half) var(--lectern-space-2);
    padding: 0.625rem var(--lectern-space-3);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    background: var(--lectern-ground-rail);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .keys span {
    display: inline-flex;
    gap: var(--lectern-space-half);
    align-items: center;
  }
  @container search (inline-size < 44rem) {
    .keys {
      display: none;
    }
  }
  @media (width < 48rem) {
    .said {
      padding-inline: var(--lectern-space-2);
    }
  }
`;

const hits = css`
  .hits {
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule) transparent;
  }
  .hit {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--lectern-space-2);
    align-items: baseline;
    padding: 0.5rem var(--lectern-space-3) 0.5625rem;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    cursor: default;
  }
  .hit:hover {
    background: var(--lectern-ground-sunken);
  }
  .hit__title {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
    text-wrap: pretty;
  }
  .hit__meta {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: center;
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
    white-space: nowrap;
  }
  .hit__n {
    min-inline-size: 1.125rem;
    text-align: end;
    color: var(--lectern-ink-2);
    font-weight: var(--lectern-weight-medium);
  }
  .hit__text,
  .hit__more {
    grid-column: 1 / -1;
    font: var(--lectern-weight-text) var(--lectern-type-note) / 1.25rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-ink-2);
    overflow-wrap: anywhere;
  }
  .hit__text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hit__more {
    display: none;
  }
  .hit[aria-selected='true'] {
    background: var(--lectern-reader-wash);
  }
  .hit[aria-selected='true']::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--lectern-reader);
  }
  .hit[aria-selected='true'] .hit__text {
    white-space: normal;
  }
  @container results (inline-size < 28rem) {
    .hit {
      grid-template-columns: minmax(0, 1fr);
    }
    .hit__meta {
      grid-row: 3;
      padding-block-start: 2px;
    }
    .hit__meta lectern-ledger {
      margin-inline-start: auto;
    }
    .hit__text {
      white-space: normal;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .hit[aria-selected='true'] .hit__text {
      -webkit-line-clamp: none;
    }
  }
  @container search (inline-size < 44rem) {
    .hit {
      padding: 0.75rem var(--lectern-space-2);
    }
    .hit[aria-selected='true'] .hit__text:not(:only-child):has(~ .hit__more) {
      display: none;
    }
    .hit[aria-selected='true'] .hit__more {
      display: grid;
      gap: var(--lectern-space-1);
      padding-block-start: 2px;
    }
    .hit__more > span {
      padding-inline-start: 0.75rem;
      border-inline-start: var(--lectern-rule-thick) solid var(--lectern-reader);
    }
    .hit__open {
      color: var(--lectern-reader);
      font: var(--lectern-weight-medium) var(--lectern-type-sm) / 1.25rem var(--lectern-sans);
    }
  }
  @media (forced-colors: active) {
    .hit[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const searchStyles = [panes, said, hits];
