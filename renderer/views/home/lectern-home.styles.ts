/** The front page: three columns, then two, then one; parts answer to the desk's width, not the window's. */
import { css } from 'lit';
import { parts } from './lectern-home-parts.styles.ts';

const wide = css`
  :host {
    display: grid;
    min-block-size: 0;
    container: desk / inline-size;
  }
  .front {
    overflow: hidden auto;
    padding-inline: var(--lectern-space-6);
    outline: 0;
  }
  .front > * {
    max-inline-size: var(--lectern-page);
    margin-inline: auto;
  }
  .top {
    display: grid;
    grid-template-columns: 13.5rem minmax(0, 1fr) 14.5rem;
    column-gap: var(--lectern-space-6);
    padding-block-end: var(--lectern-space-6);
  }
  .latest {
    grid-column: 1;
    grid-row: 1;
  }
  .lead {
    grid-column: 2;
    grid-row: 1;
    position: relative;
  }
  .yours {
    grid-column: 3;
    grid-row: 1;
  }
  .lead::before,
  .lead::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inline-size: var(--lectern-hairline);
    background: var(--lectern-rule);
  }
  .lead::before {
    inset-inline-start: calc(var(--lectern-space-3) * -1);
  }
  .lead::after {
    inset-inline-end: calc(var(--lectern-space-3) * -1);
  }
  .lead__art {
    display: block;
    margin-block-end: var(--lectern-space-2);
  }
  .lead__art lectern-picture[cover] {
    --lectern-art-ratio: 16 / 9;
  }
  .lead__title {
    padding-block: var(--lectern-space-half) var(--lectern-space-1);
    font: var(--lectern-weight-strong) var(--lectern-type-3xl) / var(--lectern-lead-3xl) var(--lectern-serif);
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  .lead__stand {
    margin-block-end: var(--lectern-space-1);
    font: var(--lectern-weight-text) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .briefs {
    display: grid;
  }
  .briefs li {
    padding-block: 0.75rem;
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  .briefs li:first-child {
    border: 0;
    padding-block-start: 0;
  }
  .briefs time {
    display: block;
    padding-block-end: 2px;
    font-size: var(--lectern-type-xs);
    line-height: var(--lectern-lead-xs);
    font-weight: var(--lectern-weight-medium);
    font-variant-numeric: tabular-nums;
    color: var(--lectern-publication);
  }
  .briefs a {
    display: block;
    font: var(--lectern-weight-text) var(--lectern-type-md) / 1.375rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    text-wrap: pretty;
  }
`;

const narrower = css`
  @container desk (inline-size < 84rem) {
    .short:nth-child(n + 4) {
      display: none;
    }
  }
  @container desk (inline-size < 66rem) {
    .front {
      padding-inline: var(--lectern-space-4);
    }
    .top {
      grid-template-columns: minmax(0, 1fr) 14rem;
      row-gap: var(--lectern-space-4);
    }
    .lead {
      grid-column: 1;
    }
    .lead::before {
      display: none;
    }
    .yours {
      grid-column: 2;
    }
    .latest {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .briefs {
      grid-template-columns: repeat(5, minmax(0, 1fr));
      column-gap: var(--lectern-space-3);
    }
    .briefs li {
      border: 0;
      padding-block: 0;
    }
    .section {
      grid-template-columns: 9rem minmax(0, 1fr);
      column-gap: var(--lectern-space-3);
    }
    .featured__grid {
      column-gap: var(--lectern-space-4);
    }
    .feature:not(:nth-child(3n + 1))::before {
      inset-inline-start: calc(var(--lectern-space-2) * -1);
    }
  }
  @container desk (inline-size < 42rem) {
    .front {
      padding-inline: 1.25rem;
    }
    .top,
    .featured__grid,
    .section,
    .section__list,
    .briefs {
      grid-template-columns: minmax(0, 1fr);
    }
    .top {
      row-gap: var(--lectern-space-4);
      padding-block-end: var(--lectern-space-4);
    }
    .lead,
    .yours,
    .latest {
      grid-column: 1;
      grid-row: auto;
    }
    .lead::after,
    .feature:not(:nth-child(3n + 1))::before {
      display: none;
    }
    .yours {
      order: 2;
    }
    .latest {
      order: 3;
    }
    .lead__art {
      margin-inline: -1.25rem;
    }
    .briefs li {
      border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      padding-block: 0.75rem;
    }
    .feature {
      display: grid;
      grid-template-columns: 3.5rem 1fr;
      column-gap: var(--lectern-space-2);
    }
    .feature > * {
      grid-column: 2;
    }
    .feature .spot {
      grid-column: 1;
      grid-row: 1 / 5;
      inline-size: 3.5rem;
      block-size: 3.5rem;
    }
    .section {
      row-gap: var(--lectern-space-2);
    }
  }
`;

export const homeStyles = [wide, parts, narrower];
