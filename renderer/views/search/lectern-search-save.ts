import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { SavedSearch, SearchOrder } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { removeSearch } from '../../lib/remove-search.ts';
import { noSearches, organiserContext, searchesContext, type Searches } from '../../state/contexts.ts';
import { navigate } from '../../state/navigate.ts';
import type { Organiser } from '../../state/organiser.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { popover } from '../../styles/popover.styles.ts';

const longestName = 120;

/** Keeps the search under a name, or tells that it is kept, and lets it be renamed and removed. */
@customElement('lectern-search-save')
export class LecternSearchSave extends LitElement {
  static override styles = [
    base,
    popover,
    css`
      :host {
        display: inline-flex;
      }
      .open {
        display: inline-flex;
        align-items: center;
        gap: var(--lectern-space-half);
        min-block-size: 1.75rem;
        color: var(--lectern-reader);
        font-size: var(--lectern-type-xs);
        white-space: nowrap;
        --lectern-icon: 0.75rem;
      }
      .open[aria-pressed='true'] {
        --lectern-icon-fill: currentColor;
      }
      .open:hover {
        text-decoration: underline;
        text-underline-offset: 0.18em;
      }
      .popover {
        inline-size: 20rem;
        padding: var(--lectern-space-2);
      }
      form {
        display: grid;
        gap: var(--lectern-space-1);
      }
      input {
        inline-size: 100%;
        min-block-size: var(--lectern-control);
        padding-inline: var(--lectern-space-1);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-2);
        background: var(--lectern-ground);
      }
      .acts {
        display: flex;
        gap: var(--lectern-space-1);
        padding-block-start: var(--lectern-space-half);
      }
      .acts .act {
        margin-inline-start: auto;
      }
    `,
  ];

  @property() query = '';
  @property() order: SearchOrder = 'relevance';

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  @consume({ context: searchesContext, subscribe: true }) @state() private searches: Searches = noSearches;
  @query('.popover') private readonly panel!: HTMLElement;
  @query('input') private readonly input!: HTMLInputElement;

  get #kept(): SavedSearch | null {
    const { query, order } = this;
    return this.searches.saved.find((search) => search.query === query && search.order === order) ?? null;
  }

  /** For a key. */
  open(): void {
    this.panel.showPopover({ source: this.renderRoot.querySelector('button') ?? this });
  }

  override render(): unknown {
    const kept = this.#kept;
    return html`<button
        class="open"
        aria-haspopup="dialog"
        aria-pressed=${kept === null ? 'false' : 'true'}
        popovertarget="save"
      >
        <lectern-icon name="bookmark"></lectern-icon>${kept === null ? 'Save search' : 'Saved'}
      </button>
      <div
        class="popover popover--end"
        id="save"
        popover
        role="dialog"
        aria-label="Save this search"
        @toggle=${this.#toggled}
      >
        <form @submit=${this.#submitted} @keydown=${(event: Event) => event.stopPropagation()}>
          <label class="field__label" for="name">Name</label>
          <input id="name" type="text" maxlength=${longestName} required autocomplete="off" />
          <p class="meta">Stands in the rail, with how many it finds.</p>
          <p class="acts">
            <button class="button button--main">${kept === null ? 'Save' : 'Rename'}</button>
            <button
              type="button"
              class="button"
              title="A shelf of your own articles that fills itself with what this finds"
              @click=${() => void this.#shelve()}
            >
              As a shelf
            </button>
            ${
              kept === null
                ? nothing
                : html`<button type="button" class="act act--danger" @click=${() => this.#remove(kept)}>Remove</button>`
            }
          </p>
        </form>
      </div>`;
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    this.input.value = this.#kept?.name ?? this.query.slice(0, longestName);
    this.input.focus();
    this.input.select();
  }

  readonly #submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.input.value.trim();
    if (name === '') return;
    try {
      const { query, order } = this;
      await this.client['searches.save']({ name, query, order });
      this.panel.hidePopover();
      fire(this, 'lectern-toast', { message: `Saved as “${name}”. It stands in the rail.` });
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  };

  /** A shelf that fills itself. */
  async #shelve(): Promise<void> {
    const name = this.input.value.trim();
    if (name === '') return;
    this.panel.hidePopover();
    const shelf = await this.organiser.attempt((client) => client['shelves.create']({ name, query: this.query }));
    if (shelf !== null) navigate(listHref({ kind: 'library', view: { shelf: shelf.id } }));
  }

  #remove(kept: SavedSearch): void {
    this.panel.hidePopover();
    void removeSearch(this, this.client, kept);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-save': LecternSearchSave;
  }
}
