import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../main/contract/entities.ts';
import { minutesLeft } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { fire } from '../../lib/fire.ts';
import { savedArticles } from '../../lib/list-ref.ts';
import { isUnderway } from '../../lib/reading/reading-progress.ts';
import { listHref } from '../../state/route.ts';
import { bar } from '../../styles/bar.styles.ts';
import { base } from '../../styles/base.styles.ts';
import '../../components/lectern-menu.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import './story-events.ts';

/**
 * Over a story: where it belongs, how much is left, and its tools.
 *
 * @event lectern-choose - `back`, `typography`, `bookmark`, or the id of an entry of `share` or `more`
 */
@customElement('lectern-story-bar')
export class LecternStoryBar extends LitElement {
  static override styles = [
    base,
    bar,
    css`
      :host {
        display: block;
      }
      .left {
        color: var(--lectern-ink-3);
        font-size: var(--lectern-type-xs);
        white-space: nowrap;
        padding-inline-end: var(--lectern-space-1);
      }
      .crumb a:first-child {
        flex: none;
      }
      .bar__group:first-child {
        min-inline-size: 0;
      }
      @media (width < 48rem) {
        .left {
          display: none;
        }
      }
    `,
  ];

  /** Null until the story has come. */
  @property({ attribute: false }) article: Article | null = null;
  @property() publication = '';
  @property({ type: Boolean }) bookmarked = false;
  @property({ type: Number }) progress = 0;
  @property({ attribute: false }) share: readonly MenuEntry[] = [];
  @property({ attribute: false }) more: readonly MenuEntry[] = [];

  override render(): unknown {
    return html`<div class="bar bar--story" role="toolbar" aria-label="Story">
      <div class="bar__group">
        <button class="tool tool--back" aria-label="Back" @click=${() => this.#choose('back')}>
          <lectern-icon name="arrow-left"></lectern-icon>
        </button>
        <p class="crumb">${this.#place()}</p>
      </div>
      ${this.article === null ? nothing : this.#tools(this.article)}
    </div>`;
  }

  #place(): unknown {
    if (this.article?.source === 'library') return html`<a href=${listHref(savedArticles)}>Library</a>`;
    return html`<a href="#/">${this.publication === '' ? 'Home' : this.publication}</a>${this.#section()}`;
  }

  #section(): unknown {
    const section = this.article?.section ?? null;
    if (section === null) return nothing;
    return html`<lectern-icon name="chevron-right"></lectern-icon
      ><a href=${listHref({ kind: 'section', id: section.id })}>${section.name}</a>`;
  }

  #tools(article: Article): unknown {
    return html`<div class="bar__group bar__group--end">
      ${
        isUnderway(this.progress)
          ? html`<span class="left nums">${minutesLeft(article.minutes, this.progress)} min left</span>`
          : nothing
      }
      <button class="tool" aria-label="Typography" title="Typography" @click=${() => this.#choose('typography')}>
        <lectern-icon name="a-large-small"></lectern-icon>
      </button>
      <button
        class="tool"
        aria-label="Bookmark"
        title="Bookmark"
        aria-pressed=${this.bookmarked ? 'true' : 'false'}
        @click=${() => this.#choose('bookmark')}
      >
        <lectern-icon name="bookmark"></lectern-icon>
      </button>
      <lectern-menu tool label="Share" icon="share-2" .entries=${this.share}></lectern-menu>
      <lectern-menu tool label="More actions" icon="ellipsis" .entries=${this.more}></lectern-menu>
    </div>`;
  }

  #choose(id: string): void {
    fire(this, 'lectern-choose', { id });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-bar': LecternStoryBar;
  }
}
