import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { defaultSettings, type Settings } from '../../main/contract/entities.ts';
import type { Shelf } from '../../main/contract/organise-entities.ts';
import '../components/lectern-menu.ts';
import type { MenuEntry } from '../components/lectern-menu.ts';
import { draggedKind, dropped, startDrag } from '../lib/dragged.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { isWithin, shelfRows, stepShelf, type ShelfMove, type ShelfRow } from '../lib/shelf-tree.ts';
import {
  noPlaces,
  organiserContext,
  placesContext,
  routeContext,
  settingsContext,
  type Places,
} from '../state/contexts.ts';
import type { Organiser } from '../state/organiser.ts';
import { listHref, type Route } from '../state/route.ts';
import { base } from '../styles/base.styles.ts';
import './lectern-move-shelf.ts';
import { currentPlace } from './rail-entries.ts';
import { railStyles } from './lectern-rail.styles.ts';
import { railRows } from './rail-rows.styles.ts';

/** A shelf without a name yet, within another or outermost; or one whose name is being changed. */
type Naming = { readonly within: number | null } | { readonly shelf: Shelf };

/** The reader's shelves in the rail: folded and unfolded, made, named, moved and taken away where they stand. */
@customElement('lectern-rail-shelves')
export class LecternRailShelves extends LitElement {
  static override styles = [base, railStyles, railRows];

  /** For fingers, where the rail is a foot bar and this stands in a sheet. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: routeContext, subscribe: true }) @state() private route!: Route;
  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  @state() private naming: Naming | null = null;
  @state() private moving: Shelf | null = null;
  /** The shelf over which something is dragged. */
  @state() private over: number | null = null;

