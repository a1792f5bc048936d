import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Feed } from '../../main/contract/feed-entities.ts';
import '../lib/icons/lectern-icon.ts';
import { feedsContext, noFeeds, routeContext, type FollowedFeeds } from '../state/contexts.ts';
import { listHref, type Route } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import { railStyles } from './lectern-rail.styles.ts';
import { currentPlace, feedFolders } from './rail-entries.ts';

const grouped = new Intl.NumberFormat('en-GB');

/** The feeds in the rail, by folder, with what is unread of each; those in trouble say so. */
@customElement('lectern-rail-feeds')
export class LecternRailFeeds extends LitElement {
  static override styles = [
    base,
    railStyles,
    css`
      .rail__item {
        --lectern-icon: 0.875rem;
      }
      .rail__item--in {
        padding-inline-start: var(--lectern-space-4);
      }
      .trouble {
        color: var(--lectern-warn);
      }
      .folder {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-1);
        min-block-size: 1.75rem;
        padding-inline: var(--lectern-space-1);
        color: var(--lectern-ink-2);
        --lectern-icon: 0.875rem;
      }
      .folder span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      :host([wide]) .rail__head {
        margin-block-start: var(--lectern-space-2);
        padding-inline: 0;
      }
      :host([wide]) :is(.rail__item, .folder) {
        display: flex;
        min-block-size: var(--lectern-target);
        padding-inline: 0;
      }
      :host([wide]) .rail__item--in {
        padding-inline-start: var(--lectern-space-3);
      }
      :host([wide]) .rail__label {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }
      :host([wide]) .rail__count {
        display: inline;
      }
    `,
  ];

  /** For fingers, where the rail is a foot bar and this stands in a sheet. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: feedsContext, subscribe: true }) @state() private feeds: FollowedFeeds = noFeeds;

  override render(): unknown {
    const { items } = this.feeds;
    if (items.length === 0) return nothing;
    return html`<h2 class="rail__head">Feeds</h2>
      ${feedFolders(items).map(({ folder, feeds }) =>
        folder === ''
          ? html`<ul class="rail__group" aria-label="Feeds">
              ${this.#rows(feeds, false)}
            </ul>`
          : html`<p class="folder"><lectern-icon name="folder"></lectern-icon><span dir="auto">${folder}</span></p>
              <ul class="rail__group" aria-label=${folder}>
                ${this.#rows(feeds, true)}
              </ul>`,
      )}`;
  }

  #rows(feeds: readonly Feed[], isInFolder: boolean): unknown {
    return repeat(
      feeds,
      ({ id }) => id,
      (feed) => html`<li>${this.#row(feed, isInFolder)}</li>`,
    );
  }

  #row({ id, title, unread, failure, url }: Feed, isInFolder: boolean): unknown {
    const href = listHref({ kind: 'feed', id });
    const said = [
      ...(unread === 0 ? [] : [`${grouped.format(unread)} unread`]),
      ...(failure === null ? [] : [failure]),
    ];
    return html`<a
      class="rail__item rail__item--bare ${isInFolder ? 'rail__item--in' : ''}"
      href=${href}
      title=${url}
      aria-description=${said.length === 0 ? nothing : said.join('. ')}
      aria-current=${href === currentPlace(this.route) ? 'page' : nothing}
      >${
        failure === null
          ? html`<lectern-icon name="rss"></lectern-icon>`
          : html`<lectern-icon class="trouble" name="triangle-alert"></lectern-icon>`
      }<span class="rail__label" dir="auto">${title}</span>${
        unread === 0 ? nothing : html`<span class="rail__count" aria-hidden="true">${grouped.format(unread)}</span>`
      }</a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rail-feeds': LecternRailFeeds;
  }
}
