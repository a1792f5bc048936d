import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Feed, FeedScope } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-dialog.ts';
import '../../components/lectern-empty.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { feedsContext, noFeeds, type FollowedFeeds } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { passWords, stateWords } from './feed-words.ts';
import './lectern-feed-items.ts';
import './lectern-feed-rules-for-all.ts';
import './lectern-feed-settings.ts';
import './lectern-feed-subscribe.ts';
import './lectern-feed-subscriptions.ts';
import { feedsStyles } from './lectern-feeds.styles.ts';

const everything: FeedScope = {};

/** What the feeds brought, of one of them or of all; where they are added, asked for news, and looked after. */
@customElement('lectern-feeds')
export class LecternFeeds extends LitElement {
  static override styles = [base, page, feedsStyles];

  /** Null for all. */
  @property({ attribute: false }) feedId: string | null = null;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: feedsContext, subscribe: true }) @state() private feeds: FollowedFeeds = noFeeds;
  @state() private dialog: 'none' | 'subscribe' | 'settings' | 'rules' = 'none';
  @state() private unreadOnly = false;
  @state() private revision = 0;

  @query('.page') private readonly scroller!: HTMLElement;

  #lastScope: { feed: string } | null = null;

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('feeds')) this.revision += 1;
    if (changed.has('feedId')) this.dialog = 'none';
  }

  get #feed(): Feed | null {
    return this.feeds.items.find(({ id }) => id === this.feedId) ?? null;
  }

  async #try(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  async #refresh(): Promise<void> {
    const ids = this.feedId === null ? {} : { ids: [this.feedId] };
    await this.#try(() => this.client['feeds.refresh'](ids));
  }

  async #readAll(): Promise<void> {
    await this.#try(async () => {
      const scope = this.feedId === null ? {} : { feed: this.feedId };
      const { items } = await this.client['feeds.markRead']({ scope, read: true });
      if (items.length === 0) return;
      const run = () => void this.#try(() => this.client['feeds.markRead']({ items, read: false }));
      const message = `${count(items.length, 'article is', 'articles are')} marked as read.`;
      fire(this, 'lectern-toast', { message, action: { label: 'Undo', run } });
    });
  }

  override render(): unknown {
    const { items } = this.feeds;
    const feed = this.#feed;
    return html`<div class="page" tabindex="-1">
      <h1 class="page__title" dir="auto">${feed?.title ?? 'Feeds'}</h1>
      ${this.feedId !== null && feed === null && items.length > 0 ? this.#missing() : this.#whole(feed)}
      <lectern-dialog
        label="Follow a feed"
        ?open=${this.dialog === 'subscribe'}
        @lectern-close=${() => (this.dialog = 'none')}
      >
        ${
          this.dialog === 'subscribe'
            ? html`<lectern-feed-subscribe @lectern-close=${() => (this.dialog = 'none')}></lectern-feed-subscribe>`
            : nothing
        }
      </lectern-dialog>
      <lectern-dialog
        label="Rules for all feeds"
        ?open=${this.dialog === 'rules'}
        @lectern-close=${() => (this.dialog = 'none')}
      >
        ${this.dialog === 'rules' ? html`<lectern-feed-rules-for-all></lectern-feed-rules-for-all>` : nothing}
      </lectern-dialog>
      <lectern-dialog
        label="Settings of the feed"
        ?open=${this.dialog === 'settings'}
        @lectern-close=${() => (this.dialog = 'none')}
      >
        ${
          this.dialog === 'settings' && feed !== null
            ? html`<lectern-feed-settings .feed=${feed}></lectern-feed-settings>`
            : nothing
        }
      </lectern-dialog>
    </div>`;
  }

  #missing(): unknown {
    return html`<lectern-empty heading="This feed is not followed">
      <p>It may have been removed since you were led here.</p>
      <a slot="actions" class="button" href="#/feeds">All feeds</a>
    </lectern-empty>`;
  }

  #whole(feed: Feed | null): unknown {
    const { items, unread } = this.feeds;
    if (items.length === 0) {
      return html`<p class="page__stand">What sites publish comes to you, and stays on this device.</p>
        ${this.#offline()}
        <lectern-empty heading="You follow no feed yet">
          <p>
            Give the address of a site: if it has a feed, it is found. Nothing comes into your library but what you
            keep.
          </p>
          <button slot="actions" class="button button--main" @click=${() => (this.dialog = 'subscribe')}>
            Follow a feed
          </button>
        </lectern-empty>
        <lectern-feed-subscriptions></lectern-feed-subscriptions>`;
    }
    const names = feed === null ? new Map(items.map(({ id, title }) => [id, title])) : null;
    return html`<p class="page__stand">
        ${feed === null ? `${count(items.length, 'feed', 'feeds')}, ` : ''}${feed?.unread ?? unread} unread
      </p>
      ${this.#offline()} ${feed === null ? this.#troubled() : this.#state(feed)} ${this.#acts(feed)}
      <lectern-feed-items
        .scope=${this.#scope(feed)}
        .list=${feed === null ? { kind: 'feeds' } : { kind: 'feed', id: feed.id }}
        .names=${names}
        .revision=${this.revision}
        ?unreadOnly=${this.unreadOnly}
      ></lectern-feed-items>
      ${feed === null ? html`<lectern-feed-subscriptions></lectern-feed-subscriptions>` : nothing}`;
  }

  #acts(feed: Feed | null): unknown {
    const { pass, isOnline } = this.feeds;
    const unread = feed?.unread ?? this.feeds.unread;
    return html`<div class="acts">
      ${
        pass === null
          ? html`<button class="button" ?disabled=${!isOnline} @click=${() => void this.#refresh()}>
              <lectern-icon name="rotate-cw"></lectern-icon>Refresh
            </button>`
          : html`<button class="button" @click=${() => void this.#try(() => this.client['feeds.cancelRefresh']({}))}>
                <lectern-icon name="x"></lectern-icon>Stop
              </button>
              <span class="meta nums" role="status">${passWords(pass)}</span>`
      }
      <button class="button" ?disabled=${unread === 0} @click=${() => void this.#readAll()}>
        <lectern-icon name="check"></lectern-icon>Mark all read
      </button>
      ${
        feed === null
          ? html`<button class="button" @click=${() => (this.dialog = 'subscribe')}>
                <lectern-icon name="rss"></lectern-icon>Follow a feed
              </button>
              <button class="button" @click=${() => (this.dialog = 'rules')}>
                <lectern-icon name="rows-3"></lectern-icon>Rules for all
              </button>`
          : html`<button class="button" @click=${() => (this.dialog = 'settings')}>
              <lectern-icon name="settings"></lectern-icon>Settings
            </button>`
      }
      <label class="check">
        <input type="checkbox" .checked=${this.unreadOnly} @change=${() => (this.unreadOnly = !this.unreadOnly)} />
        Unread only
      </label>
    </div>`;
  }

  #offline(): unknown {
    if (this.feeds.isOnline) return nothing;
    return html`<p class="trouble">
      <lectern-icon name="unplug"></lectern-icon>
      <span>The network is switched off: nothing is asked. What is here can be read.</span>
    </p>`;
  }

  #state(feed: Feed): unknown {
    if (feed.failure === null) return html`<p class="meta nums state">${stateWords(feed)}</p>`;
    return html`<p class="trouble nums">
      <lectern-icon name="triangle-alert"></lectern-icon><span>${stateWords(feed)}</span>
    </p>`;
  }

  #troubled(): unknown {
    const troubled = this.feeds.items.filter(({ failure }) => failure !== null);
    if (troubled.length === 0) return nothing;
    return html`<details class="troubled">
      <summary>${count(troubled.length, 'feed has', 'feeds have')} trouble</summary>
      <ul>
        ${troubled.map(
          (feed) =>
            html`<li>
              <a href="#/feeds/${feed.id}" dir="auto">${feed.title}</a
              ><span class="meta nums">${stateWords(feed)}</span>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  /** The same object for the same feed, so that the list is not asked for anew with every rendering. */
  #scope(feed: Feed | null): FeedScope {
    if (feed === null) return everything;
    if (this.#lastScope?.feed !== feed.id) this.#lastScope = { feed: feed.id };
    return this.#lastScope;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feeds': LecternFeeds;
  }
}
