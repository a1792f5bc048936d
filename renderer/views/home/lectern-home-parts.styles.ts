/** The parts under the lead: featured stories, a section each, the colophon. */
import { css } from 'lit';

export const parts = css`
  .featured__grid {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--lectern-space-5) var(--lectern-space-6);
    padding-block-end: var(--lectern-space-6);
  }
  .feature {
    position: relative;
  }
  .feature:not(:nth-child(3n + 1))::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--lectern-space-3) * -1);
    inline-size: var(--lectern-hairline);
    background: var(--lectern-rule);
  }
  .spot {
    inline-size: 4rem;
    block-size: 4rem;
    margin-block-end: var(--lectern-space-1);
    margin-inline-start: -2px;
  }
  .feature__title {
    padding-block: 2px var(--lectern-space-1);
    font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
    text-wrap: balance;
  }
  .feature__stand {
    margin-block-end: var(--lectern-space-1);
    font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .taken {
    padding-block-end: var(--lectern-space-6);
  }
  .section {
    display: grid;
    grid-template-columns: 13.5rem minmax(0, 1fr);
    column-gap: var(--lectern-space-6);
    padding-block: var(--lectern-space-3) var(--lectern-space-5);
    border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
  }
  :is(.featured, .taken) + .section {
    border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
  }
  .section__head {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.625rem;
    align-content: start;
    align-items: baseline;
  }
  .section__num,
  .section__name {
    font: var(--lectern-weight-strong) var(--lectern-type-title) / 2rem var(--lectern-serif);
    letter-spacing: var(--lectern-tracking-tight);
  }
  .section__num {
    font-style: italic;
    font-weight: var(--lectern-weight-text);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-publication);
  }
  .section__head .meta {
    grid-column: 2;
  }
  .section__list {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--lectern-space-3) var(--lectern-space-4);
  }
  .short h3 {
    font: var(--lectern-weight-strong) var(--lectern-type-lg) / var(--lectern-lead-lg) var(--lectern-serif);
    letter-spacing: -0.006em;
    text-wrap: balance;
  }
  .short[data-read] h3 {
    font-weight: var(--lectern-weight-text);
    color: var(--lectern-ink-2);
  }
  .short p {
    padding-block-start: var(--lectern-space-half);
    font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
    color: var(--lectern-ink-2);
    text-wrap: pretty;
  }
  .colophon {
    padding-block: var(--lectern-space-2) var(--lectern-space-8);
  }
  .colophon p {
    padding-block-start: var(--lectern-space-2);
    font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
    font-variant-numeric: oldstyle-nums;
    color: var(--lectern-ink-3);
    text-wrap: pretty;
  }
  .seam {
    display: block;
    inline-size: 100%;
    block-size: 6px;
  }
  .seam line {
    stroke: var(--lectern-publication);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-dasharray: 11 8;
  }
`;
