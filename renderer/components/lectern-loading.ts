import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';

type Line = 'picture' | 'kicker' | 'head' | 'head-short' | 'by' | 'line' | 'mid' | 'short';

const front: readonly (readonly Line[])[] = [
  ['by', 'line', 'mid', 'line', 'short', 'line', 'mid', 'line', 'short'],
  ['picture', 'kicker', 'head', 'head-short', 'line', 'line', 'short'],
  ['by', 'line', 'mid', 'line', 'short'],
];

const shapes: Record<'story' | 'list', readonly Line[]> = {
  story: ['kicker', 'head', 'head-short', 'by', 'line', 'line', 'line', 'short', 'line', 'mid'],
  list: ['mid', 'by', 'line', 'by', 'mid', 'by', 'line', 'by'],
};

/** Keeps the shape of what is to come, and breathes. Shows only once waiting is felt. */
@customElement('lectern-loading')
export class LecternLoading extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .skeleton {
        display: grid;
        gap: var(--lectern-space-1);
        max-inline-size: var(--lectern-measure);
        padding: var(--lectern-space-3) var(--lectern-space-4);
        opacity: 0;
        animation:
          appear var(--lectern-duration-2) var(--lectern-ease) 200ms forwards,
          breathe var(--lectern-duration-breathe) ease-in-out 600ms infinite;
      }
      span {
        display: block;
        block-size: 0.75rem;
        border-radius: var(--lectern-radius-1);
        background: var(--lectern-rule);
        opacity: 0.7;
      }
      .kicker {
        inline-size: 18%;
      }
      .head,
      .head-short {
        block-size: 1.75rem;
        inline-size: 92%;
      }
      .head-short {
        inline-size: 56%;
      }
      .by {
        inline-size: 34%;
        margin-block-end: var(--lectern-space-2);
      }
      .mid {
        inline-size: 80%;
      }
      .short {
        inline-size: 62%;
        margin-block-end: var(--lectern-space-1);
      }
      .skeleton--front {
        max-inline-size: none;
        padding: var(--lectern-space-1) 0;
      }
      .name {
        inline-size: 21rem;
        max-inline-size: 80%;
        block-size: 5rem;
        margin: var(--lectern-space-1) auto var(--lectern-space-8);
      }
      .columns {
        display: grid;
        grid-template-columns: 13.5rem minmax(0, 1fr) 14.5rem;
        column-gap: var(--lectern-space-6);
      }
      .columns > div {
        display: grid;
        align-content: start;
        gap: var(--lectern-space-1);
      }
      .picture {
        block-size: auto;
        aspect-ratio: 2.4;
        margin-block-end: var(--lectern-space-2);
      }
      @media (width < 80rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .columns > div:not(:nth-child(2)) {
          display: none;
        }
      }
      @keyframes appear {
        to {
          opacity: 1;
        }
      }
      @keyframes breathe {
        50% {
          opacity: 0.55;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .skeleton {
          animation: appear 1ms 200ms forwards;
        }
      }
    `,
  ];

  /** What is being waited for: "Opening the story". */
  @property() label = 'Opening';
  @property() shape: keyof typeof shapes | 'front' = 'story';

  override render(): unknown {
    return html`<div class=${this.shape === 'front' ? 'skeleton skeleton--front' : 'skeleton'} role="status">
      <p class="vh">${this.label}</p>
      ${this.shape === 'front' ? this.#front() : lines(shapes[this.shape])}
    </div>`;
  }

  #front(): unknown {
    return html`<span class="name"></span>
      <div class="columns">${front.map((column) => html`<div>${lines(column)}</div>`)}</div>`;
  }
}

function lines(kinds: readonly Line[]): unknown {
  return kinds.map((kind) => html`<span class=${kind}></span>`);
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-loading': LecternLoading;
  }
}
