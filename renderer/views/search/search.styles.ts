/** The search page: results in one pane, what was found in the chosen one in the other; on a narrow pane one at a time. */
import { css } from 'lit';
import { fieldStyles } from './search-field.styles.ts';
import { saidStyles } from './search-said.styles.ts';

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
    .search:not(.search--preview) > lectern-search-preview,
    .search--preview > .results,
    .unfilled {
      display: none;
    }
  }
`;

const hits = css`
  .hits {
    flex: 0 1 auto;
    outline-offset: -2px;
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
  /* A first page is laid out at once: to find out what of it is in sight takes a second frame for each letter. */
  .hit:nth-child(n + 21) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 4rem;
  }
  .hit:hover {
    background: var(--lectern-ground-sunken);
  }
  .hit__title {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
    text-wrap: pretty;
    overflow-wrap: anywhere;
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
  .hit__missing {
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
  .hit__from {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .hit__missing {
    font: var(--lectern-type-xs) / var(--lectern-lead-xs) var(--lectern-sans);
    color: var(--lectern-ink-3);
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
      order: 1;
      padding-block-start: 2px;
    }
    .hit__n {
      min-inline-size: 0;
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
  }
  @media (forced-colors: active) {
    .hit[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const searchStyles = [panes, fieldStyles, saidStyles, hits];
