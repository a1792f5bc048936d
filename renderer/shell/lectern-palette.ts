import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../main/contract/client.ts';
import { defaultSettings, type Publication, type Settings } from '../../main/contract/entities.ts';
import { clientContext, deskContext } from '../api/api-context.ts';
import type { Desk } from '../api/desk.ts';
import '../components/lectern-dialog.ts';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import type { CommandRegistry } from '../state/command-registry.ts';
import {
  commandsContext,
  noSearches,
  publicationContext,
  searchesContext,
  settingsContext,
  type Searches,
} from '../state/contexts.ts';
import { commandIds, keyCaps, keysOf } from '../state/keys.ts';
import { navigate } from '../state/navigate.ts';
import { base } from '../styles/base.styles.ts';
import { paletteStyles } from './lectern-palette.styles.ts';
import { paletteItems, rankPalette, type PaletteGroup, type PaletteItem, type PaletteRow } from './palette-items.ts';

/**
 * The quick way to anything: stories, sections, pages, tags, actions.
 *
 * @event lectern-close - it was closed, with or without a choice
 */
@customElement('lectern-palette')
export class LecternPalette extends LitElement {
  static override styles = [base, paletteStyles];

  @property({ type: Boolean }) open = false;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  @consume({ context: commandsContext }) private readonly commands!: CommandRegistry;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;
  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;

  @consume({ context: searchesContext, subscribe: true }) @state() private searches: Searches = noSearches;

  @state() private typed = '';
  @state() private selected = 0;

  @query('input') private readonly input!: HTMLInputElement | null;
  @query('[aria-selected="true"]') private readonly selectedRow!: HTMLElement | null;

  /** Asked anew with every opening: marks may have changed. */
  readonly #stories = new Task(this, {
    args: () => [this.open] as const,
    task: async ([open]) =>
      open ? (await this.client['articles.list']({ source: 'collection', order: 'newest' })).items : [],
  });
  #groups: readonly PaletteGroup[] = [];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) {
      this.typed = '';
      this.selected = 0;
    }
    if (!this.open) return;
    const available = commandIds().filter((command) => this.commands.has(command));
    const stories = this.#stories.value ?? [];
    this.#groups = rankPalette(paletteItems(stories, this.publication, available, this.searches.saved), this.typed);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) this.input?.focus();
    if (changed.has('selected')) this.selectedRow?.scrollIntoView({ block: 'nearest' });
  }

  get #rows(): readonly PaletteRow[] {
    return this.#groups.flatMap(({ rows }) => rows);
  }

  override render(): unknown {
    return html`<lectern-dialog label="Palette" ?open=${this.open}>
      ${this.open ? this.#palette() : nothing}
    </lectern-dialog>`;
  }

  #palette(): unknown {
    const rows = this.#rows;
    return html`<div class="palette" @keydown=${this.#pressed} @click=${this.#clicked}>
      <div class="field">
        <lectern-icon name="search"></lectern-icon>
        <input
          type="text"
          role="combobox"
          aria-label="Go to or do"
          autocomplete="off"
          spellcheck="false"
          aria-expanded="true"
          aria-controls="matches"
          aria-autocomplete="list"
          aria-activedescendant=${rows.length === 0 ? nothing : `row-${this.selected}`}
          placeholder="Search, or go to…"
          .value=${this.typed}
          @input=${this.#typing}
        />
      </div>
      <div class="list" id="matches" role="listbox" aria-label="Matches">
        ${this.#groups.map((group) => this.#group(group, rows))}
      </div>
      ${rows.length === 0 ? html`<p class="none" role="status">No action goes by that name.</p>` : nothing}
      <p class="keys" aria-hidden="true">
        <span><kbd>↑</kbd><kbd>↓</kbd> move</span><span><kbd>Enter</kbd> go</span
        ><span><kbd>&gt;</kbd> only actions</span><span><kbd>Esc</kbd> close</span>
      </p>
    </div>`;
  }

  #group({ title, rows }: PaletteGroup, all: readonly PaletteRow[]): unknown {
    return html`<div role="group" aria-label=${title}>
      <div class="head" aria-hidden="true">${title}</div>
      ${rows.map((row) => this.#row(row, all.indexOf(row)))}
    </div>`;
  }

  #row({ item, ranges }: PaletteRow, index: number): unknown {
    return html`<div
      class="row"
      id="row-${index}"
      role="option"
      aria-selected=${index === this.selected ? 'true' : 'false'}
      data-index=${index}
      @pointermove=${() => (this.selected = index)}
    >
      <lectern-icon name=${item.icon}></lectern-icon>
      <span class="text">${marked(item.text, ranges)}</span>
      <span class="aside nums">${this.#aside(item)}</span>
    </div>`;
  }

  #aside({ target, aside }: PaletteItem): unknown {
    if (!('command' in target)) return aside;
    const [keys] = keysOf(target.command, this.settings.keys);
    return keys === undefined ? nothing : keyCaps(keys, this.desk.isMac).map((cap) => html`<kbd>${cap}</kbd>`);
  }

  #typing(event: InputEvent): void {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
    this.selected = 0;
  }

  #pressed(event: KeyboardEvent): void {
    const last = this.#rows.length - 1;
    const moves: Record<string, number> = { ArrowDown: this.selected + 1, ArrowUp: this.selected - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.selected = to > last ? 0 : to < 0 ? Math.max(last, 0) : to;
    }
    const chosen = this.#rows[this.selected];
    if (event.key === 'Enter' && !event.isComposing && chosen !== undefined) {
      event.preventDefault();
      void this.#choose(chosen.item);
    }
  }

  #clicked(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
    const chosen = row === null ? undefined : this.#rows[Number(row.dataset['index'])];
    if (chosen !== undefined) void this.#choose(chosen.item);
  }

  /** Closes first, so that the focus is back where it was before an action or a new page takes it. */
  async #choose({ target }: PaletteItem): Promise<void> {
    fire(this, 'lectern-close', null);
    await this.updateComplete;
    if ('href' in target) navigate(target.href);
    else this.commands.run(target.command);
  }
}

/** The text with the typed letters set off. */
function marked(text: string, ranges: PaletteRow['ranges']): unknown {
  const parts: unknown[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(done, start), html`<b>${text.slice(start, end)}</b>`);
    done = end;
  }
  return [...parts, text.slice(done)];
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-palette': LecternPalette;
  }
}
