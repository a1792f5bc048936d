/** The window's grid: rail, list, story; then rail as icons; then one pane over a foot bar. Only this asks the window. */
import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    block-size: 100dvh;
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
  }
  .notices {
    grid-column: 1 / -1;
  }
  lectern-rail {
    grid-column: 1;
    grid-row: 2;
    inline-size: var(--lectern-rail);
    min-block-size: 0;
  }
  :host([folded]) lectern-rail {
    inline-size: var(--lectern-rail-folded);
  }
  .desk {
    grid-column: 2;
    grid-row: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .desk--story {
    grid-template-columns: var(--lectern-list) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .desk--search {
    grid-template-rows: minmax(0, 1fr);
  }
  .beside {
    display: grid;
    min-block-size: 0;
    min-inline-size: 0;
    border-inline-end: var(--lectern-hairline) solid var(--lectern-rule);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
  }
  main > * {
    min-block-size: 0;
  }
  :host([folded]) .desk--story:not(.desk--typography) {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([folded]) .desk--story:not(.desk--typography) .beside,
  .desk--typography :is(lectern-list-view, lectern-library-pane) {
    display: none;
  }
  .skip {
    position: fixed;
    inset-block-start: var(--lectern-space-1);
    inset-inline-start: var(--lectern-space-1);
    z-index: var(--lectern-z-toast);
    padding: var(--lectern-space-1) var(--lectern-space-2);
    background: var(--lectern-reader);
    color: var(--lectern-on-reader);
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (width < 80rem) {
    lectern-rail {
      inline-size: var(--lectern-rail-folded);
    }
    .desk--story {
      grid-template-columns: 17rem minmax(0, 1fr);
    }
    .desk--typography {
      grid-template-columns: 18rem minmax(0, 1fr);
    }
  }
  @media (width < 48rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    .desk {
      grid-column: 1;
    }
    .desk--story,
    :host([folded]) .desk--story {
      grid-template-columns: minmax(0, 1fr);
    }
    .desk--story:not(.desk--typography) .beside {
      display: none;
    }
    .desk--typography {
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .desk--typography .beside {
      grid-row: 2;
      border-inline-end: 0;
      border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      max-block-size: 45dvh;
      overflow: hidden auto;
    }
    .desk--typography main {
      grid-row: 1;
    }
    lectern-rail,
    :host([folded]) lectern-rail {
      grid-column: 1;
      grid-row: 3;
      inline-size: auto;
    }
  }
  @media print {
    :host,
    .desk,
    main {
      display: block;
      block-size: auto;
    }
    lectern-rail,
    .notices,
    .beside {
      display: none;
    }
  }
`;
