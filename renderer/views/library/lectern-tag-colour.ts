import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { tagColour, type Tag } from '../../../main/contract/organise-entities.ts';
import { fire } from '../../lib/fire.ts';
import { focusEntry, moveFocus } from '../../lib/menu-keys.ts';
import { base } from '../../styles/base.styles.ts';
import { menuEntry } from '../../styles/menu-entry.styles.ts';
import { popover } from '../../styles/popover.styles.ts';
import { tagDot } from '../../styles/tag-dot.styles.ts';

const none = 'none';

/**
 * The colour of a tag, and the eight to choose from.
 *
 * @event lectern-pick - the name of a colour, or `none`
 */
@customElement('lectern-tag-colour')
export class LecternTagColour extends LitElement {
  static override styles = [
    base,
    popover,
    menuEntry,
    tagDot,
    css`
      :host {
        display: inline-flex;
      }
      .dot {
        inline-size: 0.75rem;
        block-size: 0.75rem;
      }
      .popover {
        min-inline-size: 9rem;
      }
    `,
  ];

  /** Of the tag. */
  @property() name = '';
  @property({ attribute: false }) colour: Tag['colour'] = null;

  @query('.popover') private readonly menu!: HTMLElement;

  override render(): unknown {
    const choices = [none, ...tagColour.options];
    return html`<button
        class="tool"
        aria-haspopup="menu"
        aria-label="Colour of ${this.name}: ${this.colour ?? none}"
        title="Colour"
        popovertarget="menu"
      >
        <span class="dot" data-colour=${this.colour ?? nothing}></span>
      </button>
      <div
        class="popover"
        id="menu"
        popover
        role="menu"
        aria-label="Colour"
        @toggle=${focusEntry}
        @keydown=${(event: KeyboardEvent) => moveFocus(event)}
      >
        ${choices.map(
          (choice) =>
            html`<button
              class="entry"
              role="menuitemradio"
              tabindex="-1"
              aria-checked=${choice === (this.colour ?? none) ? 'true' : 'false'}
              @click=${() => this.#choose(choice)}
            >
              <span class="dot" data-colour=${choice === none ? nothing : choice}></span>${
                choice.charAt(0).toUpperCase() + choice.slice(1)
              }
            </button>`,
        )}
      </div>`;
  }

  #choose(id: string): void {
    this.menu.hidePopover();
    fire(this, 'lectern-pick', { id, isActive: id === (this.colour ?? none) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-tag-colour': LecternTagColour;
  }
}
