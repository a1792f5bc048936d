/** The field of the search page, what it hints at and the list that completes it. */
import { css } from 'lit';

export const fieldStyles = css`
  .field {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--lectern-space-half);
    flex: none;
    min-block-size: calc(var(--lectern-bar) + 1px);
    padding-inline: var(--lectern-space-3) var(--lectern-space-1);
    border-block-end: var(--lectern-rule-thick) solid var(--lectern-reader);
    color: var(--lectern-ink-3);
    z-index: 1;
  }
  .field > lectern-icon {
    margin-inline-end: 0.375rem;
    --lectern-icon: var(--lectern-icon-lg);
  }
  .field__box {
    position: relative;
    display: flex;
    flex: 1;
    min-inline-size: 0;
  }
  .field input,
  .hint {
    font: var(--lectern-weight-text) var(--lectern-type-query) / 2rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
  }
  .field input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    outline: 0;
    padding: 0;
    background: none;
    color: var(--lectern-ink);
  }
  .field input::placeholder {
    color: var(--lectern-ink-3);
    opacity: 1;
  }
  .field input::-webkit-search-cancel-button {
    appearance: none;
  }
  .hint {
    position: absolute;
    inset: 0;
    /* What does not fit goes to a second line, which is not seen. */
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    block-size: 2rem;
    overflow: hidden;
    white-space: pre;
    color: var(--lectern-ink-3);
    pointer-events: none;
  }
  .hint__typed {
    visibility: hidden;
  }
  .hint kbd {
    margin-inline-start: var(--lectern-space-1);
    vertical-align: 0.2em;
  }
  .completions {
    position: absolute;
    inset-block-start: calc(100% + var(--lectern-rule-thick));
    inset-inline: var(--lectern-space-1);
    padding: var(--lectern-space-half);
    border: var(--lectern-hairline) solid var(--lectern-rule);
    border-end-start-radius: var(--lectern-radius-3);
    border-end-end-radius: var(--lectern-radius-3);
    background: var(--lectern-ground-raised);
    box-shadow: var(--lectern-shadow);
    z-index: var(--lectern-z-panel);
  }
  .completion {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--lectern-space-2);
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-2);
    border-radius: var(--lectern-radius-2);
    color: var(--lectern-ink-2);
    cursor: default;
  }
  .completion__label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .completion:hover {
    background: var(--lectern-ground-sunken);
  }
  .completion[aria-selected='true'] {
    background: var(--lectern-reader-wash);
    color: var(--lectern-ink);
  }
  @container search (inline-size < 44rem) {
    .field {
      padding-inline: var(--lectern-space-2) 0;
    }
    .field input,
    .hint {
      font-size: var(--lectern-type-stand);
    }
    .hint kbd {
      display: none;
    }
    .completion {
      min-block-size: var(--lectern-target);
    }
  }
  @media (forced-colors: active) {
    .completion[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
