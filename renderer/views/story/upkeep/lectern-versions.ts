import { consume } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import type { Article } from '../../../../main/contract/entities.ts';
import type { Version } from '../../../../main/contract/upkeep-entities.ts';
import { clientContext } from '../../../api/api-context.ts';
import '../../../components/lectern-error.ts';
import '../../../components/lectern-loading.ts';
import { count } from '../../../lib/counts.ts';
import { formatDate } from '../../../lib/dates.ts';
import { fire } from '../../../lib/fire.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { sayDone } from '../../../lib/say-done.ts';
import { base } from '../../../styles/base.styles.ts';
import './lectern-comparison.ts';
import type { LecternComparison } from './lectern-comparison.ts';
import { sheet } from './sheet.styles.ts';

/**
 * The earlier texts of a saved article, each compared with the one that is there now, and the way back to it.
 *
 * @event lectern-close - the reader is done
 */
@customElement('lectern-versions')
export class LecternVersions extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .list {
        display: grid;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .version {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--lectern-space-1);
        inline-size: 100%;
        padding: var(--lectern-space-1);
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
        text-align: start;
      }
      .version:hover {
        background: var(--lectern-ground-sunken);
      }
      .version[aria-pressed='true'] {
        background: var(--lectern-reader-wash);
        color: var(--lectern-reader);
        font-weight: var(--lectern-weight-medium);
      }
      .count {
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-xs);
        font-weight: var(--lectern-weight-text);
      }
      .question {
        display: grid;
        gap: var(--lectern-space-1);
        padding: var(--lectern-space-2);
        border: var(--lectern-hairline) solid var(--lectern-danger);
        border-radius: var(--lectern-radius-2);
      }
      .tools {
        position: sticky;
        inset-block-start: 0;
        padding-block: var(--lectern-space-1);
        background: var(--lectern-ground-raised);
        border-block-end: var(--lectern-hairline) solid var(--lectern-rule);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  @consume({ context: clientContext }) private readonly client!: Client;
  @query('lectern-comparison') private readonly comparison!: LecternComparison | null;
  /** Null for the newest. */
  @state() private chosen: number | null = null;
  @state() private asked = 0;
  /** The version of which it is asked whether it is to go. */
  @state() private doomed: number | null = null;

  readonly #versions = new Task(this, {
    args: () => [this.article.id, this.asked] as const,
    task: async ([id]) => (await this.client['articles.versions']({ id })).items,
  });
  readonly #compared = new Task(this, {
    args: () => [this.article.id, this.#current?.version ?? null] as const,
    task: async ([id, before]) =>
      before === null ? null : this.client['articles.compare']({ id, before, after: null }),
  });

  constructor() {
    super();
    this.addEventListener('keydown', this.#pressed);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('doomed') || changed.get('doomed') === undefined) return;
    // Into the question, and back to where it was asked.
    this.renderRoot.querySelector<HTMLElement>(this.doomed === null ? '.remove' : '.keep')?.focus();
  }

  get #current(): Version | null {
    const all = this.#versions.value ?? [];
    return all.find(({ version }) => version === this.chosen) ?? all[0] ?? null;
  }

  override render(): unknown {
    return html`<div class="sheet">
      <h2>What changed since you saved it</h2>
      <p class="about">Earlier texts of this page. Search looks into the present text only.</p>
      ${this.#versions.render({
        pending: () => html`<lectern-loading></lectern-loading>`,
        error: (error) => this.#failed(error),
        complete: (versions) => this.#all(versions),
      })}
      <p class="acts foot"><button class="button" @click=${this.#close}>Close</button></p>
    </div>`;
  }

  #all(versions: readonly Version[]): unknown {
    const current = this.#current;
    if (current === null) return html`<p class="about">No earlier text is kept.</p>`;
    return html`<div class="list" role="group" aria-label="Earlier texts">
        ${versions.map((one) => this.#line(one, one === current))}
      </div>
      <div class="acts tools">
        <button class="button button--small" @click=${() => this.comparison?.step(-1)}>Previous change</button>
        <button class="button button--small" @click=${() => this.comparison?.step(1)}>Next change</button>
        <button class="act" @click=${() => void this.#restore(current.version)}>Bring this text back</button>
        <button
          class="act act--danger remove"
          aria-expanded=${this.doomed === current.version ? 'true' : 'false'}
          @click=${() => (this.doomed = current.version)}
        >
          Remove it for good…
        </button>
      </div>
      ${this.doomed === current.version ? this.#question(current) : nothing} ${this.#text()}`;
  }

  /** Nothing else is asked; but of what is gone for good nothing can be taken back. */
  #question({ version, replacedAt }: Version): unknown {
    return html`<div class="question" role="group" aria-labelledby="question" @keydown=${this.#kept}>
      <p id="question">
        Remove the text that stood here until ${formatDate(replacedAt, 'day')}? It cannot be brought back.
      </p>
      <p class="acts">
        <button class="button keep" @click=${() => (this.doomed = null)}>Keep it</button>
        <button class="button button--danger" @click=${() => void this.#remove(version)}>Remove for good</button>
      </p>
    </div>`;
  }

  #line({ version, replacedAt, title, words, added, removed }: Version, isCurrent: boolean): unknown {
    return html`<button
      class="version"
      aria-pressed=${isCurrent ? 'true' : 'false'}
      @click=${() => {
        this.chosen = version;
      }}
    >
      <span>Until ${formatDate(replacedAt, 'day')}, ${replacedAt.slice(11, 16)}</span>
      <span dir="auto">${title}</span>
      <span class="count nums"
        >${count(words, 'word', 'words')}${added === null || removed === null ? nothing : this.#since(added, removed)}</span
      >
    </button>`;
  }

  #since(added: number, removed: number): string {
    if (added === 0 && removed === 0) return ', then no word changed';
    return `, then ${added.toLocaleString('en-GB')} added and ${removed.toLocaleString('en-GB')} removed`;
  }

  #text(): unknown {
    if (this.#compared.status === TaskStatus.ERROR) return this.#failed(this.#compared.error);
    const comparison = this.#compared.value ?? null;
    if (comparison === null) return html`<lectern-loading></lectern-loading>`;
    const { language, direction } = this.article;
    return html`<lectern-comparison
      .comparison=${comparison}
      .language=${language}
      .direction=${direction}
    ></lectern-comparison>`;
  }

  #failed(error: unknown): unknown {
    return html`<lectern-error
      heading="The earlier texts cannot be shown"
      .error=${error}
      @lectern-retry=${this.#again}
    ></lectern-error>`;
  }

  async #restore(version: number): Promise<void> {
    const { client } = this;
    const { id } = this.article;
    try {
      const { replaced } = await client['articles.restoreVersion']({ id, version });
      sayDone(this, 'The earlier text is back.', () => client['articles.restoreVersion']({ id, version: replaced }));
      this.#close();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  async #remove(version: number): Promise<void> {
    try {
      await this.client['articles.removeVersion']({ id: this.article.id, version });
      this.#again();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  readonly #kept = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.doomed = null;
  };

  #again(): void {
    this.doomed = null;
    this.chosen = null;
    this.asked += 1;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const by = { n: 1, N: -1, p: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.comparison?.step(by === 1 ? 1 : -1);
  };

  #close(): void {
    fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-versions': LecternVersions;
  }
}
