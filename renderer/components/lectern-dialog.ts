import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../lib/fire.ts';
import { base } from '../styles/base.styles.ts';

/**
 * A modal sheet over the window: the platform's own dialog, so that focus, Escape and the rest of the page are right.
 *
 * @slot - what it holds
 * @event lectern-close - the reader closed it; set `open` to false
 * @cssprop --lectern-dialog-size - width
 */
@customElement('lectern-dialog')
export class LecternDialog extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(100% - 2 * var(--lectern-space-2), var(--lectern-dialog-size, 36rem));
        max-block-size: calc(88dvh - var(--lectern-space-3));
        margin-block-start: 12dvh;
        padding: 0;
        border: var(--lectern-hairline) solid var(--lectern-rule);
        border-radius: var(--lectern-radius-3);
        background: var(--lectern-ground-raised);
        color: var(--lectern-ink);
        box-shadow: var(--lectern-shadow);
        overflow: hidden auto;
      }
      dialog::backdrop {
        background: var(--lectern-scrim);
      }
      dialog:focus-visible {
        outline: none;
      }
      @media (width < 48rem) {
        dialog {
          max-block-size: calc(100dvh - 2 * var(--lectern-space-2));
          margin-block-start: var(--lectern-space-2);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** The dialog's name. */
  @property() label = '';

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override updated(): void {
    if (this.open && !this.dialog.open) this.dialog.showModal();
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  override render(): unknown {
    return html`<dialog aria-label=${this.label} closedby="any" @close=${this.#closed}>
      <slot></slot>
    </dialog>`;
  }

  #closed(): void {
    if (this.open) fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-dialog': LecternDialog;
  }
}
