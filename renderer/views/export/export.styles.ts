/** The page of exports: two questions, what comes of them, and the exports that were made. */
import { css } from 'lit';

export const exportStyles = css`
  :host {
    display: block;
  }
  section,
  .part {
    padding-block-end: var(--lectern-space-5);
  }
  .label {
    padding-block-end: var(--lectern-space-1);
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--lectern-space-2);
    align-items: baseline;
    padding-block: var(--lectern-space-1);
  }
  .choice + .choice {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .choice b {
    font-weight: var(--lectern-weight-medium);
  }
  .choice small {
    display: block;
    font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  input[type='radio'] {
    appearance: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    position: relative;
    inset-block-start: 0.125rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-round);
    background: var(--lectern-ground-raised);
  }
  input[type='radio']:checked {
    border: 0.3125rem solid var(--lectern-reader);
  }
  .given {
    grid-column: 2;
    inline-size: min(24rem, 100%);
    min-block-size: var(--lectern-control);
    margin-block-start: var(--lectern-space-1);
    padding-inline: 0.75rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1) var(--lectern-space-2);
  }
  .facts {
    display: grid;
    gap: var(--lectern-space-1);
    max-inline-size: var(--lectern-measure);
    padding-block-end: var(--lectern-space-3);
  }
  .facts ul {
    display: grid;
    gap: var(--lectern-space-half);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
    text-wrap: pretty;
  }
  .trouble {
    display: flex;
    gap: var(--lectern-space-1);
    align-items: baseline;
    --lectern-icon: 0.875rem;
  }
  .trouble lectern-icon {
    position: relative;
    inset-block-start: 0.125rem;
    color: var(--lectern-warn);
  }
  .run {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--lectern-space-half) var(--lectern-space-3);
    align-items: center;
    padding-block: var(--lectern-space-2);
  }
  .run + .run {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .run b {
    font-weight: var(--lectern-weight-medium);
  }
  .run p {
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .run progress {
    grid-column: 1 / -1;
    appearance: none;
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: var(--lectern-radius-1);
    overflow: hidden;
    background: var(--lectern-rule);
  }
  .run progress::-webkit-progress-bar {
    background: var(--lectern-rule);
  }
  .run progress::-webkit-progress-value {
    background: var(--lectern-reader);
  }
  .button:disabled {
    opacity: 0.55;
  }
  @container page (inline-size < 32rem) {
    .run {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    input[type='radio'],
    .run progress {
      appearance: auto;
    }
  }
`;
