import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleSummary, Download } from '../../../main/contract/entities.ts';
import '../../components/lectern-download.ts';
import '../../components/lectern-label.ts';
import '../../components/lectern-progress.ts';
import { count, minutesLeft } from '../../lib/counts.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';

const begunShown = 3;
const bookmarksShown = 2;

/** The reader's own column on the front page: what was begun, what was marked, and something to take along. */
@customElement('lectern-yours')
export class LecternYours extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--lectern-space-4);
        align-content: start;
      }
      ul {
        display: grid;
        gap: var(--lectern-space-2);
      }
      li a {
        display: block;
        font: var(--lectern-weight-strong) var(--lectern-type-list) / 1.375rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        text-wrap: pretty;
      }
      lectern-progress {
        margin-block: var(--lectern-space-1) 0.375rem;
      }
      .meta {
        display: block;
      }
      .hint {
        font: italic var(--lectern-weight-text) var(--lectern-type-md) / 1.5rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      .all {
        display: inline-block;
        margin-block-start: var(--lectern-space-2);
      }
    `,
  ];

  @property({ attribute: false }) begun: readonly ArticleSummary[] = [];
  @property({ attribute: false }) bookmarks: readonly ArticleSummary[] = [];
  @property({ attribute: false }) download: Download | null = null;

  override render(): unknown {
    return html`<section aria-labelledby="begun">
        <lectern-label reader id="begun">Continue reading</lectern-label>
        ${
          this.begun.length === 0
            ? html`<p class="hint">A story you have begun waits here, open at the line where you stopped.</p>`
            : html`<ul>
                ${this.begun.slice(0, begunShown).map((story) => this.#begun(story))}
              </ul>`
        }
      </section>
      ${this.bookmarks.length === 0 ? nothing : this.#bookmarks()}
      ${
        this.download === null
          ? nothing
          : html`<section aria-labelledby="download">
              <lectern-label id="download">Featured download</lectern-label>
              <lectern-download .download=${this.download}></lectern-download>
            </section>`
      }`;
  }

  #begun({ id, title, section, minutes, marks }: ArticleSummary): unknown {
    const list = section === null ? null : ({ kind: 'section', id: section.id } as const);
    return html`<li>
      <a class="headline" href=${storyHref(id, { list, block: marks.block })}>${title}</a>
      <lectern-progress .value=${marks.progress}></lectern-progress>
      <span class="meta nums">${minutesLeft(minutes, marks.progress)} min left</span>
    </li>`;
  }

  #bookmarks(): unknown {
    const all = this.bookmarks.length;
    return html`<section aria-labelledby="bookmarks">
      <lectern-label reader id="bookmarks">Bookmarks</lectern-label>
      <ul>
        ${this.bookmarks.slice(0, bookmarksShown).map(
          ({ id, title, author, minutes }) =>
            html`<li>
              <a class="headline" href=${storyHref(id, { list: { kind: 'bookmarks' } })}>${title}</a>
              <span class="meta nums">${author === null ? '' : `${author.name}, `}${minutes} min</span>
            </li>`,
        )}
      </ul>
      ${
        all <= bookmarksShown
          ? nothing
          : html`<a class="link all" href="#/bookmarks">All ${count(all, 'bookmark', 'bookmarks')}</a>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-yours': LecternYours;
  }
}
