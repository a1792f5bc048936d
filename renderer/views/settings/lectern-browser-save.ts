import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Settings } from '../../../main/contract/entities.ts';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
import { bookmarklets } from './bookmarklets.ts';

/**
 * The network, and bookmarks for a browser that save the page one is on. Our policy lets no `javascript:` address stand in
 * the window, so a bookmarklet is copied, and kept as the address of a new bookmark.
 */
@customElement('lectern-browser-save')
export class LecternBrowserSave extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--lectern-space-2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-1);
      }
      p {
        max-inline-size: var(--lectern-measure);
        color: var(--lectern-ink-2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1);
      }
    `,
  ];

  @property({ attribute: false }) settings!: Settings;

  async #copy(code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    fire(this, 'lectern-toast', { message: 'Copied. Make a bookmark in your browser, and paste it as the address.' });
  }

  override render(): unknown {
    const isOn = this.settings.network === 'online';
    return html`<label
        ><input
          type="checkbox"
          .checked=${isOn}
          @change=${() => fire(this, 'lectern-change-settings', { patch: { network: isOn ? 'off' : 'online' } })}
        />
        Fetch the links that I save and the feeds that I follow</label
      >
      <p>
        Nothing else is ever asked of the network, and nothing about you is sent.
        <a class="link" href="#/links">Where the links are</a>
      </p>
      <p>
        To save the page that you are on in a browser, make a bookmark there whose address is one of these, and press it
        on the page.
      </p>
      <div class="acts">
        ${bookmarklets(window.location).map(
          ({ label, code }) => html`<button class="button" @click=${() => void this.#copy(code)}>${label}</button>`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-browser-save': LecternBrowserSave;
  }
}
