/** The story's pane: bar, reading line, the page that scrolls. The pane is the container that everything in it asks. */
import { css } from 'lit';

export const storyStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    container-type: inline-size;
  }
  .pane {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    timeline-scope: --story;
  }
  /* The paper's ink is the paper's: what the reader saved is printed in the reader's. */
  .pane[data-own] {
    --lectern-publication: var(--lectern-reader);
    --lectern-on-publication: var(--lectern-on-reader);
    --lectern-publication-wash: var(--lectern-reader-wash);
  }
  .top {
    position: relative;
    flex: none;
    z-index: var(--lectern-z-bar);
  }
  .readline {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: 2px;
    background: var(--lectern-publication);
    transform-origin: 0 50%;
    transform: scaleX(0);
    z-index: var(--lectern-z-progress);
    pointer-events: none;
    animation: read linear both;
    animation-timeline: --story;
    animation-range: contain 0% contain 100%;
  }
  :host(:dir(rtl)) .readline {
    transform-origin: 100% 50%;
  }
  @keyframes read {
    from {
      transform: scaleX(0);
    }
    to {
      transform: scaleX(1);
    }
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-inline: hidden;
    overflow-block: auto;
    outline: 0;
    scrollbar-width: thin;
    scrollbar-color: var(--lectern-rule-strong) transparent;
  }
  .page,
  lectern-after {
    inline-size: min(100% - 2 * var(--lectern-space-5), var(--lectern-measure) + var(--lectern-margin-notes));
    margin-inline: auto;
  }
  .waiting lectern-loading {
    margin-inline: calc(-1 * var(--lectern-space-4));
  }
  .scroll > lectern-error {
    min-block-size: 100%;
  }
  .read {
    padding-block-start: var(--lectern-space-4);
    view-timeline: --story block;
  }
  @container (inline-size < 52rem) {
    .page,
    lectern-after {
      inline-size: min(100% - 2 * var(--lectern-space-3), var(--lectern-measure));
    }
  }
  @media (width < 48rem) {
    .page,
    lectern-after {
      inline-size: calc(100% - 2.5rem);
    }
    .read {
      padding-block-start: var(--lectern-space-3);
    }
  }
  @media print {
    :host,
    .pane {
      display: block;
      block-size: auto;
      container-type: normal;
    }
    .top,
    lectern-after,
    lectern-story-find,
    lectern-story-places {
      display: none;
    }
    .scroll {
      overflow: visible;
    }
    .page {
      inline-size: auto;
    }
    .read {
      padding: 0;
    }
  }
`;
