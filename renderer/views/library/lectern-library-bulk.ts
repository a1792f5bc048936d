import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/lectern-menu.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { actEntries, acts, actsIn, type ActId } from '../../lib/library-acts.ts';
import type { LibraryView } from '../../lib/library-view.ts';
import { base } from '../../styles/base.styles.ts';

/**
 * Over the foot of the list while something is selected: how much, and what can be done to it.
 *
 * @event lectern-choose - the id of an act or of another entry, `all` or `clear`
 */
@customElement('lectern-library-bulk')
export class LecternLibraryBulk extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        container: bulk / inline-size;
      }
      .bulk {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-half);
        padding-block: 0.375rem;
        padding-inline: var(--lectern-space-2) var(--lectern-space-1);
        border: var(--lectern-hairline) solid var(--lectern-reader);
        border-radius: var(--lectern-radius-3);
        background: var(--lectern-ground-raised);
        box-shadow: var(--lectern-shadow);
      }
      .count {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--lectern-space-2);
        margin-inline-end: auto;
        color: var(--lectern-reader);
        white-space: nowrap;
      }
      b {
        font-weight: var(--lectern-weight-strong);
      }
      @container bulk (inline-size < 52rem) {
        .act {
          gap: 0;
          justify-content: center;
          min-inline-size: var(--lectern-control);
          --lectern-icon: 1.125rem;
        }
        .name {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @container bulk (inline-size < 30rem) {
        .bulk {
          flex-wrap: wrap;
          justify-content: space-between;
          padding-inline: var(--lectern-space-1);
        }
        .count {
          flex: 1 0 calc(100% - 4rem);
          order: -2;
          padding-inline-start: var(--lectern-space-1);
        }
        .clear {
          order: -1;
        }
        .act {
          min-inline-size: var(--lectern-target);
        }
      }
    `,
  ];

  @property({ attribute: false }) view: LibraryView = {};
  @property({ type: Number }) count = 0;
  /** Of the view. */
  @property({ type: Number }) total = 0;
  /** What else the list can do with them. */
  @property({ attribute: false }) others: readonly MenuEntry[] = [];
  /** Rows of a range are still being read. */
  @property({ type: Boolean }) reading = false;

  override render(): unknown {
    const { first, more } = actsIn(this.view);
    const entries: readonly MenuEntry[] = [...this.others, ...actEntries(more)];
    const isAll = this.count >= this.total;
    return html`<div class="bulk" role="toolbar" aria-label="What is selected">
      <p class="count" role="status">
        <span
          ><b class="nums">${this.count.toLocaleString('en-GB')}</b>
          selected${this.reading ? ', more being read…' : ''}</span
        >
        ${
          isAll
            ? nothing
            : html`<button class="link" @click=${() => this.#choose('all')}>
                All ${this.total.toLocaleString('en-GB')}
              </button>`
        }
      </p>
      ${first.map((id) => this.#act(id))}
      ${
        entries.length === 0
          ? nothing
          : html`<lectern-menu tool label="More to do with them" icon="ellipsis" .entries=${entries}></lectern-menu>`
      }
      <button class="tool clear" aria-label="Clear the selection" title="Clear" @click=${() => this.#choose('clear')}>
        <lectern-icon name="x"></lectern-icon>
      </button>
    </div>`;
  }

  #act(id: ActId): unknown {
    const { label, icon } = acts[id];
    const danger = id === 'trash' || id === 'purge';
    return html`<button class=${danger ? 'act act--danger' : 'act'} title=${label} @click=${() => this.#choose(id)}>
      <lectern-icon name=${icon}></lectern-icon><span class="name">${label}</span>
    </button>`;
  }

  #choose(id: string): void {
    fire(this, 'lectern-choose', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-bulk': LecternLibraryBulk;
  }
}
