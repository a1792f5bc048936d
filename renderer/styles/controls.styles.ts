/** Buttons, chips, switches and fields: the controls that LOOK.md names, for every element through base.styles.ts. */
import { css } from 'lit';

const buttons = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: default;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: var(--lectern-space-1);
    min-block-size: var(--lectern-control);
    padding-inline: 0.875rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    font-weight: var(--lectern-weight-medium);
    white-space: nowrap;
    transition: background var(--lectern-duration-1) var(--lectern-ease);
  }
  .button:hover {
    background: var(--lectern-ground-sunken);
  }
  .button--main {
    background: var(--lectern-reader);
    border-color: var(--lectern-reader);
    color: var(--lectern-on-reader);
  }
  .button--main:hover {
    background: var(--lectern-ink);
    border-color: var(--lectern-ink);
    color: var(--lectern-ground);
  }
  .button--danger {
    background: var(--lectern-danger);
    border-color: var(--lectern-danger);
    color: var(--lectern-ground);
  }
  .button--danger:hover {
    background: var(--lectern-ink);
    border-color: var(--lectern-ink);
  }
  .button--quiet {
    border-color: transparent;
  }
  .button--small {
    padding-inline: 0.625rem;
    border-color: var(--lectern-rule);
  }
  .tool {
    display: inline-grid;
    place-items: center;
    inline-size: var(--lectern-control);
    block-size: var(--lectern-control);
    border-radius: var(--lectern-radius-2);
    color: var(--lectern-ink-2);
    --lectern-icon: 1.125rem;
  }
  .tool:hover {
    background: var(--lectern-ground-sunken);
    color: var(--lectern-ink);
  }
  .tool:disabled {
    opacity: 0.4;
  }
  .tool[aria-pressed='true'] {
    color: var(--lectern-reader);
    --lectern-icon-fill: currentColor;
  }
  .act {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-1);
    border-radius: var(--lectern-radius-2);
    font-weight: var(--lectern-weight-medium);
    color: var(--lectern-ink-2);
    white-space: nowrap;
  }
  .act:hover {
    background: var(--lectern-ground-sunken);
    color: var(--lectern-ink);
  }
  .act--danger {
    color: var(--lectern-danger);
  }
  @media (width < 48rem) {
    .tool {
      inline-size: var(--lectern-target);
      block-size: var(--lectern-target);
    }
    .button,
    .act {
      min-block-size: var(--lectern-target);
    }
  }
  @media (forced-colors: active) {
    .tool[aria-pressed='true'] {
      color: Highlight;
    }
  }
`;

const choices = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    padding-inline: 0.625rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-round);
    color: var(--lectern-ink-2);
    font-size: var(--lectern-type-xs);
    --lectern-icon: 0.75rem;
  }
  .chip .nums {
    color: var(--lectern-ink-3);
  }
  .chip--on {
    background: var(--lectern-reader-wash);
    border-color: var(--lectern-reader);
    color: var(--lectern-reader);
    font-weight: var(--lectern-weight-medium);
  }
  .hash {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .hash::before {
    content: '#';
  }
  .tag--sample {
    display: inline-block;
    justify-self: start;
    padding-inline: 0.375rem;
    border: var(--lectern-hairline) dashed var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-1);
    font-size: var(--lectern-type-2xs);
    line-height: 1.125rem;
    color: var(--lectern-ink-2);
  }
  @media (forced-colors: active) {
    .chip--on {
      border-color: Highlight;
    }
  }
`;

const fields = css`
  .field {
    display: grid;
    gap: var(--lectern-space-1);
  }
  .field__label {
    font-weight: var(--lectern-weight-medium);
    color: var(--lectern-ink-2);
  }
  .field textarea {
    inline-size: 100%;
    resize: vertical;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
    padding: 0.625rem 0.75rem;
    font: var(--lectern-weight-text) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
  }
  .check {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: center;
    min-block-size: 1.75rem;
  }
  input[type='checkbox'] {
    appearance: none;
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: 3px;
    background: var(--lectern-ground-raised);
  }
  input[type='checkbox']:is(:checked, :indeterminate) {
    background: var(--lectern-reader);
    border-color: var(--lectern-reader);
  }
  input[type='checkbox']:checked::after {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.25rem;
    border-inline-start: 2px solid var(--lectern-on-reader);
    border-block-end: 2px solid var(--lectern-on-reader);
    transform: translate(0, -1px) rotate(-45deg);
  }
  /* Some of them. */
  input[type='checkbox']:indeterminate::after {
    content: '';
    inline-size: 0.5rem;
    block-size: 2px;
    background: var(--lectern-on-reader);
  }
  @media (forced-colors: active) {
    input[type='checkbox'] {
      appearance: auto;
    }
  }
`;

export const controls = css`
  ${buttons}${choices}${fields}
`;
