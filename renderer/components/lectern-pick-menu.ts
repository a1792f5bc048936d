import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { focusEntry, moveFocus } from '../lib/menu-keys.ts';
import { base } from '../styles/base.styles.ts';
import { menuEntry } from '../styles/menu-entry.styles.ts';
import { popover } from '../styles/popover.styles.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** How many articles it would leave; null where that says nothing. */
  readonly count: number | null;
  readonly isActive: boolean;
}

const grouped = new Intl.NumberFormat('en-GB');

/**
 * A button that opens a list to choose from: several for a filter, one for an order.
 *
 * @event lectern-pick - the id of the entry, and whether it was chosen before
 */
@customElement('lectern-pick-menu')
export class LecternPickMenu extends LitElement {
  static override styles = [
    base,
    popover,
    menuEntry,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      .chip {
        white-space: nowrap;
      }
      .chip:hover {
        background: var(--lectern-ground-sunken);
      }
      .plain {
        display: inline-flex;
        align-items: center;
        gap: var(--lectern-space-half);
        min-block-size: 1.75rem;
        color: var(--lectern-ink-2);
        font-size: var(--lectern-type-xs);
        white-space: nowrap;
        --lectern-icon: 0.75rem;
      }
      .plain:hover {
        color: var(--lectern-ink);
      }
      .entry {
        display: grid;
        grid-template-columns: 1rem minmax(0, 1fr) auto;
        --lectern-icon: 0.875rem;
      }
      .none {
        padding: var(--lectern-space-1);
      }
      .entry span:nth-child(2) {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (width < 48rem) {
        .chip,
        .plain {
          min-block-size: 2.25rem;
        }
      }
    `,
  ];

  @property() label = '';
  /** What the button says where that is not its name: the order that is chosen. */
  @property() value = '';
  /** One of them is always chosen. */
  @property({ type: Boolean }) single = false;
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @query('.popover') private readonly menu!: HTMLElement;

  override render(): unknown {
    const active = this.items.some(({ isActive }) => isActive);
    const shape = this.single ? 'plain' : active ? 'chip chip--on' : 'chip';
    return html`<button
        class=${shape}
        aria-haspopup="menu"
        popovertarget="menu"
        aria-label=${this.value === '' ? nothing : `${this.label}: ${this.value}`}
      >
        ${this.value === '' ? this.label : this.value}<lectern-icon name="chevron-down"></lectern-icon>
      </button>
      <div
        class=${this.single ? 'popover popover--end' : 'popover'}
        id="menu"
        popover
        role="menu"
        aria-label=${this.label}
        @toggle=${focusEntry}
        @keydown=${(event: KeyboardEvent) => moveFocus(event, true)}
      >
        ${this.items.length === 0 ? html`<p class="meta none">Nothing to choose from</p>` : nothing}${this.items.map(
          (item) =>
            html`<button
              class="entry"
              role=${this.single ? 'menuitemradio' : 'menuitemcheckbox'}
              aria-checked=${item.isActive ? 'true' : 'false'}
              tabindex="-1"
              @click=${() => this.#choose(item)}
            >
              <span>${item.isActive ? html`<lectern-icon name="check"></lectern-icon>` : nothing}</span>
              <span>${item.label}</span>
              ${item.count === null ? nothing : html`<span class="meta nums">${grouped.format(item.count)}</span>`}
            </button>`,
        )}
      </div>`;
  }

  #choose({ id, isActive }: MenuItem): void {
    this.menu.hidePopover();
    fire(this, 'lectern-pick', { id, isActive });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-pick-menu': LecternPickMenu;
  }
}
