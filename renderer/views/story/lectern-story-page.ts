import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { FeedPage } from '../../../main/contract/feed-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { pageSentence } from '../../lib/page-words.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { base } from '../../styles/base.styles.ts';

/** Under the head of an article that a feed brought: whose text it has, and the way to that of its page. */
@customElement('lectern-story-page')
export class LecternStoryPage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        row-gap: var(--lectern-space-1);
        padding-block-start: var(--lectern-space-2);
      }
      p {
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      p:not(:empty) {
        margin-inline-end: var(--lectern-space-2);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property() articleId = '';
  /** There is no text yet: the feed gave none. */
  @property({ type: Boolean }) isLink = false;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #page = new ImportsWatch(
    this,
    async (client) => ({
      page: (await client['feeds.page']({ article: this.articleId })).page,
      isOnline: (await client['links.status']({})).network === 'online',
    }),
    'links.changed',
  );

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('articleId') && changed.get('articleId') !== undefined && this.hasUpdated) this.#page.renew();
  }

  async #fetch(): Promise<void> {
    try {
      await this.client['feeds.fetchPage']({ article: this.articleId });
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.#page.again();
  }

  override render(): unknown {
    const { page = null, isOnline = true } = this.#page.value ?? {};
    if (page === null || (!page.isOffered && page.state === null)) return nothing;
    return html`<div>
      <p role="status">${pageSentence(page, { isOnline, isLink: this.isLink })}</p>
      ${this.#act(page)}
    </div>`;
  }

  #act({ shows, state, isOffered }: FeedPage): unknown {
    if (!isOffered || state === 'queued' || state === 'fetching') return nothing;
    return html`<button class="button" @click=${() => void this.#fetch()}>
      ${shows === 'page' ? 'Fetch the full page again' : 'Fetch the full page'}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-page': LecternStoryPage;
  }
}
