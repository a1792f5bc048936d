import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { FoundFeed } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { feedsContext, noFeeds, type FollowedFeeds } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import { form } from './form.styles.ts';

/**
 * An address, and what is found there to be followed. Without a network the address is followed as it stands.
 *
 * @event lectern-close - a feed is followed
 */
@customElement('lectern-feed-subscribe')
export class LecternFeedSubscribe extends LitElement {
  static override styles = [base, form];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: feedsContext, subscribe: true }) @state() private feeds: FollowedFeeds = noFeeds;
  @state() private found: readonly FoundFeed[] | null = null;
  @state() private isLooking = false;
  @state() private fault = '';

  @query('#address') private readonly address!: HTMLInputElement;
  @query('#folder') private readonly folder!: HTMLInputElement;
  @query('#private') private readonly isPrivate!: HTMLInputElement;

  override firstUpdated(): void {
    this.address.focus();
  }

  async #look(event: Event): Promise<void> {
    event.preventDefault();
    const url = this.address.value.trim();
    if (url === '' || this.isLooking) return;
    this.fault = '';
    if (!this.feeds.isOnline) {
      await this.#follow(url);
      return;
    }
    this.isLooking = true;
    this.found = null;
    try {
      const { items } = await this.client['feeds.discover']({ url, allowPrivate: this.isPrivate.checked });
      this.found = items;
    } catch (error) {
      this.fault = messageOf(error);
    } finally {
      this.isLooking = false;
    }
  }

  async #follow(url: string): Promise<void> {
    try {
      const folder = this.folder.value.trim();
      const feed = await this.client['feeds.subscribe']({ url, folder, allowPrivate: this.isPrivate.checked });
      fire(this, 'lectern-toast', { message: `You follow “${feed.title}” now.` });
      fire(this, 'lectern-close', null);
    } catch (error) {
      this.fault = messageOf(error);
    }
  }

  override render(): unknown {
    const folders = [...new Set(this.feeds.items.map(({ folder }) => folder))].filter((folder) => folder !== '');
    return html`<form aria-label="Follow a feed" @submit=${this.#look}>
      <h2>Follow a feed</h2>
      <div class="field">
        <label class="field__label" for="address">Address of a site or a feed</label>
        <input id="address" type="text" inputmode="url" autocomplete="off" placeholder="example.org" required />
      </div>
      <div class="field">
        <label class="field__label" for="folder">Folder</label>
        <input id="folder" type="text" list="folders" maxlength="200" autocomplete="off" />
        <datalist id="folders">${folders.map((folder) => html`<option value=${folder}></option>`)}</datalist>
      </div>
      <label class="check"><input id="private" type="checkbox" /> It is on this machine or its own network</label>
      <div class="ends">
        <button class="button button--main" ?disabled=${this.isLooking}>
          ${this.isLooking ? 'Looking…' : this.feeds.isOnline ? 'Look for feeds' : 'Follow, and ask later'}
        </button>
      </div>
      <div role="status">${this.fault === '' ? this.#results() : html`<p class="fault">${this.fault}</p>`}</div>
    </form>`;
  }

  #results(): unknown {
    if (!this.feeds.isOnline)
      return html`<p class="hint">The network is switched off, so the address is taken at its word.</p>`;
    if (this.found === null) return nothing;
    if (this.found.length === 0)
      return html`<p class="hint">No feed was found there. If you know its own address, give that.</p>`;
    return html`<ul class="found" aria-label="Feeds found">
      ${this.found.map(
        ({ url, title, kind, items, isFollowed }) =>
          html`<li>
            <div>
              <p class="name" dir="auto">${title === '' ? url : title}</p>
              <p class="meta nums">
                ${kind}${items === null ? '' : `, ${count(items, 'article', 'articles')}`} · ${url}
              </p>
            </div>
            <button
              type="button"
              class="button"
              ?disabled=${isFollowed}
              aria-label="Follow ${title === '' ? url : title}"
              @click=${() => void this.#follow(url)}
            >
              ${isFollowed ? 'Followed' : 'Follow'}
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-subscribe': LecternFeedSubscribe;
  }
}
