import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** How far a piece of work is: a line in the reader's blue, which breathes while that is not known. */
@customElement('lectern-import-bar')
export class LecternImportBar extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding-block-start: var(--lectern-space-1);
    }
    progress {
      appearance: none;
      display: block;
      inline-size: 100%;
      block-size: 4px;
      border: 0;
      border-radius: var(--lectern-radius-1);
      overflow: hidden;
      background: var(--lectern-rule);
    }
    progress::-webkit-progress-bar {
      background: var(--lectern-rule);
    }
    progress::-webkit-progress-value {
      background: var(--lectern-reader);
      transition: inline-size var(--lectern-duration-3) var(--lectern-ease);
    }
    progress:indeterminate {
      background: var(--lectern-reader);
      animation: breathe var(--lectern-duration-breathe) ease-in-out infinite;
    }
    progress:indeterminate::-webkit-progress-bar {
      background: var(--lectern-reader);
    }
    @keyframes breathe {
      50% {
        opacity: 0.35;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      progress:indeterminate {
        animation: none;
        opacity: 0.6;
      }
    }
    @media (forced-colors: active) {
      progress {
        appearance: auto;
      }
    }
  `;

  @property() label = '';
  /** 0 to 1; null if it is not known. */
  @property({ type: Number }) value: number | null = null;

  override render(): unknown {
    return this.value === null
      ? html`<progress aria-label=${this.label || nothing}></progress>`
      : html`<progress max="1" .value=${this.value} aria-label=${this.label || nothing}></progress>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-bar': LecternImportBar;
  }
}
