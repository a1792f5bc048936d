import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../main/contract/entities.ts';
import { fire } from '../../lib/fire.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import './story-events.ts';

type Own = NonNullable<Article['own']>;

/**
 * Under a saved article: what the reader added to it, wherever it was kept before.
 *
 * @event lectern-go-to-highlight - its place in the text is to be shown
 */
@customElement('lectern-story-own')
export class LecternStoryOwn extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--lectern-space-4);
        max-inline-size: min(var(--lectern-measure), 100% - var(--lectern-margin-notes));
        padding-block-start: var(--lectern-space-5);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-label) / 1.5rem var(--lectern-serif);
        font-variant-caps: all-small-caps;
        letter-spacing: var(--lectern-tracking-caps);
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule-strong);
        padding-block: var(--lectern-space-1) var(--lectern-space-half);
      }
      p,
      li {
        font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
        overflow-wrap: break-word;
      }
      .text {
        white-space: pre-line;
      }
      .line > a {
        margin-inline-end: var(--lectern-space-2);
      }
      .line > a:hover {
        text-decoration: underline;
      }
      li + li {
        padding-block-start: var(--lectern-space-2);
      }
      blockquote {
        padding-inline-start: var(--lectern-space-2);
        border-inline-start: var(--lectern-rule-thick) solid var(--lectern-reader);
        color: var(--lectern-ink);
      }
      blockquote + .note {
        padding-block-start: var(--lectern-space-half);
      }
      .place {
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-sans);
        color: var(--lectern-ink-3);
      }
      @container (inline-size < 52rem) {
        :host {
          max-inline-size: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  override render(): unknown {
    const { own, tags } = this.article;
    if (own === null) return nothing;
    const { note, shelves, highlights } = own;
    const isPlaced = tags.length > 0 || shelves.length > 0;
    return [
      note === '' ? nothing : this.#part('note', 'Your note', html`<p class="text" dir="auto">${note}</p>`),
      highlights.length === 0 ? nothing : this.#part('highlights', 'Your highlights', this.#highlights(highlights)),
      isPlaced ? this.#part('place', 'Tags and shelves', this.#places(tags, shelves)) : nothing,
    ];
  }

  #part(id: string, heading: string, content: unknown): unknown {
    return html`<section dir="ltr" aria-labelledby=${id}>
      <h2 id=${id}>${heading}</h2>
      ${content}
    </section>`;
  }

  #highlights(highlights: Own['highlights']): unknown {
    return html`<ul>
      ${highlights.map(
        ({ quote, note, place }, at) =>
          html`<li>
            ${quote === '' ? nothing : html`<blockquote class="text" dir="auto">${quote}</blockquote>`}${
              quote === '' ? nothing : this.#place(place !== null, at)
            }${note === '' ? nothing : html`<div class="note text" dir="auto">${note}</div>`}
          </li>`,
      )}
    </ul>`;
  }

  #place(isFound: boolean, at: number): unknown {
    if (this.article.saved?.isLink === true) return nothing;
    if (!isFound) return html`<p class="place">Not found in the present text.</p>`;
    return html`<p class="place">
      <button class="link" @click=${() => fire(this, 'lectern-go-to-highlight', { at })}>Show it in the text</button>
    </p>`;
  }

  #places(tags: readonly string[], shelves: Own['shelves']): unknown {
    return html`${
      tags.length === 0
        ? nothing
        : html`<p class="line">
            ${tags.map((tag) => html`<a href=${listHref({ kind: 'tag', id: tag })}>#${tag}</a> `)}
          </p>`
    }${shelves.map((path) => html`<p class="line" dir="auto">${path.join(' › ')}</p>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-own': LecternStoryOwn;
  }
}
