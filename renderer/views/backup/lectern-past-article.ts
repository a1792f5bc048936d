import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-dialog.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { prose } from '../../lib/reading/prose.styles.ts';
import { proseFigures } from '../../lib/reading/prose-figures.styles.ts';
import { sanitise } from '../../lib/sanitise.ts';
import { base } from '../../styles/base.styles.ts';

/**
 * An article as a snapshot has it, over the page. Its links lead nowhere.
 *
 * @event lectern-close - the reader has seen enough
 */
@customElement('lectern-past-article')
export class LecternPastArticle extends LitElement {
  static override styles = [
    base,
    prose,
    proseFigures,
    css`
      .sheet {
        padding: var(--lectern-space-3) var(--lectern-space-4) var(--lectern-space-4);
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: var(--lectern-space-2);
        padding-block-end: var(--lectern-space-2);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-2xl) / var(--lectern-lead-2xl) var(--lectern-serif);
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      lectern-dialog {
        --lectern-dialog-size: 46rem;
      }
    `,
  ];

  @property({ attribute: false }) snapshot = '';
  /** Null for none. */
  @property({ attribute: false }) articleId: string | null = null;
  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #article = new Task(this, {
    args: () => [this.snapshot, this.articleId] as const,
    task: async ([id, articleId]) => (articleId === null ? null : this.client['snapshots.article']({ id, articleId })),
  });

  constructor() {
    super();
    this.addEventListener('click', stayHere);
  }

  override render(): unknown {
    return html`<lectern-dialog label="The article as it was" .open=${this.articleId !== null}>
      <div class="sheet">
        ${this.#article.render({
          pending: () => html`<lectern-loading label="Opening the article" shape="story"></lectern-loading>`,
          error: (error) =>
            html`<lectern-error heading="This article cannot be shown" .error=${error} no-retry></lectern-error>`,
          complete: (found) => (found === null ? nothing : this.#shown(found)),
        })}
      </div>
    </lectern-dialog>`;
  }

  #shown({ article, html: markup, tags, highlights, note }: Awaited<ReturnType<Client['snapshots.article']>>): unknown {
    return html`<div class="head">
        <h2 dir="auto">${article.title}</h2>
        <button class="tool" aria-label="Close" @click=${() => fire(this, 'lectern-close', null)}>
          <lectern-icon name="x"></lectern-icon>
        </button>
      </div>
      <p class="meta">${tags.map((tag) => html`<span class="hash">${tag}</span> `)}</p>
      ${note === '' ? nothing : html`<p>${note}</p>`}
      ${markup === '' ? html`<p class="meta">Only the address was kept.</p>` : html`<div class="prose" dir="auto">${guard([markup], () => sanitise(markup))}</div>`}
      ${
        highlights.length === 0
          ? nothing
          : html`<h3 class="label">Highlights</h3>
              ${highlights.map((quote) => html`<blockquote>${quote}</blockquote>`)}`
      }`;
  }
}

function stayHere(event: Event): void {
  if (event.composedPath().some((target) => target instanceof Element && target.localName === 'a'))
    event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-past-article': LecternPastArticle;
  }
}
