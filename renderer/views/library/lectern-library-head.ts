import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { defaultSettings, type Settings } from '../../../main/contract/entities.ts';
import '../../components/lectern-pick-menu.ts';
import { count } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { changeView, placeOf, sameView, type LibraryView } from '../../lib/library-view.ts';
import { isDescending, libraryTabs, orderNames, orders, shelfPath, viewTitle } from '../../lib/library-words.ts';
import { noPlaces, organiserContext, placesContext, settingsContext, type Places } from '../../state/contexts.ts';
import { deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import { keyCaps, keysOf } from '../../state/keys.ts';
import { inOwnOrder, shelfOrder, waysToMove } from '../../lib/shelf-order.ts';
import { navigate } from '../../state/navigate.ts';
import type { Organiser } from '../../state/organiser.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { densities } from './library-density.ts';
import { headStyles } from './library-head.styles.ts';
import './lectern-library-filters.ts';
import './lectern-library-line.ts';

/** Over the list: where one is, in which order, in how much room, and what narrows it. */
@customElement('lectern-library-head')
export class LecternLibraryHead extends LitElement {
  static override styles = [base, headStyles];

  @property({ attribute: false }) view: LibraryView = {};
  /** How many articles the view holds; null until known. */
  @property({ attribute: false }) total: number | null = null;

  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;

  override render(): unknown {
    const { view, total } = this;
    const path = view.shelf === undefined ? '' : shelfPath(this.places.shelves, view.shelf);
    return html`<header>
      <div class="top">
        <div class="names">
          <h1 dir="auto">${viewTitle(view, this.places.shelves)}</h1>
          <p class="meta nums" role="status">
            ${total === null ? nothing : count(total, 'article', 'articles')}${path.includes('›') ? `, ${path}` : nothing}
          </p>
          ${this.#ownOrder()}
        </div>
        ${
          view.state === 'trash'
            ? total === null || total === 0
              ? nothing
              : html`<button class="button" @click=${() => void this.#emptyTrash()}>
                  <lectern-icon name="trash-2"></lectern-icon>Empty the trash
                </button>`
            : html`<lectern-library-line></lectern-library-line>`
        }
      </div>
      <div class="places">
        <nav aria-label="Places in the library">
          <ul class="tabs">
            ${libraryTabs(this.places.counts).map(({ name, view: place, count: number }) => this.#tab(name, place, number))}
          </ul>
        </nav>
        <div class="shape">${this.#order()}${this.#density()}</div>
      </div>
      <lectern-library-filters .view=${view}></lectern-library-filters>
    </header>`;
  }

  /** How the rows of a shelf are moved, or how to come to where they can be. */
  #ownOrder(): unknown {
    const order = shelfOrder(this.view, this.places.shelves);
    if (order === null || this.total === null || this.total < 2) return nothing;
    if (order !== 'movable') {
      const href = listHref({ kind: 'library', view: inOwnOrder(this.view) });
      return html`<p class="meta"><a class="link" href=${href}>${waysToMove[order]}</a> to move articles</p>`;
    }
    const keys = (['library.moveUp', 'library.moveDown'] as const).flatMap(
      (id) => keysOf(id, this.settings.keys)[0] ?? [],
    );
    return html`<p class="meta">
      Drag articles to move
      them${
        keys.length === 0
          ? nothing
          : html`<span class="keys"
              >, or press ${keys.map((key) => html`<span class="chord">${this.#caps(key)}</span>`)}</span
            >`
      }
    </p>`;
  }

  #caps(keys: string): unknown {
    return keyCaps(keys, this.desk.isMac).map((cap) => html`<kbd>${cap}</kbd>`);
  }

  #tab(name: string, view: LibraryView, number: number | null): unknown {
    const { order, descending } = this.view;
    const isHere = sameView(placeOf(this.view), view) && this.view.shelf === undefined;
    return html`<li>
      <a
        href=${listHref({ kind: 'library', view: changeView(view, { order, descending }) })}
        aria-current=${isHere ? 'page' : nothing}
        aria-description=${number === null ? nothing : `${number}`}
        >${name}${
          number === null
            ? nothing
            : html`<span class="nums" aria-hidden="true">${number.toLocaleString('en-GB')}</span>`
        }</a
      >
    </li>`;
  }

  #order(): unknown {
    const { order = 'saved' } = this.view;
    const known = shelfOrder(this.view, this.places.shelves) === null ? orderNames : [...orderNames, 'shelf' as const];
    const down = isDescending(this.view);
    const [name, downwards, upwards] = orders[order];
    return html`<lectern-pick-menu
        single
        label="Order"
        value=${name}
        .items=${known.map((id) => ({ id, label: orders[id][0], count: null, isActive: id === order }))}
        @lectern-pick=${({ detail }: CustomEvent<{ id: string }>) => this.#sort(detail.id)}
      ></lectern-pick-menu>
      <button
        class=${down ? 'tool' : 'tool tool--up'}
        aria-label=${down ? downwards : upwards}
        title="${down ? downwards : upwards}. Turn round"
        @click=${() => this.#go({ descending: !down })}
      >
        <lectern-icon name="arrow-down-wide-narrow"></lectern-icon>
      </button>`;
  }

  #density(): unknown {
    return html`<fieldset class="seg">
      <legend class="vh">Room for each row</legend>
      ${densities.map(
        ([density, name, icon]) =>
          html`<label title=${name}
            ><input
              type="radio"
              name="density"
              .checked=${this.settings.libraryDensity === density}
              @change=${() => fire(this, 'lectern-change-settings', { patch: { libraryDensity: density } })}
            /><lectern-icon name=${icon}></lectern-icon><span class="vh">${name}</span></label
          >`,
      )}
    </fieldset>`;
  }

  #sort(id: string): void {
    const order = [...orderNames, 'shelf' as const].find((known) => known === id);
    this.#go({ order: order === 'saved' ? undefined : order, descending: undefined });
  }

  #go(patch: Parameters<typeof changeView>[1]): void {
    navigate(listHref({ kind: 'library', view: changeView(this.view, patch) }));
  }

  /** All of the trash, whatever narrows the view of it. */
  async #emptyTrash(): Promise<void> {
    const counts = await this.organiser.attempt((client) => client['library.counts']({}));
    if (counts === null) return;
    void this.organiser.act('purge', {
      selection: { view: { state: 'trash' } },
      count: counts.trash,
      from: null,
      tags: null,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-head': LecternLibraryHead;
  }
}
