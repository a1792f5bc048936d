import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Publication, Status } from '../../main/contract/entities.ts';
import '../lib/icons/lectern-icon.ts';
import { noFeeds, type FollowedFeeds } from '../state/contexts.ts';
import { listHref } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import './lectern-rail-feeds.ts';
import './lectern-rail-searches.ts';
import './lectern-rail-shelves.ts';
import './lectern-rail-tags.ts';
import { mainEntries } from './rail-entries.ts';

/** The rest of the rail, for a window that has room for a foot bar only. */
@customElement('lectern-more')
export class LecternMore extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: var(--lectern-space-2);
      }
      h2 {
        padding-block: var(--lectern-space-2) var(--lectern-space-half);
        font: var(--lectern-weight-strong) var(--lectern-type-note) / 1.25rem var(--lectern-serif);
        font-variant-caps: all-small-caps;
        letter-spacing: var(--lectern-tracking-caps);
        color: var(--lectern-ink-2);
      }
      a {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-2);
        min-block-size: var(--lectern-target);
        color: var(--lectern-ink);
        --lectern-icon: 1.25rem;
      }
      a[aria-current] {
        color: var(--lectern-reader);
        font-weight: var(--lectern-weight-strong);
      }
      .mark {
        inline-size: 1.25rem;
        text-align: center;
        color: var(--lectern-ink-3);
      }
      .mark--section {
        font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1 var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-publication);
      }
      .meta {
        margin-inline-start: auto;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        column-gap: var(--lectern-space-3);
      }
    `,
  ];

  @property({ attribute: false }) publication: Publication | null = null;
  @property({ attribute: false }) status: Status | null = null;
  @property({ attribute: false }) feeds: FollowedFeeds = noFeeds;
  /** The address where the reader is. */
  @property() place = '';

  override render(): unknown {
    const pages = mainEntries(this.publication, this.status, this.feeds).filter(({ onNarrow }) => !onNarrow);
    return html`<nav aria-label="More">
      <ul>
        ${pages.map(({ href, icon, label, count }) =>
          this.#link(href, html`<lectern-icon name=${icon}></lectern-icon>`, label, count),
        )}
        ${this.#link('#/about', html`<lectern-icon name="book-open"></lectern-icon>`, 'About', null)}
      </ul>
      <lectern-rail-shelves wide></lectern-rail-shelves>
      <lectern-rail-tags wide></lectern-rail-tags>
      <lectern-rail-feeds wide></lectern-rail-feeds>
      <lectern-rail-searches wide></lectern-rail-searches>
      ${this.publication === null ? nothing : this.#publication(this.publication)}
    </nav>`;
  }

  #publication(publication: Publication): unknown {
    return html`<h2>${publication.name}</h2>
      <ul>
        ${publication.sections.map(({ id, name, number, count }) =>
          this.#link(
            listHref({ kind: 'section', id }),
            html`<span class="mark mark--section">${number}</span>`,
            name,
            count,
          ),
        )}
      </ul>
      <h2>Tags</h2>
      <ul class="two">
        ${publication.tags.map(({ name, count }) =>
          this.#link(
            listHref({ kind: 'tag', id: name }),
            html`<span class="mark" aria-hidden="true">#</span>`,
            name,
            count,
          ),
        )}
      </ul>`;
  }

  #link(href: string, mark: unknown, label: string, count: number | null): unknown {
    return html`<li>
      <a href=${href} aria-current=${href === this.place ? 'page' : nothing}
        >${mark}<span>${label}</span>${count === null ? nothing : html`<span class="meta nums">${count}</span>`}</a
      >
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-more': LecternMore;
  }
}
