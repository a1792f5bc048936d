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

const grouped = new Intl.NumberFormat('en-GB');

/** The saved searches in the rail, with how many articles each finds now; renamed and removed where they stand. */
@customElement('lectern-rail-searches')
export class LecternRailSearches extends LitElement {
  static override styles = [
    base,
    railStyles,
    css`
      .row {
        position: relative;
        display: flex;
      }
      .rail__label {
        font: var(--lectern-type-xs) / var(--lectern-lead-xs) var(--lectern-mono);
      }
      .rail__item {
        --lectern-icon: 0.875rem;
      }
      .rail__item[aria-current] .rail__label {
        font-weight: var(--lectern-weight-strong);
      }
      .acts {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
        display: flex;
        align-items: center;
        border-radius: var(--lectern-radius-2);
        background: var(--lectern-ground-sunken);
        opacity: 0;
      }
      .row:is(:hover, :focus-within) .acts,
      :host([wide]) .acts {
        opacity: 1;
      }
      .row:is(:hover, :focus-within) .rail__count {
        visibility: hidden;
      }
      .acts .tool {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        --lectern-icon: 0.875rem;
      }
      .acts .tool:focus-visible {
        outline-offset: -2px;
      }
      input {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 1.75rem;
        padding-inline: var(--lectern-space-1);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-2);
        background: var(--lectern-ground-raised);
        font: var(--lectern-type-xs) / var(--lectern-lead-xs) var(--lectern-mono);
      }
      input:focus-visible {
        outline-offset: -1px;
      }
      :host([wide]) .rail__head {
        margin-block-start: var(--lectern-space-2);
        padding-inline: 0;
      }
      :host([wide]) .rail__item {
        display: flex;
        min-block-size: var(--lectern-target);
        padding-inline: 0;
      }
      :host([wide]) .acts {
        position: static;
        background: none;
      }
      :host([wide]) .acts .tool {
        inline-size: var(--lectern-target);
        block-size: var(--lectern-target);
      }
      :host([wide]) .rail__label {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }
      :host([wide]) .rail__count {
        display: inline;
        visibility: visible;
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
