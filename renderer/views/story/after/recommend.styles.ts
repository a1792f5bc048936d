/** The question at the end of a story: between two blue rules, because it is the reader who speaks here. */
import { css } from 'lit';

export const recommendStyles = css`
  :host {
    display: block;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-2) var(--lectern-space-3);
    border-block: var(--lectern-rule-thick) solid var(--lectern-reader);
    padding-block: var(--lectern-space-3);
  }
  .ask--waiting {
    min-block-size: 5.125rem;
  }
  .ask--done {
    display: grid;
    justify-items: start;
  }
  .question {
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / 2rem var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    outline: 0;
  }
  .ask--done .question {
    font-weight: var(--lectern-weight-text);
  }
  .question b {
    font-weight: var(--lectern-weight-strong);
  }
  .thanks {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--lectern-space-2);
  }
  .links {
    display: inline-flex;
    gap: var(--lectern-space-2);
  }
  .thanks .link {
    min-block-size: var(--lectern-space-3);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lectern-space-1);
  }
  .acts .small {
    display: inline-flex;
    align-items: center;
    margin-inline-start: var(--lectern-space-1);
  }
  .small {
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .saved {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    --lectern-icon: 0.875rem;
  }
  .saved lectern-icon {
    color: var(--lectern-ok);
  }
  .failed {
    color: var(--lectern-danger);
    font-size: var(--lectern-type-sm);
  }
  .why {
    display: grid;
    gap: var(--lectern-space-1);
  }
  .why legend {
    float: inline-start;
    font-weight: var(--lectern-weight-medium);
    color: var(--lectern-ink-2);
    padding-block-end: var(--lectern-space-1);
  }
  .field {
    inline-size: min(100%, var(--lectern-measure));
  }
  .button[aria-pressed='true'] {
    background: var(--lectern-reader-wash);
    border-color: var(--lectern-reader);
    color: var(--lectern-reader);
  }
  .button:disabled {
    opacity: 0.55;
  }
  .button--main:disabled:hover {
    background: var(--lectern-reader);
    border-color: var(--lectern-reader);
    color: var(--lectern-on-reader);
  }
  @media (width < 48rem) {
    .chip {
      min-block-size: 2.25rem;
      padding-inline: 0.875rem;
    }
  }
`;
