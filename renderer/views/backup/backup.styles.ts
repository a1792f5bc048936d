/** What the parts of the page of backups share: sections, rows between hairlines, what is said of an end. */
import { css } from 'lit';

export const backupStyles = css`
  :host {
    display: block;
    padding-block-end: var(--lectern-space-6);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1) var(--lectern-space-2);
  }
  .said {
    max-inline-size: var(--lectern-measure);
    padding-block-end: var(--lectern-space-2);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .said--quiet {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-sm);
    line-height: var(--lectern-lead-sm);
  }
  .end {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 var(--lectern-space-1);
    max-inline-size: var(--lectern-measure);
    padding-block-start: var(--lectern-space-2);
    overflow-wrap: anywhere;
    --lectern-icon: 1rem;
  }
  .end lectern-icon {
    position: relative;
    inset-block-start: 0.125rem;
    color: var(--lectern-reader);
  }
  .end--bad lectern-icon {
    color: var(--lectern-warn);
  }
  .rows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    align-items: center;
    gap: 0 var(--lectern-space-2);
    padding-block: 0.375rem;
  }
  .rows > li + li {
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .name {
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    font-variant-numeric: lining-nums;
    overflow-wrap: anywhere;
  }
  button:disabled {
    opacity: 0.5;
  }
`;
