/** Rows of the rail that have something to do with them: shelves, saved searches, the reader's tags. */
import { css } from 'lit';

export const railRows = css`
  .head {
    display: flex;
    align-items: end;
    justify-content: space-between;
  }
  .head .tool {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    --lectern-icon: 0.875rem;
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    border-radius: var(--lectern-radius-2);
  }
  .row[data-over] {
    background: var(--lectern-reader-wash);
    outline: 2px solid var(--lectern-reader);
    outline-offset: -2px;
  }
  .row[data-depth='1'] {
    padding-inline-start: 0.75rem;
  }
  .row[data-depth='2'] {
    padding-inline-start: 1.5rem;
  }
  .row[data-depth='3'] {
    padding-inline-start: 2.25rem;
  }
  .row[data-depth='4'] {
    padding-inline-start: 3rem;
  }
  .row .rail__item {
    min-inline-size: 0;
    padding-inline-start: var(--lectern-space-half);
    gap: var(--lectern-space-1);
    --lectern-icon: 0.875rem;
  }
  .fold {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1rem;
    block-size: 1.75rem;
    color: var(--lectern-ink-3);
    --lectern-icon: 0.75rem;
  }
  .acts {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: flex;
    align-items: center;
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-sunken);
    opacity: 0;
  }
  .row:is(:hover, :focus-within) .acts,
  :host([wide]) .acts {
    opacity: 1;
  }
  .row:has(.acts):is(:hover, :focus-within) .rail__count {
    visibility: hidden;
  }
  .acts lectern-menu {
    --lectern-control: 1.75rem;
  }
  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 1.75rem;
    padding-inline: var(--lectern-space-1);
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground-raised);
  }
  input:focus-visible {
    outline-offset: -1px;
  }
  .all {
    padding-inline-start: 2.25rem;
  }
  :host([wide]) .rail__head {
    margin-block-start: var(--lectern-space-2);
    padding-inline: 0;
  }
  :host([wide]) .rail__item {
    display: flex;
    min-block-size: var(--lectern-target);
    padding-inline-end: 0;
    color: var(--lectern-ink);
  }
  :host([wide]) .row:has(.acts) .rail__item {
    padding-inline-end: var(--lectern-target);
  }
  :host([wide]) .rail__label {
    position: static;
    inline-size: auto;
    block-size: auto;
    clip-path: none;
  }
  :host([wide]) .rail__count {
    display: inline;
    visibility: visible;
  }
  :host([wide]) .fold {
    inline-size: var(--lectern-control);
    block-size: var(--lectern-target);
  }
  :host([wide]) .acts {
    background: none;
  }
  :host([wide]) .acts lectern-menu {
    --lectern-control: var(--lectern-target);
  }
  :host([wide]) .head .tool {
    inline-size: var(--lectern-target);
    block-size: var(--lectern-target);
  }
`;
