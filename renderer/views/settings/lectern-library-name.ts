import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
import { libraryDialogStyles } from './lectern-libraries.styles.ts';

/**
 * Asks for a library's new name.
 *
 * @event lectern-named - the reader gave one
 * @event lectern-close - the reader thought better of it
 */
@customElement('lectern-library-name')
export class LecternLibraryName extends LitElement {
  static override styles = [base, libraryDialogStyles];

  @property() name = '';
  /** Why the name was not taken. */
  @property() fault: string | null = null;
  @property({ type: Boolean }) busy = false;

  @query('input') private readonly field!: HTMLInputElement;

  override focus(): void {
    this.field.select();
  }

  override render(): unknown {
    return html`<form @submit=${this.#submit}>
      <h2>Rename the library</h2>
      <label class="field"
        ><span class="field__label">Name</span>
        <input type="text" .value=${this.name} maxlength="60" required dir="auto" />
      </label>
      <p class="said">Its folder keeps the name that it has.</p>
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <p class="acts">
        <button type="button" class="button button--quiet" @click=${() => fire(this, 'lectern-close', null)}>
          Cancel
        </button>
        <button class="button button--main" ?disabled=${this.busy}>Rename</button>
      </p>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    fire(this, 'lectern-named', { name: this.field.value });
  }
}

declare global {
  interface HTMLElementEventMap {
    'lectern-named': CustomEvent<{ name: string }>;
  }
  interface HTMLElementTagNameMap {
    'lectern-library-name': LecternLibraryName;
  }
}