  @query('input') private readonly input!: HTMLInputElement | null;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('naming') || this.naming === null) return;
    this.input?.focus();
    this.input?.select();
  }

  override render(): unknown {
    const { shelves, counts } = this.places;
    if (counts === null || (shelves.length === 0 && counts.inbox + counts.archive === 0)) return nothing;
    const rows = shelfRows(shelves, new Set(this.settings.shelvesFolded));
    const fresh = this.naming !== null && 'within' in this.naming ? this.naming.within : undefined;
    return html`<div class="head">
        <h2 class="rail__head">Shelves</h2>
        <button class="tool" aria-label="New shelf" title="New shelf" @click=${() => (this.naming = { within: null })}>
          <lectern-icon name="plus"></lectern-icon>
        </button>
      </div>
      <ul class="rail__group" aria-label="Shelves">
        ${repeat(
          rows,
          ({ shelf }) => shelf.id,
          (row) => html`${this.#item(row)}${fresh === row.shelf.id ? this.#fresh(row.depth + 1) : nothing}`,
        )}
        ${fresh === null ? this.#fresh(0) : nothing}
      </ul>
      <lectern-move-shelf
        .shelf=${this.moving}
        .shelves=${shelves}
        @lectern-close=${() => (this.moving = null)}
        @lectern-pick-place=${({ detail }: CustomEvent<ShelfMove>) => this.#moveTo(this.moving, detail)}
      ></lectern-move-shelf>`;
  }

  #item(row: ShelfRow): unknown {
    const { shelf, depth } = row;
    const isNaming = this.naming !== null && 'shelf' in this.naming && this.naming.shelf.id === shelf.id;
    return html`<li
      class="row"
      data-depth=${Math.min(depth, 4)}
      ?data-over=${this.over === shelf.id}
      @dragstart=${(event: DragEvent) => startDrag(event, { shelf: shelf.id })}
      @dragover=${(event: DragEvent) => this.#dragOver(event, shelf)}
      @dragleave=${() => (this.over = null)}
      @drop=${(event: DragEvent) => this.#drop(event, shelf)}
    >
      ${isNaming ? this.#field(shelf.name) : this.#row(row)}
    </li>`;
  }

  #row({ shelf, hasInner }: ShelfRow): unknown {
    const href = listHref({ kind: 'library', view: { shelf: shelf.id } });
    const isFolded = this.settings.shelvesFolded.includes(shelf.id);
    return html`${
        hasInner
          ? html`<button
              class="fold"
              aria-expanded=${isFolded ? 'false' : 'true'}
              aria-label="What stands within ${shelf.name}"
              @click=${() => this.#fold(shelf.id)}
            >
              <lectern-icon name=${isFolded ? 'chevron-right' : 'chevron-down'}></lectern-icon>
            </button>`
          : html`<span class="fold"></span>`
      }<a
        class="rail__item rail__item--bare"
        href=${href}
        title=${shelf.query ?? nothing}
        aria-description=${shelf.query === null ? `${shelf.count}` : `${shelf.count}, fills itself`}
        aria-current=${currentPlace(this.route) === href ? 'page' : nothing}
        ><lectern-icon name=${shelf.query === null ? 'folder' : 'text-search'}></lectern-icon
        ><span class="rail__label"><bdi>${shelf.name}</bdi></span
        ><span class="rail__count" aria-hidden="true">${shelf.count.toLocaleString('en-GB')}</span></a
      >
      <span class="acts"
        ><lectern-menu
          tool
          label="Actions for ${shelf.name}"
          icon="ellipsis"
          .entries=${this.#entries(shelf)}
          @lectern-choose=${({ detail }: CustomEvent<{ id: string }>) => this.#choose(detail.id, shelf)}
        ></lectern-menu
      ></span>`;
  }

  #entries(shelf: Shelf): readonly MenuEntry[] {
    const { shelves } = this.places;
    return [
      { id: 'rename', label: 'Rename', icon: 'pencil' },
      { id: 'within', label: 'New shelf within', icon: 'plus' },
      ...(stepShelf(shelves, shelf, -1) === null ? [] : [{ id: 'up', label: 'Move up', icon: 'chevron-up' } as const]),
      ...(stepShelf(shelves, shelf, 1) === null
        ? []
        : [{ id: 'down', label: 'Move down', icon: 'chevron-down' } as const]),
      { id: 'move', label: 'Move into…', icon: 'folder' },
      { id: 'remove', label: 'Remove', icon: 'x' },
    ];
  }

  #choose(id: string, shelf: Shelf): void {
    const step = (by: 1 | -1): void => this.#moveTo(shelf, stepShelf(this.places.shelves, shelf, by));
    const choices: Record<string, () => void> = {
      rename: () => (this.naming = { shelf }),
      within: () => this.#within(shelf.id),
      up: () => step(-1),
      down: () => step(1),
      move: () => (this.moving = shelf),
      remove: () => void this.#remove(shelf),
    };
    choices[id]?.();
  }

  #within(id: number): void {
    if (this.settings.shelvesFolded.includes(id)) this.#fold(id);
    this.naming = { within: id };
  }

  #fold(id: number): void {
    const folded = this.settings.shelvesFolded;
    const shelvesFolded = folded.includes(id) ? folded.filter((one) => one !== id) : [...folded, id];
    fire(this, 'lectern-change-settings', { patch: { shelvesFolded } });
  }

  #fresh(depth: number): unknown {
    return html`<li class="row" data-depth=${Math.min(depth, 4)}><span class="fold"></span>${this.#field('')}</li>`;
  }

  #field(name: string): unknown {
    return html`<input
      type="text"
      aria-label="Name of the shelf"
      maxlength="200"
      autocomplete="off"
      .value=${name}
      @keydown=${this.#pressed}
      @blur=${() => void this.#name()}
    />`;
  }

  /** The keys of the field are its own. */
  #pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') void this.#name();
    else this.naming = null;
  }

  async #name(): Promise<void> {
    const { naming } = this;
    const name = this.input?.value.trim() ?? '';
    this.naming = null;
    if (naming === null || name === '') return;
    if ('within' in naming) {
      await this.organiser.attempt((client) => client['shelves.create']({ name, parent: naming.within }));
    } else if (name !== naming.shelf.name) {
      await this.organiser.attempt((client) => client['shelves.edit']({ shelf: naming.shelf.id, name }));
    }
  }

  #moveTo(shelf: Shelf | null, move: ShelfMove | null): void {
    this.moving = null;
    if (shelf === null || move === null) return;
    void this.organiser.attempt((client) => client['shelves.move']({ shelf: shelf.id, ...move }));
  }

  async #remove({ id, name }: Shelf): Promise<void> {
    await this.organiser.run(
      (client) => client['shelves.remove']({ shelf: id }),
      () => `“${name}” was removed; its articles stay in the library`,
    );
  }

  #dragOver(event: DragEvent, shelf: Shelf): void {
    const kind = draggedKind(event);
    if (kind === null || (kind === 'articles' && shelf.query !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    this.over = shelf.id;
  }

  #drop(event: DragEvent, shelf: Shelf): void {
    this.over = null;
    const given = dropped(event);
    if (given === null) return;
    event.preventDefault();
    event.stopPropagation();
    if ('articles' in given) void this.organiser.change(given.articles, { kind: 'shelve', shelf: shelf.id });
    else if (!isWithin(this.places.shelves, shelf.id, given.shelf)) {
      const moved = this.places.shelves.find(({ id }) => id === given.shelf) ?? null;
      this.#moveTo(moved, { parent: shelf.id, before: null });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rail-shelves': LecternRailShelves;
  }
}
