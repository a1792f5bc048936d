import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fire } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { base } from '../styles/base.styles.ts';
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
        align-items: center;
        gap: var(--lectern-space-1);
        inline-size: 100%;
        min-block-size: var(--lectern-control);
        padding-inline: var(--lectern-space-1);
        border-radius: var(--lectern-radius-2);
        color: var(--lectern-ink-2);
        text-align: start;
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
      .entry:hover,
      .entry:focus-visible {
        background: var(--lectern-ground-sunken);
        color: var(--lectern-ink);
      }
      .entry:focus-visible {
        outline-offset: -2px;
      }
      .entry[aria-checked='true'] {
        color: var(--lectern-reader);
        font-weight: var(--lectern-weight-medium);
      }
      @media (width < 48rem) {
        .entry {
          min-block-size: var(--lectern-target);
        }
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
        @toggle=${this.#toggled}
        @keydown=${this.#pressed}
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

  get #buttons(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('.entry')];
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    const buttons = this.#buttons;
    (buttons.find((button) => button.ariaChecked === 'true') ?? buttons[0])?.focus();
  }

  #choose({ id, isActive }: MenuItem): void {
    this.menu.hidePopover();
    fire(this, 'lectern-pick', { id, isActive });
  }

  #pressed(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const byLetter = event.key.length === 1 && event.key !== ' ' ? this.#startingWith(event.key, at) : undefined;
    const to = moves[event.key] ?? byLetter;
    if (event.key === 'Tab') this.menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }

  /** The next entry after `at` whose label begins with a letter. */
  #startingWith(letter: string, at: number): number | undefined {
    const order = this.items.map((_, index) => (at + 1 + index) % this.items.length);
    return order.find((index) => this.items[index]?.label.toLowerCase().startsWith(letter.toLowerCase()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-pick-menu': LecternPickMenu;
  }
}
