import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { ImportRow, ImportSummary, RowOutcome } from '../../../main/contract/import-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { count } from '../../lib/counts.ts';
import { savedArticles } from '../../lib/list-ref.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { rowClasses, type RowClass } from './import-words.ts';
import { rowsStyles } from './lectern-import-rows.styles.ts';

const pageSize = 50;
/** The most that the contract gives at once. */
const largestPage = 200;

/** The rows of an import as a sum of classes, and the rows of the class that is chosen. */
@customElement('lectern-import-rows')
export class LecternImportRows extends LitElement {
  static override styles = [base, rowsStyles];

  @property({ attribute: false }) summary!: ImportSummary;

  @consume({ context: clientContext }) private readonly client!: Client;

  /** The class that the reader chose; null for the first that has rows. */
  @state() private chosen: RowOutcome | null = null;
  @state() private wanted = pageSize;

  @queryAll('[role=tab]:not([aria-disabled=true])') private readonly tabs!: NodeListOf<HTMLElement>;

  readonly #rows = new Task(this, {
    args: () => {
      const { id, state } = this.summary;
      const { outcome, rows } = this.#shown;
      // Those that are shown already do not change as more come in.
      return [id, state, outcome, Math.min(this.wanted, rows)] as const;
    },
    task: async ([id, , outcome, wanted]) => {
      const items: ImportRow[] = [];
      while (items.length < wanted) {
        const limit = Math.min(largestPage, wanted - items.length);
        const page = await this.client['imports.rows']({ id, outcome, limit, offset: items.length });
        if (page.items.length === 0) break;
        items.push(...page.items);
      }
      return { outcome, items };
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('summary') && changed.get('summary')?.id !== this.summary.id) {
      this.chosen = null;
      this.wanted = pageSize;
    }
  }

  get #classes(): readonly RowClass[] {
    return rowClasses(this.summary);
  }

  get #shown(): RowClass {
    const classes = this.#classes;
    const found = classes.find(({ outcome }) => outcome === this.chosen) ?? classes.find(({ rows }) => rows > 0);
    return found ?? classes[0] ?? { outcome: 'imported', words: '', rows: 0 };
  }

  override render(): unknown {
    return html`<div class="sum">
        <div role="tablist" aria-orientation="vertical" aria-label="What became of the rows" @keydown=${this.#keyed}>
          ${this.#classes.map((row) => this.#tab(row))}
        </div>
        <p class="total"><b class="number">${this.summary.read.toLocaleString('en-GB')}</b><span>read in all</span></p>
      </div>
      <div class="rows" role="tabpanel" id="rows" aria-labelledby=${`tab-${this.#shown.outcome}`}>
        ${renderKept(this.#rows, {
          loading: () => html`<lectern-loading label="Opening the rows" shape="list"></lectern-loading>`,
          error: (error) =>
            html`<lectern-error
              heading="The rows cannot be read"
              .error=${error}
              @lectern-retry=${() => void this.#rows.run()}
            ></lectern-error>`,
          complete: ({ items }) => this.#list(items),
        })}
      </div>`;
  }

  #tab({ outcome, words, rows }: RowClass): unknown {
    const isShown = outcome === this.#shown.outcome;
    return html`<button
      role="tab"
      id=${`tab-${outcome}`}
      aria-controls="rows"
      aria-selected=${isShown}
      aria-disabled=${rows === 0}
      tabindex=${isShown ? 0 : -1}
      @click=${() => this.#choose(outcome, rows)}
    >
      <b class="number">${rows.toLocaleString('en-GB')}</b><span>${words}</span>
    </button>`;
  }

  #choose(outcome: RowOutcome, rows: number): void {
    if (rows === 0) return;
    this.chosen = outcome;
    this.wanted = pageSize;
  }

  #keyed(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const tabs = [...this.tabs];
    const at = tabs.findIndex((tab) => tab === this.shadowRoot?.activeElement);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    next?.click();
    next?.focus();
  }

  #list(items: readonly ImportRow[]): unknown {
    const left = this.#shown.rows - items.length;
    return html`<ol>
        ${items.map((row) => html`<li>${this.#row(row)}</li>`)}
      </ol>
      ${
        left > 0 && items.length > 0
          ? html`<button class="button" @click=${() => (this.wanted = items.length + largestPage)}>
              Show more<span class="nums more">${count(left, 'other', 'others')}</span>
            </button>`
          : nothing
      }`;
  }

  #row({ input, row, title, reason, articleId }: ImportRow): unknown {
    const name = title === '' ? input : title;
    // The article of a preview, and of what was taken back, is not in the library.
    const isThere = articleId !== null && (this.summary.state === 'done' || this.summary.state === 'running');
    const place = [title === '' ? '' : input, row > 1 ? `row ${row.toLocaleString('en-GB')}` : ''];
    return html`<div class="title" dir="auto">
        ${isThere ? html`<a href=${storyHref(articleId, { list: savedArticles })}>${name}</a>` : name}
      </div>
      ${reason === null ? nothing : html`<p class="why">${reason}</p>`}
      <p class="meta nums" dir="auto">${place.filter((part) => part !== '').join(', ')}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-rows': LecternImportRows;
  }
}
