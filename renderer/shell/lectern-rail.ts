import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Publication, Status } from '../../main/contract/entities.ts';
import '../components/lectern-dialog.ts';
import '../lib/icons/lectern-icon.ts';
import type { IconName } from '../lib/icons/icons.ts';
import {
  feedsContext,
  noFeeds,
  publicationContext,
  routeContext,
  statusContext,
  type FollowedFeeds,
} from '../state/contexts.ts';
import { listHref, type Route } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import { railStyles } from './lectern-rail.styles.ts';
import './lectern-more.ts';
import './lectern-rail-feeds.ts';
import './lectern-rail-searches.ts';
import './lectern-rail-shelves.ts';
import './lectern-rail-tags.ts';
import { currentPlace, mainEntries, type MainEntry } from './rail-entries.ts';

const tagsShown = 8;

/** The way round: pages with their counts, the publication's sections, its tags. Folds to icons, then to a foot bar. */
@customElement('lectern-rail')
export class LecternRail extends LitElement {
  static override styles = [base, railStyles];

  @property({ type: Boolean, reflect: true }) folded = false;

  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;
  @consume({ context: statusContext, subscribe: true }) @state() private status: Status | null = null;
  @consume({ context: feedsContext, subscribe: true }) @state() private feeds: FollowedFeeds = noFeeds;
  @state() private more = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('route')) this.more = false;
  }

  override render(): unknown {
    const place = currentPlace(this.route);
    return html`<nav class="rail" aria-label="Lectern">
        <p class="rail__brand"><lectern-icon name="lectern"></lectern-icon><span class="rail__label">Lectern</span></p>
        <ul class="rail__group rail__group--main">
          ${mainEntries(this.publication, this.status, this.feeds).map((entry) => this.#main(entry, place))}
          <li>
            <button class="rail__item rail__item--more" aria-haspopup="dialog" @click=${() => (this.more = true)}>
              <lectern-icon name="menu"></lectern-icon><span class="rail__label">More</span>
            </button>
          </li>
        </ul>
        <div class="rail__more">
          <lectern-rail-shelves></lectern-rail-shelves>
          <lectern-rail-tags></lectern-rail-tags>
          <lectern-rail-feeds></lectern-rail-feeds>
          <lectern-rail-searches></lectern-rail-searches>
          ${this.publication === null ? nothing : this.#publication(this.publication, place)}
        </div>
        ${this.#foot()}
      </nav>
      <lectern-dialog label="More" ?open=${this.more} @lectern-close=${() => (this.more = false)}>
        <lectern-more
          .publication=${this.publication}
          .status=${this.status}
          .feeds=${this.feeds}
          .place=${place}
        ></lectern-more>
      </lectern-dialog>`;
  }

  #main(entry: MainEntry, place: string): unknown {
    return html`<li class=${entry.onNarrow ? nothing : 'rail__wide'}>
      ${this.#link(entry.href, place, html`<lectern-icon name=${entry.icon}></lectern-icon>`, entry.label, entry.count)}
    </li>`;
  }

  #publication(publication: Publication, place: string): unknown {
    const tags = publication.tags.toSorted((a, b) => b.count - a.count).slice(0, tagsShown);
    return html`<h2 class="rail__head">${publication.name}</h2>
      <ul class="rail__group">
        ${publication.sections.map(
          ({ id, name, number, count }) =>
            html`<li>
              ${this.#link(
                listHref({ kind: 'section', id }),
                place,
                html`<span class="rail__num" aria-hidden="true">${number}</span>`,
                name,
                count,
                true,
              )}
            </li>`,
        )}
      </ul>
      ${
        tags.length === 0
          ? nothing
          : html`<h2 class="rail__head">Tags</h2>
              <ul class="rail__group">
                ${tags.map(
                  ({ name, count }) =>
                    html`<li>
                      ${this.#link(
                        listHref({ kind: 'tag', id: name }),
                        place,
                        html`<span class="rail__hash" aria-hidden="true">#</span>`,
                        name,
                        count,
                        true,
                      )}
                    </li>`,
                )}
              </ul>`
      }`;
  }

  #link(href: string, place: string, mark: unknown, label: string, count: number | null, bare = false): unknown {
    return html`<a
      class=${bare ? 'rail__item rail__item--bare' : 'rail__item'}
      href=${href}
      title=${this.folded ? label : nothing}
      aria-description=${count === null ? nothing : `${count}`}
      aria-current=${href === place ? 'page' : nothing}
      >${mark}<span class="rail__label">${label}</span>${
        count === null
          ? nothing
          : html`<span class="rail__count" aria-hidden="true">${count.toLocaleString('en-GB')}</span>`
      }</a
    >`;
  }

  #foot(): unknown {
    if (this.status === null) return nothing;
    const { ready } = this.status.store;
    const icon: IconName = ready ? 'hard-drive-download' : 'triangle-alert';
    const words = ready ? 'Kept on this device' : 'Nothing is being kept';
    return html`<a class=${ready ? 'rail__foot' : 'rail__foot rail__foot--unkept'} href="#/settings">
      <lectern-icon name=${icon}></lectern-icon><span class="rail__label">${words}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rail': LecternRail;
  }
}
