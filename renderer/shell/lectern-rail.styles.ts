/** The rail in its three widths: named, as icons, and as a bar at the foot of the one pane. */
import { css } from 'lit';

/** Icons only: below 80rem, and wherever the reader folded the panes. */
const folded = css`
  :is(.rail__count, .rail__more) {
    display: none;
  }
  .rail__label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .rail__item,
  .rail__brand,
  .rail__foot {
    position: relative;
    justify-content: center;
    padding-inline: 0;
    --lectern-icon: 1.25rem;
  }
  .rail__item {
    min-block-size: 2.5rem;
  }
`;

export const railStyles = css`
  :host {
    display: block;
  }
  .rail {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden auto;
    padding: 0 var(--lectern-space-1) var(--lectern-space-1);
    background: var(--lectern-ground-rail);
    border-inline-end: var(--lectern-hairline) solid var(--lectern-rule);
    scrollbar-width: none;
  }
  .rail__brand {
    display: flex;
    align-items: center;
    gap: var(--lectern-space-1);
    flex: none;
    min-block-size: var(--lectern-bar);
    padding-inline: var(--lectern-space-1);
    margin-block-end: var(--lectern-space-1);
    font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
    letter-spacing: 0.005em;
    --lectern-icon: 1.25rem;
  }
  .rail__group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .rail__head {
    margin-block-start: var(--lectern-space-3);
    padding: 0 var(--lectern-space-1) var(--lectern-space-half);
    font: var(--lectern-weight-strong) var(--lectern-type-note) / 1.25rem var(--lectern-serif);
    font-variant-caps: all-small-caps;
    letter-spacing: var(--lectern-tracking-caps);
    color: var(--lectern-ink-2);
  }
  .rail__item {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    inline-size: 100%;
    min-block-size: var(--lectern-control);
    padding-inline: var(--lectern-space-1);
    border-radius: var(--lectern-radius-2);
    color: var(--lectern-ink-2);
  }
  .rail__item:focus-visible {
    outline-offset: -2px;
  }
  .rail__item--bare {
    min-block-size: 1.75rem;
  }
  .rail__item--more {
    display: none;
  }
  .rail__item:hover {
    background: var(--lectern-ground-sunken);
    color: var(--lectern-ink);
  }
  .rail__item[aria-current] {
    background: var(--lectern-ground);
    color: var(--lectern-ink);
    font-weight: var(--lectern-weight-strong);
    box-shadow: inset 0 0 0 var(--lectern-hairline) var(--lectern-rule);
  }
  .rail__item[aria-current] > lectern-icon {
    color: var(--lectern-reader);
  }
  .rail__label {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .rail__count {
    font-size: var(--lectern-type-2xs);
    font-variant-numeric: tabular-nums;
    color: var(--lectern-ink-3);
    font-weight: var(--lectern-weight-text);
  }
  .rail__num,
  .rail__hash {
    inline-size: 1rem;
    text-align: center;
    color: var(--lectern-ink-3);
  }
  .rail__num {
    font: italic var(--lectern-weight-text) var(--lectern-type-note) / 1 var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-publication);
  }
  .rail__foot {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    margin-block-start: auto;
    padding: var(--lectern-space-2) var(--lectern-space-1) var(--lectern-space-1);
    color: var(--lectern-ink-3);
    font-size: var(--lectern-type-xs);
  }
  .rail__foot--unkept {
    color: var(--lectern-warn);
  }
  @media (forced-colors: active) {
    .rail__item[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  :host([folded]) {
    ${folded}
  }
  @media (width < 80rem) {
    :host {
      ${folded}
    }
  }
  @media (width < 48rem) {
    .rail {
      padding: var(--lectern-space-half) var(--lectern-space-1);
      border-inline-end: 0;
      border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
    }
    .rail__brand,
    .rail__foot,
    .rail__wide {
      display: none;
    }
    .rail__group--main {
      display: flex;
    }
    .rail__group--main li:not(.rail__wide) {
      display: block;
      flex: 1;
    }
    .rail__item,
    .rail__item--more {
      display: grid;
      justify-items: center;
      align-content: center;
      gap: 2px;
      min-block-size: 3rem;
    }
    .rail__item[aria-current] {
      background: none;
      box-shadow: none;
      color: var(--lectern-reader);
    }
    .rail__group--main .rail__label {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      font-size: var(--lectern-type-2xs);
      line-height: 1rem;
    }
  }
`;
