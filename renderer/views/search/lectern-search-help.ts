import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Publication } from '../../../main/contract/entities.ts';
import '../../components/lectern-dialog.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { publicationContext } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import { helpGroups } from './help-rows.ts';
import './search-events.ts';

/**
 * The card that shows the language: examples that run on a click.
 *
 * @event lectern-query - one of them was chosen
 * @event lectern-close - the card was closed
 */
@customElement('lectern-search-help')
export class LecternSearchHelp extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
        --lectern-dialog-size: 62rem;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--lectern-space-2) var(--lectern-space-2) 0 var(--lectern-space-3);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        align-items: start;
        gap: var(--lectern-space-3) var(--lectern-space-4);
        padding: var(--lectern-space-2) var(--lectern-space-3) var(--lectern-space-3);
      }
      h3 {
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-rule-ink);
        padding-block: var(--lectern-space-half);
        font: var(--lectern-weight-strong) var(--lectern-type-note) / 1.5rem var(--lectern-serif);
        font-variant-caps: all-small-caps;
        letter-spacing: var(--lectern-tracking-caps);
      }
      .try {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr);
        gap: 0 var(--lectern-space-2);
        align-items: baseline;
        inline-size: 100%;
        padding-block: 0.375rem;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
        text-align: start;
      }
      li:first-child .try {
        border: 0;
      }
      .try:hover {
        background: var(--lectern-ground-sunken);
      }
      code {
        font: var(--lectern-weight-text) var(--lectern-type-code) / 1.25rem var(--lectern-mono);
        color: var(--lectern-reader);
        overflow-wrap: anywhere;
      }
      .meaning {
        font: italic var(--lectern-weight-text) var(--lectern-type-note) / 1.25rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      .last {
        align-self: end;
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-sm);
        line-height: var(--lectern-lead-sm);
      }
      @media (width < 48rem) {
        .try {
          grid-template-columns: minmax(0, 1fr);
          min-block-size: var(--lectern-target);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @consume({ context: publicationContext, subscribe: true }) @state() private publication: Publication | null = null;

  override render(): unknown {
    return html`<lectern-dialog label="How to search" ?open=${this.open}>
      ${this.open ? this.#card() : ''}
    </lectern-dialog>`;
  }

  #card(): unknown {
    return html`<header>
        <h2>How to search</h2>
        <button class="tool" aria-label="Close" title="Close" @click=${() => fire(this, 'lectern-close', null)}>
          <lectern-icon name="x"></lectern-icon>
        </button>
      </header>
      <div class="groups">
        ${helpGroups(this.publication).map(
          ({ title, rows }) =>
            html`<section>
              <h3>${title}</h3>
              <ul>
                ${rows.map(
                  ({ query, meaning }) =>
                    html`<li>
                      <button class="try" @click=${() => this.#run(query)}>
                        <code>${query}</code><span class="meaning">${meaning}</span>
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`,
        )}
        <p class="last">
          Accents and capitals make no difference. A word is also found in its other forms, as it is typed first. A
          minus before any of these leaves out what it finds. Whatever is not understood is searched for as it stands.
        </p>
      </div>`;
  }

  #run(query: string): void {
    fire(this, 'lectern-close', null);
    fire(this, 'lectern-query', { query });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-help': LecternSearchHelp;
  }
}
