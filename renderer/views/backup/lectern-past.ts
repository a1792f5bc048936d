import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BackupStatus, PastArticle } from '../../../main/contract/backup-entities.ts';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { count } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';
import '../../lib/icons/lectern-icon.ts';
import { printRoute } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { BackupController } from './backup-controller.ts';
import { lastOf, momentWords, workWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';
import './lectern-backup-end.ts';
import './lectern-past-article.ts';
import './lectern-restore-preview.ts';

const pageSize = 50;
/** As many as the core gives at once. */
const most = 200;

const nowWords: Readonly<Record<PastArticle['now'], string>> = {
  gone: 'gone now',
  'in-trash': 'in the trash now',
  same: 'here as it was',
  'other-text': 'another text now',
};

/** A look into a snapshot: its articles by words of their titles, each as it was, and the way back for those one misses. */
@customElement('lectern-past')
export class LecternPast extends LitElement {
  static override styles = [
    base,
    page,
    backupStyles,
    css`
      :host {
        display: block;
      }
      input[type='search'] {
        inline-size: min(100%, 24rem);
        min-block-size: var(--lectern-control);
        padding-inline: 0.75rem;
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-2);
        background: var(--lectern-ground-raised);
      }
      .rows > li {
        grid-template-columns: max-content minmax(0, 1fr) max-content;
      }
      .rows button.name {
        text-align: start;
      }
      .rows button.name:hover {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.16em;
      }
      .gone {
        color: var(--lectern-reader);
      }
      .up {
        display: inline-block;
        padding-block-end: var(--lectern-space-1);
      }
      .acts {
        padding-block: var(--lectern-space-2);
      }
    `,
  ];

  @property({ attribute: false }) snapshot = '';
  @property({ attribute: false }) status!: BackupStatus;
  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private words = '';
  @state() private limit = pageSize;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private shown: string | null = null;
  @state() private isRestoring = false;

  readonly #backup = new BackupController(this);
  readonly #articles = new Task(this, {
    args: () => [this.snapshot, this.words, this.limit, lastOf(this.status, ['take-back', 'restore'])?.at] as const,
    task: ([id, words, limit]) => this.client['snapshots.articles']({ id, query: words, limit }),
  });

  override render(): unknown {
    const { working } = this.status;
    const taken = working === null ? lastOf(this.status, ['take-back', 'restore']) : null;
    return html`<a class="up link" href=${printRoute({ name: 'backup', snapshot: null })}>Backup</a>
      <h1 class="page__title">The library on ${momentWords(this.#takenAt())}</h1>
      <p class="page__stand">
        Only to look at. What you take back comes with its tags, highlights, versions and pictures.
      </p>
      <label class="vh" for="words">Words of the title</label>
      <input id="words" type="search" placeholder="Words of the title" .value=${this.words} @input=${this.#typed} />
      <div class="acts">
        <button
          class="button button--main"
          ?disabled=${working !== null || this.chosen.size === 0}
          @click=${this.#takeBack}
        >
          <lectern-icon name="undo-2"></lectern-icon
          >${this.chosen.size === 0 ? 'Take back' : `Take ${count(this.chosen.size, 'article', 'articles')} back`}
        </button>
        <button class="button" ?disabled=${working !== null} @click=${this.#all}>Everything…</button>
        <span class="meta" role="status">${working === null ? nothing : workWords(working)}</span>
      </div>
      ${this.#preview()}
      <lectern-backup-end .outcome=${taken}></lectern-backup-end>
      ${this.#articles.render({
        pending: () => html`<lectern-loading label="Looking into the snapshot" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="This snapshot cannot be shown"
            .error=${error}
            @lectern-retry=${() => this.#articles.run()}
          ></lectern-error>`,
        complete: ({ items, total }) => this.#list(items, total),
      })}
      <lectern-past-article
        .snapshot=${this.snapshot}
        .articleId=${this.shown}
        @lectern-close=${() => (this.shown = null)}
      ></lectern-past-article>`;
  }

  #preview(): unknown {
    const outcome = lastOf(this.status, ['preview']);
    if (!this.isRestoring || this.status.working !== null || outcome?.preview == null) return nothing;
    return html`<lectern-restore-preview
      .preview=${outcome.preview}
      .from=${{ kind: 'snapshot', id: this.snapshot }}
      @lectern-close=${() => (this.isRestoring = false)}
    ></lectern-restore-preview>`;
  }

  #list(items: readonly PastArticle[], total: number): unknown {
    if (total === 0)
      return html`<p class="said">${this.words === '' ? 'There was no article yet.' : 'No title has these words.'}</p>`;
    return html`<p class="meta nums" role="status">${count(total, 'article', 'articles')}</p>
      <ul class="rows">
        ${items.map(
          (article) =>
            html`<li>
              <input
                type="checkbox"
                aria-label="Take “${article.title}” back"
                .checked=${this.chosen.has(article.id)}
                @change=${() => this.#choose(article.id)}
              />
              <div>
                <button class="name" dir="auto" @click=${() => (this.shown = article.id)}>${article.title}</button>
                <div class="meta">
                  ${[article.site, formatDate(article.savedAt.slice(0, 10), 'day')].filter((part) => part !== '').join(', ')}
                </div>
              </div>
              <span class=${article.now === 'same' ? 'meta' : 'meta gone'}>${nowWords[article.now]}</span>
            </li>`,
        )}
      </ul>
      ${items.length < total ? this.#more() : nothing}`;
  }

  #more(): unknown {
    if (this.limit >= most) return html`<p class="said said--quiet">The others are found by words of their titles.</p>`;
    return html`<div class="acts"><button class="button" @click=${() => (this.limit = most)}>Show more</button></div>`;
  }

  /** As the name of the snapshot has it, which the core made. */
  #takenAt(): string {
    const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(this.snapshot) ?? [];
    const [year = '1970', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  }

  #typed(event: Event): void {
    if (event.currentTarget instanceof HTMLInputElement) this.words = event.currentTarget.value.slice(0, 200);
  }

  #choose(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  async #takeBack(): Promise<void> {
    const articleIds = [...this.chosen];
    await this.#backup.begin((client) => client['snapshots.takeBack']({ id: this.snapshot, articleIds }));
    this.chosen = new Set();
  }

  async #all(): Promise<void> {
    await this.#backup.begin((client) => client['backup.preview']({ from: { kind: 'snapshot', id: this.snapshot } }));
    this.isRestoring = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-past': LecternPast;
  }
}
