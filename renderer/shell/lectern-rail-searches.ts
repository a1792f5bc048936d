import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../../main/contract/client.ts';
import type { SavedSearch } from '../../main/contract/search-entities.ts';
import { clientContext } from '../api/api-context.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { messageOf } from '../lib/message-of.ts';
import { removeSearch } from '../lib/remove-search.ts';
import { noSearches, routeContext, searchesContext, type Searches } from '../state/contexts.ts';
import { searchHref, type Route } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import { railStyles } from './lectern-rail.styles.ts';
import { isCurrentSearch, sortSearches } from './rail-entries.ts';
import { railRows } from './rail-rows.styles.ts';

const grouped = new Intl.NumberFormat('en-GB');

/** The saved searches in the rail, with how many articles each finds now; renamed and removed where they stand. */
@customElement('lectern-rail-searches')
export class LecternRailSearches extends LitElement {
  static override styles = [
    base,
    railStyles,
    railRows,
    css`
      .rail__label,
      input {
        font: var(--lectern-type-xs) / var(--lectern-lead-xs) var(--lectern-mono);
      }
      .rail__item[aria-current] .rail__label {
        font-weight: var(--lectern-weight-strong);
      }
      .row .rail__item {
        flex: 1;
        padding-inline-start: var(--lectern-space-1);
        gap: 0.625rem;
      }
      .acts .tool {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        --lectern-icon: 0.875rem;
      }
      .acts .tool:focus-visible {
        outline-offset: -2px;
      }
      :host([wide]) .row .rail__item {
        padding-inline: 0;
      }
      :host([wide]) .row .rail__count {
        visibility: visible;
      }
      :host([wide]) .acts {
        position: static;
      }
      :host([wide]) .acts .tool {
        inline-size: var(--lectern-target);
        block-size: var(--lectern-target);
      }
    `,
  ];

  /** For fingers, where the rail is a foot bar and this stands in a sheet. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: searchesContext, subscribe: true }) @state() private searches: Searches = noSearches;
  /** The id of the one that is being renamed. */
  @state() private renaming = '';

  @query('input') private readonly input!: HTMLInputElement | null;

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('renaming') || this.renaming === '') return;
    this.input?.focus();
    this.input?.select();
  }

  override render(): unknown {
    const saved = sortSearches(this.searches.saved);
    if (saved.length === 0) return nothing;
    return html`<h2 class="rail__head">Saved searches</h2>
      <ul class="rail__group" aria-label="Saved searches">
        ${repeat(
          saved,
          ({ id }) => id,
          (search) =>
            html`<li class="row">${search.id === this.renaming ? this.#field(search) : this.#row(search)}</li>`,
        )}
      </ul>`;
  }

  #row(search: SavedSearch): unknown {
    const { name, query, order, count } = search;
    return html`<a
        class="rail__item rail__item--bare"
        href=${searchHref(query, order)}
        title=${query}
        aria-description=${count === null ? nothing : `${count}`}
        aria-current=${isCurrentSearch(this.route, search) ? 'page' : nothing}
        ><lectern-icon name="search"></lectern-icon><span class="rail__label" dir="auto">${name}</span>${
          count === null ? nothing : html`<span class="rail__count" aria-hidden="true">${grouped.format(count)}</span>`
        }</a
      >
      <span class="acts">
        <button class="tool" aria-label="Rename ${name}" title="Rename" @click=${() => (this.renaming = search.id)}>
          <lectern-icon name="pencil"></lectern-icon>
        </button>
        <button
          class="tool"
          aria-label="Remove ${name}"
          title="Remove"
          @click=${() => void removeSearch(this, this.client, search)}
        >
          <lectern-icon name="x"></lectern-icon>
        </button>
      </span>`;
  }

  #field(search: SavedSearch): unknown {
    return html`<input
      type="text"
      aria-label="Name of the saved search"
      maxlength="120"
      autocomplete="off"
      .value=${search.name}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event, search)}
      @blur=${() => void this.#rename(search)}
    />`;
  }

  /** The keys of the field are its own. */
  #pressed(event: KeyboardEvent, search: SavedSearch): void {
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') void this.#rename(search);
    else this.renaming = '';
  }

  async #rename({ id, name: before }: SavedSearch): Promise<void> {
    if (this.renaming !== id) return;
    const name = this.input?.value.trim() ?? '';
    this.renaming = '';
    if (name === '' || name === before) return;
    try {
      await this.client['searches.rename']({ id, name });
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rail-searches': LecternRailSearches;
  }
}
