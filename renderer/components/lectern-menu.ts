import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../lib/icons/lectern-icon.ts';
import type { IconName } from '../lib/icons/icons.ts';
import { fire } from '../lib/fire.ts';
import { focusEntry, moveFocus } from '../lib/menu-keys.ts';
import { base } from '../styles/base.styles.ts';
import { menuEntry } from '../styles/menu-entry.styles.ts';
import { popover } from '../styles/popover.styles.ts';

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
    popover,
    menuEntry,
    css`
      :host {
        display: inline-flex;
      }
      /* All that can be done is seen at once, where the window lets it. */
      .popover {
        max-block-size: 85dvb;
      }
      .entry {
        gap: 0.625rem;
        white-space: nowrap;
      }
      .chevron {
        --lectern-icon: 0.75rem;
      }
    `,
  ];

  @property() label = '';
  @property() icon: IconName | null = null;
  /** Only the icon, as one of a bar's tools; else icon and label. */
  @property({ type: Boolean, reflect: true }) tool = false;
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];

  @query('.popover') private readonly menu!: HTMLElement;

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
        class=${this.tool ? 'popover popover--end' : 'popover'}
        id="menu"
        popover
        role="menu"
        aria-label=${this.label}
        @toggle=${focusEntry}
        @keydown=${(event: KeyboardEvent) => moveFocus(event)}
      >
        ${this.entries.map(
          ({ id, label, icon }) =>
            html`<button class="entry" role="menuitem" tabindex="-1" @click=${() => this.#choose(id)}>
              ${icon === null ? nothing : html`<lectern-icon name=${icon}></lectern-icon>`}${label}
            </button>`,
        )}
      </div>`;
  }

  #choose(id: string): void {
    this.menu.hidePopover();
    fire(this, 'lectern-choose', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-menu': LecternMenu;
  }
}
