import { css } from 'lit';

/** Eight steps from the reader's ink to the ground: no colours of their own, in any theme. */
const steps = css`
  [data-at='0'] {
    --lectern-step: var(--lectern-reader);
  }
  [data-at='1'] {
    --lectern-step: color-mix(in oklab, var(--lectern-reader) 72%, var(--lectern-ground));
  }
  [data-at='2'] {
    --lectern-step: color-mix(in oklab, var(--lectern-reader) 52%, var(--lectern-ground));
  }
  [data-at='3'] {
    --lectern-step: color-mix(in oklab, var(--lectern-reader) 36%, var(--lectern-ground));
  }
  [data-at='4'] {
    --lectern-step: color-mix(in oklab, var(--lectern-ink) 36%, var(--lectern-ground));
  }
  [data-at='5'] {
    --lectern-step: color-mix(in oklab, var(--lectern-ink) 26%, var(--lectern-ground));
  }
  [data-at='6'] {
    --lectern-step: color-mix(in oklab, var(--lectern-ink) 18%, var(--lectern-ground));
  }
  [data-at='7'] {
    --lectern-step: color-mix(in oklab, var(--lectern-ink) 12%, var(--lectern-ground));
  }
`;

export const storageStyles = css`
  section {
    padding-block-end: var(--lectern-space-5);
  }
  .total {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--lectern-space-2);
    padding-block: var(--lectern-space-1);
    overflow-wrap: anywhere;
  }
  .total .nums {
    font: var(--lectern-weight-strong) var(--lectern-type-2xl) / var(--lectern-lead-2xl) var(--lectern-serif);
  }
  code {
    font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: var(--lectern-space-2);
    border-radius: var(--lectern-radius-1);
  }
  rect {
    fill: var(--lectern-step);
  }
  .legend {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
    gap: 0 var(--lectern-space-4);
    padding-block-start: var(--lectern-space-2);
  }
  .legend li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto 3rem;
    align-items: center;
    gap: var(--lectern-space-1);
    padding-block: var(--lectern-space-half);
  }
  .legend .meta {
    text-align: end;
  }
  .swatch {
    background: var(--lectern-step);
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: var(--lectern-radius-1);
  }
  @media (forced-colors: active) {
    .bar,
    .swatch {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
    }
  }
  ${steps}
`;
