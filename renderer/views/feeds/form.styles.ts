/** The two forms of feeds, in their dialogs. */
import { css } from 'lit';

export const form = css`
  :host {
    display: block;
    padding: var(--lectern-space-3);
  }
  form {
    display: grid;
    gap: var(--lectern-space-2);
  }
  h2 {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    overflow-wrap: anywhere;
  }
  .field input,
  .field select {
    inline-size: 100%;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-1);
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
  }
  .field textarea {
    font: var(--lectern-type-sm) / var(--lectern-lead-sm) var(--lectern-sans);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: var(--lectern-space-2);
    align-items: end;
  }
  .hint,
  .fault {
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    color: var(--lectern-ink-3);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .fault {
    color: var(--lectern-danger);
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lectern-space-1);
  }
  .ends .act--danger {
    margin-inline-start: auto;
  }
  .found li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--lectern-space-2);
    padding-block: var(--lectern-space-1);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .found .name {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    overflow-wrap: anywhere;
  }
  .found .meta {
    overflow-wrap: anywhere;
  }
  .button:disabled {
    opacity: 0.5;
  }
`;
