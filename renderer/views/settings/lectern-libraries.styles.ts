import { css } from 'lit';

export const librariesStyles = css`
  :host {
    display: block;
  }
  .library {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--lectern-space-3);
    padding-block: var(--lectern-space-2);
  }
  li + li .library {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .name {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    overflow-wrap: anywhere;
  }
  .where {
    grid-column: 1;
    overflow-wrap: anywhere;
    color: var(--lectern-ink-3);
  }
  code {
    font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
  }
  .absent {
    color: var(--lectern-warn);
    font-size: var(--lectern-type-sm);
  }
  .library .acts {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1);
  }
  ul + .acts,
  .moving + .acts {
    padding-block-start: var(--lectern-space-2);
  }
  .open {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding-inline: var(--lectern-space-1);
    color: var(--lectern-reader);
    font-weight: var(--lectern-weight-medium);
    --lectern-icon: 1rem;
  }
  .said {
    grid-column: 1 / -1;
    max-inline-size: var(--lectern-measure);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    overflow-wrap: anywhere;
  }
  .moving {
    display: grid;
    gap: var(--lectern-space-1);
    justify-items: start;
    padding-block: var(--lectern-space-2);
    overflow-wrap: anywhere;
  }
  .moving lectern-progress {
    inline-size: 100%;
  }
  .fault {
    display: flex;
    align-items: baseline;
    gap: var(--lectern-space-1);
    max-inline-size: var(--lectern-measure);
    padding-block: var(--lectern-space-1);
    color: var(--lectern-warn);
    --lectern-icon: 0.875rem;
  }
  @container page (inline-size < 40rem) {
    .library {
      grid-template-columns: minmax(0, 1fr);
    }
    .library .acts {
      grid-column: 1;
      grid-row: auto;
      padding-block-start: var(--lectern-space-1);
    }
  }
`;

/** Of the dialogs that ask for a name or a place. */
export const libraryDialogStyles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: var(--lectern-space-2);
    padding: var(--lectern-space-3);
  }
  h2 {
    font: var(--lectern-weight-strong) var(--lectern-type-lg) / var(--lectern-lead-md) var(--lectern-serif);
  }
  .said {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    text-wrap: pretty;
  }
  input[type='text'] {
    inline-size: 100%;
    min-block-size: var(--lectern-control);
    padding-inline: 0.75rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: var(--lectern-weight-medium);
    color: var(--lectern-ink-2);
  }
  .place {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--lectern-space-1);
    align-items: baseline;
    padding-block: var(--lectern-space-1);
  }
  input[type='radio'] {
    accent-color: var(--lectern-reader);
  }
  .place code {
    grid-column: 2;
    color: var(--lectern-ink-3);
    font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--lectern-space-1);
  }
  .fault {
    color: var(--lectern-warn);
  }
`;
