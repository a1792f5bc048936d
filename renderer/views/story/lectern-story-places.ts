import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../lib/icons/lectern-icon.ts';
import { fire } from '../../lib/fire.ts';
import { bar } from '../../styles/bar.styles.ts';
import { base } from '../../styles/base.styles.ts';
import './story-events.ts';

/**
 * Which place of those that a search led to one is at, and the way to the others.
 *
 * @event lectern-choose - `next`, `previous` or `clear`
 */
@customElement('lectern-story-places')
export class LecternStoryPlaces extends LitElement {
  static override styles = [
    base,
    bar,
    css`
      :host {
        display: block;
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .bar {
        min-block-size: 2.5rem;
        background: var(--lectern-ground-rail);
      }
      .place {
        flex: none;
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-sm);
      }
      .place b {
        color: var(--lectern-ink);
        font-weight: var(--lectern-weight-strong);
        margin-inline: 0.2em;
      }
      @media (width < 48rem) {
        .bar {
          padding-inline-start: 1.25rem;
        }
      }
      .query {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font: italic var(--lectern-weight-text) var(--lectern-type-note) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @property() query = '';
  @property({ type: Number }) count = 0;
  /** From 0. */
  @property({ type: Number }) current = 0;
  /** The text of the block, read out when one comes to it. */
  @property() text = '';

  override render(): unknown {
    return html`<div class="bar" role="toolbar" aria-label="Places found">
      <p class="place">
        ${
          this.count === 0
            ? 'Not in the text of this story'
            : html`Place <b class="nums">${this.current + 1}</b> of <b class="nums">${this.count}</b>`
        }
      </p>
      ${
        this.count === 0
          ? nothing
          : html`<div class="bar__group">
              ${this.#tool('previous', 'chevron-up', 'Previous place')}${this.#tool('next', 'chevron-down', 'Next place')}
            </div>`
      }
      <p class="query">${this.query}</p>
      <div class="bar__group bar__group--end">${this.#tool('clear', 'x', 'Clear the marks')}</div>
      <p class="vh" role="status">
        ${this.count === 0 ? nothing : `Place ${this.current + 1} of ${this.count}: ${this.text}`}
      </p>
    </div>`;
  }

  #tool(id: string, icon: 'chevron-up' | 'chevron-down' | 'x', label: string): unknown {
    return html`<button
      class="tool"
      aria-label=${label}
      title=${label}
      @click=${() => fire(this, 'lectern-choose', { id })}
    >
      <lectern-icon name=${icon}></lectern-icon>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-places': LecternStoryPlaces;
  }
}
