import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '../styles/base.styles.ts';

const stay = 5000;

/** One sentence at the foot of the window, read out politely. The newest replaces the one before. */
@customElement('lectern-toast')
export class LecternToast extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset-block-end: var(--lectern-space-3);
        inset-inline: var(--lectern-space-2);
        display: grid;
        justify-items: center;
        z-index: var(--lectern-z-toast);
        pointer-events: none;
      }
      p {
        max-inline-size: 32rem;
        padding: 0.625rem var(--lectern-space-2);
        border: var(--lectern-hairline) solid var(--lectern-rule);
        border-radius: var(--lectern-radius-3);
        background: var(--lectern-ground-raised);
        color: var(--lectern-ink);
        box-shadow: var(--lectern-shadow);
        pointer-events: auto;
      }
      @media (width < 48rem) {
        :host {
          inset-block-end: 4.5rem;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @state() private message = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(message: string): void {
    this.message = message;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.message = ''), stay);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): unknown {
    return html`<div role="status">${this.message === '' ? nothing : html`<p>${this.message}</p>`}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-toast': LecternToast;
  }
}
