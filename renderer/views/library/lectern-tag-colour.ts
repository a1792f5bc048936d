import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { tagColour, type Tag } from '../../../main/contract/organise-entities.ts';
import { fire } from '../../lib/fire.ts';
import { base } from '../../styles/base.styles.ts';
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
      .entry {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-1);
        inline-size: 100%;
        min-block-size: var(--lectern-control);
        padding-inline: var(--lectern-space-1);
        border-radius: var(--lectern-radius-2);
        text-align: start;
      }
      .entry:is(:hover, :focus-visible) {
        background: var(--lectern-ground-sunken);
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
        @toggle=${this.#toggled}
        @keydown=${this.#pressed}
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

  get #buttons(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('.entry')];
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    this.#buttons.find((button) => button.ariaChecked === 'true')?.focus();
  }

  #choose(id: string): void {
    this.menu.hidePopover();
    fire(this, 'lectern-pick', { id, isActive: id === (this.colour ?? none) });
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
    'lectern-tag-colour': LecternTagColour;
  }
}
