import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import type { Passage } from '../../../main/contract/search-entities.ts';
import '../../components/lectern-byline.ts';
import '../../components/lectern-kicker.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { gapText } from '../../lib/reading/number-words.ts';
import { prose } from '../../lib/reading/prose.styles.ts';
import { bar } from '../../styles/bar.styles.ts';
import { base } from '../../styles/base.styles.ts';
import { markedParts } from './marked-parts.ts';
import './lectern-search-why.ts';
import { previewFlow, type FlowItem } from './preview-flow.ts';
import './search-events.ts';

/**
 * What was found in one story: its matching paragraphs whole, and how much stands between them.
 *
 * @event lectern-step - to the next place or back
 * @event lectern-to-list - back to the list, where there is room for one of them only
 */
@customElement('lectern-search-preview')
export class LecternSearchPreview extends LitElement {
  static override styles = [
    base,
    bar,
    prose,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        min-inline-size: 0;
      }
      .place {
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-sm);
        white-space: nowrap;
      }
      .place b {
        color: var(--lectern-ink);
        font-weight: var(--lectern-weight-strong);
        margin-inline: 0.2em;
      }
      .scroll {
        flex: 1;
        min-block-size: 0;
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--lectern-rule-strong) transparent;
      }
      .page {
        inline-size: min(100% - 2 * var(--lectern-space-4), 35rem);
        margin-inline: auto;
        padding-block: var(--lectern-space-5);
      }
      h2 {
        padding-block: var(--lectern-space-half) var(--lectern-space-1);
        font: var(--lectern-weight-strong) var(--lectern-type-2xl) / var(--lectern-lead-2xl) var(--lectern-serif);
        letter-spacing: -0.016em;
        text-wrap: balance;
        overflow-wrap: break-word;
      }
      .prose {
        max-inline-size: none;
        padding-block-start: var(--lectern-space-3);
        font-size: var(--lectern-type-label);
      }
      .prose p,
      .prose p + p {
        text-indent: 0;
      }
      .prose .stand {
        color: var(--lectern-ink-2);
        font-size: var(--lectern-type-lg);
        line-height: 1.875rem;
        padding-block-end: var(--lectern-space-2);
      }
      .prose p:not(.gap, .stand) + p:not(.gap) {
        padding-block-start: 0.75rem;
      }
      .prose .gap {
        display: flex;
        align-items: center;
        gap: var(--lectern-space-2);
        padding-block: var(--lectern-space-3);
        font: var(--lectern-type-xs) / 1rem var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      .prose .fault {
        font: var(--lectern-type-sm) / var(--lectern-lead-sm) var(--lectern-sans);
        color: var(--lectern-danger);
      }
      .to-list {
        display: none;
      }
      :host([alone]) .to-list {
        display: inline-grid;
      }
      .gap::before,
      .gap::after {
        content: '';
        flex: 1;
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
    `,
  ];

  /** Whether the list is out of sight, so that a way back is needed. */
  @property({ type: Boolean, reflect: true }) alone = false;
  @property({ attribute: false }) article!: ArticleSummary;
  /** Where "Open" leads. */
  @property() href = '';
  @property({ attribute: false }) places: readonly Passage[] = [];
  @property({ type: Number }) blockCount = 0;
  /** What stands for the text of a story that was found in its title, tags or author only. */
  @property({ attribute: false }) opening: Passage | null = null;
  /** From 0. */
  @property({ type: Number }) current = 0;
  /** What was searched for. */
  @property() query = '';
  /** Why the places could not be had; null if they could. */
  @property({ attribute: false }) error: unknown = null;

  @query('.scroll') private readonly scroller!: HTMLElement;
  #shown = '';

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  override updated(changed: PropertyValues<this>): void {
    // To look where it is scrolled is to have it laid out: not for every letter that changes where "Open" leads.
    if (!(['article', 'query', 'current', 'places'] as const).some((name) => changed.has(name))) return;
    // Another story begins at its top, if its first place can be seen from there; each step shows its place.
    const shown = `${this.article.id} ${this.query}`;
    if (this.#shown !== shown) this.scroller.scrollTop = 0;
    this.#shown = shown;
    if (this.current > 0 || this.scroller.scrollTop > 0) this.#reveal();
  }

  override render(): unknown {
    const { article } = this;
    return html`<div class="bar bar--story" role="toolbar" aria-label="Preview">
        <button
          class="tool to-list"
          aria-label="Back to the results"
          title="Back to the results"
          @click=${() => fire(this, 'lectern-to-list', null)}
        >
          <lectern-icon name="arrow-left"></lectern-icon>
        </button>
        ${this.#counter()}
        <div class="bar__group bar__group--end">
          <lectern-search-why .articleId=${article.id} .query=${this.query}></lectern-search-why>
          <a class="button button--small" href=${this.href}><lectern-icon name="book-open"></lectern-icon>Open</a>
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Preview of ${article.title}">
        <article class="page" lang=${article.language} dir=${article.direction}>
          <lectern-kicker .section=${article.section?.name ?? null} .words=${article.kicker}></lectern-kicker>
          <h2>${article.title}</h2>
          <lectern-byline
            long
            .author=${article.author?.name ?? null}
            .published=${article.published}
            .minutes=${article.minutes}
          ></lectern-byline>
          <div class="prose">
            ${this.error === null ? nothing : html`<p class="fault" role="alert">${messageOf(this.error)}</p>`}
            ${article.standfirst === '' ? nothing : html`<p class="stand">${article.standfirst}</p>`}
            ${
              this.places.length === 0
                ? html`<p>${this.opening === null ? nothing : markedParts(this.opening)}</p>`
                : previewFlow(this.places, this.blockCount).map((item) => this.#item(item))
            }
          </div>
        </article>
      </div>`;
  }

  #counter(): unknown {
    if (this.places.length === 0) return html`<p class="place">In its title, tags or author</p>`;
    return html`<p class="place" role="status">
        Place <b class="nums">${this.current + 1}</b> of <b class="nums">${this.places.length}</b>
      </p>
      <div class="bar__group">
        <button class="tool" aria-label="Previous place" title="Previous place" @click=${() => this.#step(-1)}>
          <lectern-icon name="chevron-up"></lectern-icon>
        </button>
        <button class="tool" aria-label="Next place" title="Next place" @click=${() => this.#step(1)}>
          <lectern-icon name="chevron-down"></lectern-icon>
        </button>
      </div>`;
  }

  #item(item: FlowItem): unknown {
    if (item.kind === 'gap') return html`<p class="gap"><span>${gapText(item.blocks)}</span></p>`;
    const isCurrent = item.place === this.current;
    return html`<p ?data-current=${isCurrent}>${markedParts(item.passage, isCurrent)}</p>`;
  }

  #step(by: 1 | -1): void {
    fire(this, 'lectern-step', { by });
  }

  #reveal(): void {
    const place = this.renderRoot.querySelector('[data-current]');
    if (place === null) return;
    const pane = this.scroller.getBoundingClientRect();
    const { top, bottom } = place.getBoundingClientRect();
    if (top < pane.top || bottom > pane.bottom) this.scroller.scrollTop += top - pane.top - pane.height * 0.3;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-preview': LecternSearchPreview;
  }
}
