import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Article } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { base } from '../../styles/base.styles.ts';

/** Under the head of an article that is not whole: the way to fetch what is missing, and how far that is. */
@customElement('lectern-story-fetch')
export class LecternStoryFetch extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lectern-space-1) var(--lectern-space-2);
        padding-block-start: var(--lectern-space-2);
      }
      p {
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #link = new ImportsWatch(
    this,
    async (client) => ({
      link: (await client['links.get']({ id: this.article.id })).link,
      status: await client['links.status']({}),
      isOfFeed: (await client['feeds.page']({ article: this.article.id })).page?.isOffered === true,
    }),
    'links.changed',
  );

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('article') as Article | undefined; // what Lit keeps of the property
    if (before !== undefined && before.id !== this.article.id) this.#link.renew();
  }

  async #fetch(): Promise<void> {
    const ids = [this.article.id];
    try {
      await (this.article.saved?.isLink === true
        ? this.client['links.fetch']({ ids })
        : this.client['links.completePictures']({ ids }));
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
    this.#link.again();
  }

  override render(): unknown {
    const { saved } = this.article;
    const state = this.#link.value;
    if (saved === null || state === undefined) return nothing;
    const { link, status, isOfFeed } = state;
    // It has a way of its own to its page, by which it stays in its feed.
    if (isOfFeed && saved.isLink) return nothing;
    const isUnderWay = link !== null && ['queued', 'fetching', 'waiting'].includes(link.state);
    if (isUnderWay && link.state !== 'waiting') {
      const said =
        status.network === 'offline'
          ? 'There is no network. It is fetched when there is one.'
          : status.network === 'off'
            ? 'The network is switched off in the settings.'
            : status.paused
              ? 'Fetching is paused.'
              : saved.isLink
                ? 'The page is being fetched.'
                : 'The pictures are being fetched.';
      return html`<p role="status">${said}</p>`;
    }
    return html`<button class="button" @click=${() => void this.#fetch()}>
        ${saved.isLink ? 'Fetch this page' : 'Fetch the missing pictures'}
      </button>
      ${link === null || link.message === '' ? nothing : html`<p role="status">${link.message}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-fetch': LecternStoryFetch;
  }
}
