import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-dialog.ts';
import { messageOf } from '../../lib/message-of.ts';
import { base } from '../../styles/base.styles.ts';
import { addressIn } from './pasted-address.ts';
import { saveLink } from './save-link.ts';

/** Takes an address that is pasted, dropped or typed, anywhere in the window; tells the core when the network is back. */
@customElement('lectern-save-link')
export class LecternSaveLink extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
        --lectern-dialog-size: 34rem;
      }
      form {
        display: grid;
        gap: var(--lectern-space-2);
        padding: var(--lectern-space-3);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
      }
      label {
        display: grid;
        gap: var(--lectern-space-half);
      }
      .trouble {
        color: var(--lectern-danger);
        overflow-wrap: anywhere;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;

  @state() private isOpen = false;
  @state() private trouble = '';
  @query('input') private readonly field!: HTMLInputElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Before whoever would take the same text for an article.
    window.addEventListener('paste', this.#pasted, { capture: true });
    window.addEventListener('dragover', this.#over);
    window.addEventListener('drop', this.#dropped);
    window.addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('paste', this.#pasted, { capture: true });
    window.removeEventListener('dragover', this.#over);
    window.removeEventListener('drop', this.#dropped);
    window.removeEventListener('online', this.#online);
  }

  /** Opens the dialog, with an address in it if one is known. */
  ask(address = ''): void {
    this.isOpen = true;
    this.trouble = '';
    void this.updateComplete.then(() => {
      if (this.field === null) return;
      this.field.value = address;
      this.field.select();
    });
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
      return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    const address = addressIn(event.clipboardData?.getData('text/plain') ?? '');
    if (address === null) return;
    event.preventDefault();
    this.ask(address);
  };

  readonly #over = (event: DragEvent): void => {
    if (isOfLink(event)) event.preventDefault();
  };

  readonly #dropped = (event: DragEvent): void => {
    if (!isOfLink(event)) return;
    event.preventDefault();
    const address = addressIn(event.dataTransfer?.getData('text/uri-list').split(/\r?\n/)[0] ?? '');
    if (address !== null && URL.parse(address)?.origin !== window.location.origin) this.ask(address);
  };

  readonly #online = (): void => {
    void this.client['network.online']({});
  };

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await saveLink(this, this.client, this.field?.value ?? '');
      this.isOpen = false;
    } catch (error) {
      this.trouble = messageOf(error);
    }
  }

  override render(): unknown {
    return html`<lectern-dialog label="Save a link" ?open=${this.isOpen} @lectern-close=${() => (this.isOpen = false)}>
      ${this.isOpen ? this.#form() : nothing}
    </lectern-dialog>`;
  }

  #form(): unknown {
    return html`<form @submit=${(event: Event) => void this.#save(event)}>
      <h2>Save a link</h2>
      <label
        >Address of the page
        <input class="field" type="text" inputmode="url" autocomplete="off" spellcheck="false" required
      /></label>
      ${this.trouble === '' ? nothing : html`<p class="trouble" role="alert">${this.trouble}</p>`}
      <div class="acts">
        <button class="button button--main" type="submit">Save it</button>
        <button class="button button--quiet" type="button" @click=${() => (this.isOpen = false)}>Leave it</button>
      </div>
    </form>`;
  }
}

function isOfLink({ dataTransfer }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes('text/uri-list') && !types.includes('Files');
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-save-link': LecternSaveLink;
  }
}
