import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ImportSummary } from '../../../main/contract/import-entities.ts';
import '../../components/lectern-error.ts';
import { formatDate } from '../../lib/dates.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { historyWords } from './import-words.ts';

/** The imports before, newest first; nothing as long as there are none. */
@customElement('lectern-import-history')
export class LecternImportHistory extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: var(--lectern-space-2);
        padding-block: var(--lectern-space-1) 0.625rem;
      }
      li + li a {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .name {
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.5rem var(--lectern-serif);
        overflow-wrap: anywhere;
      }
      a:hover .name {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
      .became {
        grid-column: 1 / -1;
      }
      time.meta {
        line-height: 1.5rem;
      }
    `,
  ];

  readonly #imports = new ImportsWatch(this, async (client) => (await client['imports.list']({})).items);

  override render(): unknown {
    const { value, error } = this.#imports;
    if (value === undefined && error !== null) {
      return html`<lectern-error
        heading="The earlier imports cannot be listed"
        .error=${error}
        @lectern-retry=${() => this.#imports.again()}
      ></lectern-error>`;
    }
    if (value === undefined || value.length === 0) return nothing;
    return html`<section aria-labelledby="earlier">
      <h2 class="label" id="earlier">Earlier imports</h2>
      <ul>
        ${value.map((summary) => html`<li>${this.#line(summary)}</li>`)}
      </ul>
    </section>`;
  }

  #line(summary: ImportSummary): unknown {
    const day = summary.startedAt.slice(0, 10);
    return html`<a href=${printRoute({ name: 'import', id: summary.id })}>
      <span class="name" dir="auto">${summary.name}</span>
      <time class="meta nums" datetime=${day}>${formatDate(day, 'day')}</time>
      <span class="meta nums became">${historyWords(summary)}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-history': LecternImportHistory;
  }
}
