import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { base } from '../../styles/base.styles.ts';

/** The list of subscriptions, in from another reader and out to one. */
@customElement('lectern-feed-subscriptions')
export class LecternFeedSubscriptions extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding-block-start: var(--lectern-space-6);
      }
      p {
        padding-block: var(--lectern-space-half) var(--lectern-space-2);
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-sm);
        line-height: var(--lectern-lead-sm);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1) var(--lectern-space-2);
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  @query('input') private readonly file!: HTMLInputElement;

  async #take(): Promise<void> {
    const [given] = this.file.files ?? [];
    this.file.value = '';
    if (given === undefined) return;
    try {
      const { added, there, refused } = await this.client['feeds.importOpml']({ content: await given.text() });
      const parts = [
        `${count(added, 'feed is', 'feeds are')} followed now`,
        ...(there === 0 ? [] : [`${there} were before`]),
        ...(refused.length === 0 ? [] : [`${count(refused.length, 'line was', 'lines were')} no address of a feed`]),
      ];
      fire(this, 'lectern-toast', { message: `${parts.join(', ')}.` });
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  async #give(): Promise<void> {
    try {
      const { fileName, content } = await this.client['feeds.exportOpml']({});
      this.desk.saveFile(fileName, 'text/x-opml', content);
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  override render(): unknown {
    return html`<section aria-labelledby="subscriptions">
      <h2 class="label" id="subscriptions">Subscriptions</h2>
      <p>As OPML, which every reader of feeds understands: names, addresses and folders.</p>
      <div class="acts">
        <button class="button" @click=${() => this.file.click()}>
          <lectern-icon name="import"></lectern-icon>Take a list in
        </button>
        <button class="button" @click=${() => void this.#give()}>
          <lectern-icon name="download"></lectern-icon>Save the list
        </button>
      </div>
      <input
        type="file"
        accept=".opml,.xml,text/x-opml"
        aria-label="List of subscriptions"
        hidden
        @change=${() => void this.#take()}
      />
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-subscriptions': LecternFeedSubscriptions;
  }
}
