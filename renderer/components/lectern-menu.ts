import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../lib/icons/lectern-icon.ts';
import type { IconName } from '../lib/icons/icons.ts';
import { fire } from '../lib/fire.ts';
import { base } from '../styles/base.styles.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName | null;
}

/**
 * A button that opens a menu under itself: the platform's popover, so that Escape and a click elsewhere close it.
 *
 * @event lectern-choose - the id of the entry
 */
@customElement('lectern-menu')
export class LecternMenu extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      .menu {
        position: fixed;
        inset: auto;
        position-area: block-end span-inline-end;
        position-try-fallbacks:
          flip-block,
          flip-inline,
          flip-block flip-inline;
        min-inline-size: 13rem;
        margin: var(--lectern-space-half) 0;
        padding: var(--lectern-space-half);
        border: var(--lectern-hairline) solid var(--lectern-rule);
        border-radius: var(--lectern-radius-3);
        background: var(--lectern-ground-raised);
        color: var(--lectern-ink);
        box-shadow: var(--lectern-shadow);
      }
      :host([tool]) .menu {
        position-area: block-end span-inline-start;
      }
      .entry {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        inline-size: 100%;
        min-block-size: var(--lectern-control);
        padding-inline: var(--lectern-space-1);
        border-radius: var(--lectern-radius-2);
        color: var(--lectern-ink-2);
        text-align: start;
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
      .chevron {
        --lectern-icon: 0.75rem;
      }
      @media (width < 48rem) {
        .entry {
          min-block-size: var(--lectern-target);
        }
      }
    `,
  ];

  @property() label = '';
  @property() icon: IconName | null = null;
  /** Only the icon, as one of a bar's tools; else icon and label. */
  @property({ type: Boolean, reflect: true }) tool = false;
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];

  @query('.menu') private readonly menu!: HTMLElement;

  get isOpen(): boolean {
    return this.menu.matches(':popover-open');
  }

  /** Opens it, for a key. */
  open(): void {
    this.menu.showPopover({ source: this.renderRoot.querySelector('button') ?? this });
  }

  override render(): unknown {
    return html`<button
        class=${this.tool ? 'tool' : 'act'}
        aria-label=${this.tool ? this.label : nothing}
        title=${this.tool ? this.label : nothing}
        aria-haspopup="menu"
        popovertarget="menu"
      >
        ${this.icon === null ? nothing : html`<lectern-icon name=${this.icon}></lectern-icon>`}${
          this.tool ? nothing : html`${this.label}<lectern-icon class="chevron" name="chevron-down"></lectern-icon>`
        }
      </button>
      <div
        class="menu"
        id="menu"
        popover
        role="menu"
        aria-label=${this.label}
        @toggle=${this.#toggled}
        @keydown=${this.#pressed}
      >
        ${this.entries.map(
          ({ id, label, icon }) =>
            html`<button class="entry" role="menuitem" tabindex="-1" @click=${() => this.#choose(id)}>
              ${icon === null ? nothing : html`<lectern-icon name=${icon}></lectern-icon>`}${label}
            </button>`,
        )}
      </div>`;
  }

  get #buttons(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('.entry')];
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState === 'open') this.#buttons[0]?.focus();
  }

  #choose(id: string): void {
    this.menu.hidePopover();
    fire(this, 'lectern-choose', { id });
  }

  #pressed(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') this.menu.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-menu': LecternMenu;
  }
}
