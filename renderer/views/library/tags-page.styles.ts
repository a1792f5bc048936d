/** The page of tags: a quiet table, with what is done to the chosen ones over it. */
import { css } from 'lit';

export const tagsPageStyles = css`
  .tools {
    position: sticky;
    inset-block-start: calc(-1 * var(--lectern-space-3));
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1);
    padding-block: var(--lectern-space-1);
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule-strong);
    background: var(--lectern-ground);
  }
  .tools .meta {
    flex: 1;
  }
  .act:disabled {
    opacity: 0.4;
  }
  .tag {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--lectern-space-1);
    min-block-size: 2.5rem;
    padding-inline: var(--lectern-space-1);
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
    /* Thousands of them cost no more than those in sight. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.5rem;
  }
  .tag:hover {
    background: var(--lectern-ground-sunken);
  }
  .tag[data-chosen] {
    background: var(--lectern-reader-wash);
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font: var(--lectern-weight-medium) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
  }
  .name:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .rename {
    min-inline-size: 0;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-1);
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
  }
  .tag__acts {
    display: flex;
  }
  @container page (inline-size < 42rem) {
    .tag {
      gap: var(--lectern-space-half);
      padding-inline: 0;
    }
    .filter {
      flex: 1 0 100%;
    }
    .tools {
      inset-block-start: calc(-1 * var(--lectern-space-2));
    }
  }
`;
