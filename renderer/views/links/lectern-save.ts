import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { messageOf } from '../../lib/message-of.ts';
import { navigate } from '../../state/navigate.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { addressIn } from './pasted-address.ts';
import { saveLink } from './save-link.ts';

/**
 * Where a bookmarklet leads. Any page could lead here as well, so nothing is saved, nor asked of the network, before the
 * reader has seen what it is and said so.
 */
@customElement('lectern-save')
export class LecternSave extends LitElement {
  static override styles = [
    base,
    page,
    css`
      .what {
        display: grid;
        gap: var(--lectern-space-half);
        padding-block: var(--lectern-space-3);
      }
      .name {
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
      }
      .address,
      .trouble {
        overflow-wrap: anywhere;
      }
      .trouble {
        padding-block-end: var(--lectern-space-2);
        color: var(--lectern-danger);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1);
      }
    `,
  ];

  @property() url = '';
  @property() heading = '';

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private trouble = '';
  @query('.page') private readonly scroller!: HTMLElement;

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  async #save(address: string): Promise<void> {
    try {
      navigate(storyHref(await saveLink(this, this.client, address, this.heading)));
    } catch (error) {
      this.trouble = messageOf(error);
    }
  }

  override render(): unknown {
    const address = addressIn(this.url);
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title">Save this page?</h1>
      ${
        address === null
          ? html`<p class="what">There is no address of a page here, so there is nothing to save.</p>
              <a class="button" href="#/library">To the library</a>`
          : this.#offer(address)
      }
    </div>`;
  }

  #offer(address: string): unknown {
    return html`<div class="what">
        ${this.heading === '' ? nothing : html`<p class="name" dir="auto">${this.heading}</p>`}
        <p class="meta address">${address}</p>
      </div>
      ${this.trouble === '' ? nothing : html`<p class="trouble" role="alert">${this.trouble}</p>`}
      <div class="acts">
        <button class="button button--main" @click=${() => void this.#save(address)}>Save it</button>
        <a class="button button--quiet" href="#/">Leave it</a>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-save': LecternSave;
  }
}
