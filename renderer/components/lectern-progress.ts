import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { percent } from '../lib/counts.ts';

/** How much of a story is read: a hairline in the reader's blue. */
@customElement('lectern-progress')
export class LecternProgress extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    progress {
      appearance: none;
      display: block;
      inline-size: 100%;
      block-size: 2px;
      border: 0;
      background: var(--lectern-rule);
    }
    progress::-webkit-progress-bar {
      background: var(--lectern-rule);
    }
    progress::-webkit-progress-value {
      background: var(--lectern-reader);
    }
    @media (forced-colors: active) {
      progress {
        appearance: auto;
        block-size: 0.5rem;
      }
    }
  `;

  /** 0 to 1. */
  @property({ type: Number }) value = 0;

  override render(): unknown {
    return html`<progress max="1" .value=${this.value} aria-label="${percent(this.value)} per cent read"></progress>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-progress': LecternProgress;
  }
}
