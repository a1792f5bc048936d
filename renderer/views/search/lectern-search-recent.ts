import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { noSearches, searchesContext, type Searches } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import './search-events.ts';
import { tryStyles } from './try.styles.ts';

const shown = 8;

/**
 * What was searched for lately, to be asked again or forgotten.
 *
 * @event lectern-query - one of them was chosen
 */
@customElement('lectern-search-recent')
export class LecternSearchRecent extends LitElement {
  static override styles = [
    base,
    tryStyles,
    css`
      :host {
        padding-block-end: 0;
      }
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--lectern-space-2);
        font-size: var(--lectern-type-xs);
      }
      .row {
        display: flex;
        align-items: center;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .row:hover {
        background: var(--lectern-ground-sunken);
      }
      .ask {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        flex: 1;
        min-inline-size: 0;
        min-block-size: 2.25rem;
        text-align: start;
        color: var(--lectern-ink-3);
      }
      .ask code {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .tool {
        --lectern-icon: 0.875rem;
      }
      @media (width < 48rem) {
        .ask {
          min-block-size: var(--lectern-target);
        }
      }
    `,
  ];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: searchesContext, subscribe: true }) @state() private searches: Searches = noSearches;

  override render(): unknown {
    const recent = this.searches.recent.slice(0, shown);
    this.hidden = recent.length === 0;
    if (recent.length === 0) return nothing;
    return html`<div class="head">
        <h2>Searched lately</h2>
        <button class="link" @click=${() => void this.#forget({})}>Forget all</button>
      </div>
      <ul>
        ${repeat(
          recent,
          ({ query }) => query,
          ({ query }) =>
            html`<li class="row">
              <button class="ask" @click=${() => fire(this, 'lectern-query', { query })}>
                <lectern-icon name="history"></lectern-icon><code dir="auto">${query}</code>
              </button>
              <button
                class="tool"
                aria-label="Forget ${query}"
                title="Forget"
                @click=${() => void this.#forget({ query })}
              >
                <lectern-icon name="x"></lectern-icon>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  async #forget(what: { query?: string }): Promise<void> {
    try {
      await this.client['searches.forget'](what);
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-recent': LecternSearchRecent;
  }
}
