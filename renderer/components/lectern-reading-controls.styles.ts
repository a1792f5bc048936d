/** Segments, sliders and swatches of the reading controls. */
import { css } from 'lit';

export const readingControlsStyles = css`
  :host {
    display: block;
  }
  legend,
  .slide > span:first-child {
    font-size: var(--lectern-type-xs);
    color: var(--lectern-ink-3);
  }
  .faces {
    display: grid;
    grid-template-columns: 1.4fr 1fr 1fr;
    gap: var(--lectern-space-half);
    padding-block-end: var(--lectern-space-2);
  }
  legend {
    padding-block-end: var(--lectern-space-half);
  }
  .option {
    position: relative;
    display: inline-flex;
  }
  .option > span {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 2.25rem;
    padding-inline: 0.375rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: 3px;
    white-space: nowrap;
  }
  .option input,
  .swatch input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
  }
  .option input:checked + span {
    background: var(--lectern-reader-wash);
    border-color: var(--lectern-reader);
    color: var(--lectern-reader);
  }
  :is(.option, .swatch) input:focus-visible + span {
    outline: 2px solid var(--lectern-reader);
    outline-offset: 2px;
  }
  .face--serif {
    font: var(--lectern-type-md) / 1 var(--lectern-serif);
  }
  .face--mono {
    font: var(--lectern-type-code) / 1 var(--lectern-mono);
  }
  .slide {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr) 2.25rem;
    align-items: center;
    gap: var(--lectern-space-1);
    min-block-size: var(--lectern-control);
  }
  .slide output {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .slide input {
    appearance: none;
    inline-size: 100%;
    margin: 0;
    block-size: 2px;
    background: var(--lectern-rule-strong);
    border-radius: 1px;
  }
  .slide input:focus-visible {
    outline-offset: 0.5rem;
  }
  .slide input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
    background: var(--lectern-reader);
    border: 2px solid var(--lectern-ground-raised);
    box-shadow: 0 0 0 1px var(--lectern-reader);
  }
  .themes {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--lectern-space-1);
    margin-block: var(--lectern-space-2) var(--lectern-space-1);
    /* The swatch has a theme of its own; the ring is of the theme around it. */
    --lectern-chosen: var(--lectern-reader);
  }
  .swatch {
    position: relative;
    display: grid;
    gap: var(--lectern-space-half);
    text-align: center;
  }
  .swatch__page {
    display: grid;
    place-items: center;
    block-size: 2.5rem;
    border: var(--lectern-hairline) solid var(--lectern-rule-strong);
    border-radius: var(--lectern-radius-2);
    background: var(--lectern-ground);
    color: var(--lectern-ink);
    font: var(--lectern-type-label) / 1 var(--lectern-serif);
  }
  .swatch__name {
    font-size: var(--lectern-type-2xs);
    line-height: 1rem;
  }
  .swatch input:checked + .swatch__page {
    outline: 2px solid var(--lectern-chosen);
    outline-offset: 1px;
  }
  .restore {
    margin-block-start: var(--lectern-space-1);
  }
  @media (width < 48rem) {
    .slide,
    .check {
      min-block-size: var(--lectern-target);
    }
    .option > span {
      block-size: var(--lectern-target);
    }
  }
  @media (forced-colors: active) {
    .slide input {
      appearance: auto;
      block-size: auto;
    }
    .option input:checked + span {
      outline: 2px solid Highlight;
    }
  }
`;
