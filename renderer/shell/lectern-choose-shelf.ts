import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fire, type OrganiseRequest } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { shelfRows } from '../lib/shelf-tree.ts';
import { shelfPath } from '../lib/library-words.ts';
import { noPlaces, organiserContext, placesContext, type Places } from '../state/contexts.ts';
import type { Organiser } from '../state/organiser.ts';
import { base } from '../styles/base.styles.ts';
import { sheet } from '../styles/sheet.styles.ts';

/**
 * Puts articles on a shelf that there is, or on a new one.
 *
 * @event lectern-close - answered, or left
 */
@customElement('lectern-choose-shelf')
export class LecternChooseShelf extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .option lectern-icon {
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) request!: OrganiseRequest;

  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @state() private typed = '';

  @query('input') private readonly field!: HTMLInputElement;

  protected override firstUpdated(): void {
    this.field.focus();
  }

  override render(): unknown {
    const fresh = this.typed.trim();
    const query = fresh.toLocaleLowerCase();
    // A smart shelf fills itself.
    const found = shelfRows(this.places.shelves)
      .filter(({ shelf }) => shelf.query === null)
      .map(({ shelf }) => ({ ...shelf, path: shelfPath(this.places.shelves, shelf.id) }))
      .filter(({ path }) => path.toLocaleLowerCase().includes(query));
    const isFresh = fresh !== '' && !found.some(({ name }) => name === fresh);
    const { from } = this.request;
    return html`<form class="sheet" @submit=${(event: SubmitEvent) => this.#submitted(event, found[0]?.id ?? null)}>
      <h2>${this.heading}</h2>
      <input
        type="text"
        aria-label="Find a shelf, or make one"
        placeholder="Find a shelf, or make one"
        maxlength="200"
        autocomplete="off"
        .value=${this.typed}
        @input=${() => (this.typed = this.field.value)}
      />
      <div class="options" role="group" aria-label="Shelves">
        ${found.map(
          ({ id, path }) =>
            html`<button type="button" class="option" @click=${() => this.#shelve(id)}>
              <lectern-icon name="folder"></lectern-icon><span class="option__name"><bdi>${path}</bdi></span>
            </button>`,
        )}
        ${
          isFresh
            ? html`<button type="button" class="option" @click=${() => void this.#make(fresh)}>
                <lectern-icon name="plus"></lectern-icon
                ><span class="option__name">Make the shelf <b>${fresh}</b></span>
              </button>`
            : found.length === 0
              ? html`<p class="meta">There is no shelf yet. Type a name to make one.</p>`
              : nothing
        }
      </div>
      <div class="acts">
        ${
          from === null
            ? nothing
            : html`<button class="button" type="button" @click=${() => this.#unshelve(from)}>
                Take from this shelf
              </button>`
        }
        <button class="button" type="button" @click=${() => fire(this, 'lectern-close', null)}>Cancel</button>
      </div>
    </form>`;
  }

  #submitted(event: SubmitEvent, first: number | null): void {
    event.preventDefault();
    const name = this.typed.trim();
    if (first !== null) this.#shelve(first);
    else if (name !== '') void this.#make(name);
  }

  #shelve(shelf: number): void {
    fire(this, 'lectern-close', null);
    void this.organiser.change(this.request.selection, { kind: 'shelve', shelf });
  }

  #unshelve(shelf: number): void {
    fire(this, 'lectern-close', null);
    void this.organiser.change(this.request.selection, { kind: 'unshelve', shelf });
  }

  async #make(name: string): Promise<void> {
    const shelf = await this.organiser.attempt((client) => client['shelves.create']({ name }));
    if (shelf !== null) this.#shelve(shelf.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-choose-shelf': LecternChooseShelf;
  }
}
