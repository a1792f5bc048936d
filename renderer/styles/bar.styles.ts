/** The 48 px bar over a pane: tools at both ends, a crumb or a field between. Shared by the shell and the story. */
import { css } from 'lit';

export const bar = css`
  .bar {
    position: relative;
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--lectern-space-2);
    min-block-size: var(--lectern-bar);
    padding-inline: var(--lectern-space-2);
    background: var(--lectern-ground);
    z-index: var(--lectern-z-bar);
  }
  .bar--story {
    border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .bar__group {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .bar__group--end {
    margin-inline-start: auto;
    gap: var(--lectern-space-half);
  }
  .crumb {
    display: flex;
    align-items: center;
    gap: var(--lectern-space-half);
    min-inline-size: 0;
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    white-space: nowrap;
    --lectern-icon: 0.75rem;
  }
  .crumb a:last-child {
    color: var(--lectern-ink);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .crumb a:hover {
    text-decoration: underline;
  }
  .tool--back {
    display: none;
  }
  @media (width < 48rem) {
    .bar {
      padding-inline: var(--lectern-space-half);
    }
    .bar--story,
    .bar__group {
      gap: 0;
    }
    .tool--back {
      display: inline-grid;
    }
    .tool--spare {
      display: none;
    }
  }
  @media print {
    .bar {
      display: none;
    }
  }
`;
