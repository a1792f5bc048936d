import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Feed } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { navigate } from '../../state/navigate.ts';
import { base } from '../../styles/base.styles.ts';
import { form } from './form.styles.ts';
import './lectern-feed-rules.ts';
import type { LecternFeedRules } from './lectern-feed-rules.ts';

/**
 * One feed: its name, its folder, what is taken of it, and its end.
 *
 * @event lectern-close - saved or removed
 */
@customElement('lectern-feed-settings')
export class LecternFeedSettings extends LitElement {
  static override styles = [base, form];

  @property({ attribute: false }) feed!: Feed;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private fault = '';
  @state() private isEnding = false;

  @query('form') private readonly form!: HTMLFormElement;
  @query('lectern-feed-rules') private readonly rules!: LecternFeedRules;

  #text(name: string): string {
    const value = new FormData(this.form).get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      const state =
        this.feed.state === 'gone' ? {} : ({ state: this.#text('paused') === '' ? 'active' : 'paused' } as const);
      await this.client['feeds.edit']({
        id: this.feed.id,
        ...(this.#text('title') === this.feed.title ? {} : { title: this.#text('title') }),
        folder: this.#text('folder'),
        fullPages: this.#text('fullPages') !== '',
        rules: this.rules.value,
        ...state,
      });
      fire(this, 'lectern-close', null);
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  async #remove(articles: 'trash' | 'archive'): Promise<void> {
    const { client } = this;
    const { id, title } = this.feed;
    // The element that asked is gone by the time that the reader wants it back.
    const app = document.querySelector('lectern-app') ?? this;
    try {
      await client['feeds.remove']({ id, articles });
      navigate('#/feeds');
      const run = () => {
        client['feeds.restore']({ id }).catch((error: unknown) => {
          fire(app, 'lectern-toast', { message: messageOf(error) });
        });
      };
      fire(app, 'lectern-toast', { message: `“${title}” is not followed any more.`, action: { label: 'Undo', run } });
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  override render(): unknown {
    const { id, title, folder, url, rules, state, fullPages } = this.feed;
    return html`<form aria-label="Settings of the feed" @submit=${this.#save}>
      <h2 dir="auto">${title}</h2>
      <p class="hint">${url}</p>
      <div class="two">${this.#field('title', 'Name', title)} ${this.#field('folder', 'Folder', folder)}</div>
      <lectern-feed-rules .feedId=${id} .rules=${rules}></lectern-feed-rules>
      <label class="check"
        ><input name="fullPages" type="checkbox" .checked=${fullPages} /> Fetch the full page of each item</label
      >
      <p class="hint">
        For feeds that bring only a beginning: the pages come in the background, those not read yet too, one after the
        other, and as far as the site lets programs in. Where a page does not come or has less, the text of the feed
        stays.
      </p>
      ${
        state === 'gone'
          ? nothing
          : html`<label class="check"
              ><input name="paused" type="checkbox" .checked=${state === 'paused'} /> Pause: ask it only by hand</label
            >`
      }
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <div class="ends">
        ${
          this.isEnding
            ? html`<p class="hint">What you kept stays. What you did not keep:</p>
                <button type="button" class="button" @click=${() => void this.#remove('trash')}>To the trash</button>
                <button type="button" class="button" @click=${() => void this.#remove('archive')}>
                  To the archive
                </button>
                <button type="button" class="button button--quiet" @click=${() => (this.isEnding = false)}>
                  Back
                </button>`
            : html`<button class="button button--main">Save</button>
                <button type="button" class="act act--danger" @click=${() => (this.isEnding = true)}>
                  Stop following…
                </button>`
        }
      </div>
    </form>`;
  }

  #field(name: string, label: string, value: string): unknown {
    return html`<label class="field"
      ><span class="field__label">${label}</span><input name=${name} .value=${value} autocomplete="off"
    /></label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-settings': LecternFeedSettings;
  }
}
