import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ToastAction } from '../lib/fire.ts';
import { base } from '../styles/base.styles.ts';

const stay = 5000;
/** What can be taken back can be so for longer. */
const stayWithAction = 10_000;

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
  @state() private action: ToastAction | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(message: string, action: ToastAction | null = null): void {
    this.message = message;
    this.action = action;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), action === null ? stay : stayWithAction);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): unknown {
    return html`<div role="status">${this.message === '' ? nothing : html`<p>${this.message}${this.#act()}</p>`}</div>`;
  }

  #act(): unknown {
    const { action } = this;
    if (action === null) return nothing;
    return html` <button
      class="link"
      @click=${() => {
        this.#hide();
        action.run();
      }}
    >
      ${action.label}
    </button>`;
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.message = '';
    this.action = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-toast': LecternToast;
  }
}
