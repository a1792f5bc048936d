import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';

type Line = 'kicker' | 'head' | 'head-short' | 'by' | 'line' | 'mid' | 'short';

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
  @property() shape: keyof typeof shapes = 'story';

  override render(): unknown {
    return html`<div class="skeleton" role="status">
      <span class="vh">${this.label}</span>${shapes[this.shape].map((line) => html`<span class=${line}></span>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-loading': LecternLoading;
  }
}
