import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../../../main/contract/client.ts';
import type { FeedItem, FeedScope } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { count } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { LatestWins } from '../../lib/latest-wins.ts';
import type { ListRef } from '../../lib/list-ref.ts';
import { messageOf } from '../../lib/message-of.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { pageWords } from '../../lib/page-words.ts';
import { feedItemsStyles } from './lectern-feed-items.styles.ts';

interface Shown {
  readonly items: readonly FeedItem[];
  readonly total: number;
}

const pageSize = 50;
/** The most that the contract gives at once. */
const largestPage = 500;

/** What feeds brought, newest first: read, kept and marked where it stands. */
@customElement('lectern-feed-items')
export class LecternFeedItems extends LitElement {
  static override styles = [base, feedItemsStyles];

  @property({ attribute: false }) scope: FeedScope = {};
  /** The list that a story is opened from. */
  @property({ attribute: false }) list: ListRef = { kind: 'feeds' };
  @property({ type: Boolean }) unreadOnly = false;
  /** Titles of the feeds by their ids, where more than one is listed. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> | null = null;
  /** Rises with whatever may change the list. */
  @property({ type: Number }) revision = 0;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private shown: Shown | null = null;
  @state() private error: unknown = null;
  @state() private most = pageSize;

  readonly #ask = new LatestWins<{ scope: FeedScope; unreadOnly: boolean; most: number }, Shown>({
    ask: async ({ scope, unreadOnly, most }) => {
      const only = unreadOnly ? ({ only: 'unread' } as const) : {};
      const items: FeedItem[] = [];
      for (;;) {
        const limit = Math.min(largestPage, most - items.length);
        const page = await this.client['feeds.items']({ scope, offset: items.length, limit, ...only });
        items.push(...page.items);
        if (page.items.length < limit || items.length >= most) return { ...page, items };
      }
    },
    answered: (_, shown) => {
      this.shown = shown;
      this.error = null;
    },
    failed: (_, error) => (this.error = error),
  });

  constructor() {
    super();
    new CommandsController(this, {
      'story.next': () => this.#step(1),
      'story.previous': () => this.#step(-1),
      'list.down': () => this.#step(1),
      'list.up': () => this.#step(-1),
      'feeds.readNext': () => void this.#readAndNext(),
    });
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('scope') || changed.has('unreadOnly')) {
      this.shown = null;
      this.most = pageSize;
    }
    if (['scope', 'unreadOnly', 'revision', 'most'].some((name) => changed.has(name)))
      this.#ask.ask({ scope: this.scope, unreadOnly: this.unreadOnly, most: this.most });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ask.drop();
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('a.title')];
  }

  get #at(): number {
    const active = (this.renderRoot as ShadowRoot).activeElement?.closest('li');
    return this.#links.findIndex((link) => link.closest('li') === active);
  }

  #step(by: 1 | -1): void {
    const links = this.#links;
    const next = links[Math.min(links.length - 1, Math.max(0, this.#at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  async #readAndNext(): Promise<void> {
    const item = this.shown?.items[Math.max(0, this.#at)];
    this.#step(1);
    if (item !== undefined && !item.isRead) await this.#mark(item, true);
  }

  async #mark({ id }: FeedItem, read: boolean): Promise<void> {
    await this.#change(() => this.client['feeds.markRead']({ items: [id], read }));
  }

  async #keep({ id, isKept, title }: FeedItem): Promise<void> {
    await this.#change(() => this.client['feeds.keep']({ items: [id], keep: !isKept }));
    const message = isKept ? `“${title}” is of its feed alone again.` : `“${title}” is in your library.`;
    fire(this, 'lectern-toast', { message });
  }

  async #change(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  override render(): unknown {
    const { shown, error } = this;
    if (error !== null && shown === null) {
      return html`<lectern-error
        heading="The articles of your feeds cannot be listed"
        .error=${error}
        @lectern-retry=${() => this.requestUpdate('revision')}
      ></lectern-error>`;
    }
    if (shown === null) return html`<lectern-loading label="Opening the feeds" shape="list"></lectern-loading>`;
    if (shown.items.length === 0) {
      return html`<lectern-empty heading=${this.unreadOnly ? 'All of it is read' : 'Nothing has come yet'}>
        <p>${this.unreadOnly ? 'What is new stands here after the next refresh.' : 'Refresh, or come back later.'}</p>
      </lectern-empty>`;
    }
    const left = shown.total - shown.items.length;
    return html`${
        error === null
          ? nothing
          : html`<lectern-error
              heading="The list may be out of date"
              .error=${error}
              @lectern-retry=${() => this.requestUpdate('revision')}
            ></lectern-error>`
      }
      <ul aria-label="Articles">
        ${repeat(
          shown.items,
          ({ id }) => id,
          (item) => this.#row(item),
        )}
      </ul>
      ${
        left === 0
          ? nothing
          : html`<p class="more">
              <button
                class="button"
                @click=${() => (this.most = shown.items.length + Math.max(pageSize, shown.items.length))}
              >
                Show more
              </button>
              <span class="meta nums">${count(left, 'article', 'articles')} further down</span>
            </p>`
      }`;
  }

  #row(item: FeedItem): unknown {
    const { title, standfirst, articleId, isRead, isKept } = item;
    const keep = isKept ? 'Let go' : 'Keep';
    const mark = isRead ? 'Mark unread' : 'Mark read';
    return html`<li class=${isRead ? 'read' : nothing}>
      <span class="dot" aria-hidden="true"></span>
      <div class="text">
        <a
          class="title"
          dir="auto"
          href=${articleId === null ? nothing : storyHref(articleId, { list: this.list })}
          aria-description=${isRead ? nothing : 'unread'}
          >${title}</a
        >
        ${standfirst === '' ? nothing : html`<p class="stand" dir="auto">${standfirst}</p>`}
        <p class="meta nums">${this.#about(item)}</p>
      </div>
      <span class="acts">
        <button
          class="tool"
          aria-pressed=${isKept ? 'true' : 'false'}
          aria-label="${keep}: ${title}"
          title=${keep}
          @click=${() => void this.#keep(item)}
        >
          <lectern-icon name="library"></lectern-icon>
        </button>
        <button
          class="tool"
          aria-label="${mark}: ${title}"
          title=${mark}
          @click=${() => void this.#mark(item, !isRead)}
        >
          <lectern-icon name=${isRead ? 'undo-2' : 'check'}></lectern-icon>
        </button>
      </span>
    </li>`;
  }

  #about({ feedId, published, seenAt, author, minutes, isLink, page }: FeedItem): string {
    const name = this.names?.get(feedId) ?? '';
    const length = isLink ? 'a link, without its text' : `${minutes} min`;
    const text = page === null ? '' : pageWords(page, isLink);
    return [name, author, formatDate(published ?? seenAt, 'short'), length, text]
      .filter((part) => part !== '')
      .join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-feed-items': LecternFeedItems;
  }
}
