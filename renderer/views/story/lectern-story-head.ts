import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../main/contract/entities.ts';
import '../../components/lectern-byline.ts';
import '../../components/lectern-kicker.ts';
import '../../components/lectern-ledger.ts';
import { minutesLeft } from '../../lib/counts.ts';
import { isUnderway } from '../../lib/reading/reading-progress.ts';
import { listHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import './lectern-story-hero.ts';
import './lectern-story-origin.ts';

/** Over the text: section, headline, standfirst, who wrote it and how long it takes, and the large picture. */
@customElement('lectern-story-head')
export class LecternStoryHead extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      header {
        max-inline-size: calc(var(--lectern-measure) + var(--lectern-space-8));
        padding-block-end: var(--lectern-space-3);
      }
      h1 {
        padding-block: var(--lectern-space-1) var(--lectern-space-2);
        font: var(--lectern-weight-strong) var(--lectern-type-3xl) / var(--lectern-lead-3xl) var(--lectern-serif);
        letter-spacing: -0.018em;
        text-wrap: balance;
        overflow-wrap: break-word;
      }
      .stand {
        max-inline-size: var(--lectern-measure);
        padding-block-end: var(--lectern-space-2);
        font: var(--lectern-weight-text) var(--lectern-type-stand) / 2rem var(--lectern-serif);
        font-variant-numeric: oldstyle-nums;
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      /* Its words are the window's, whichever way the story runs. */
      .by {
        display: flex;
      }
      .left {
        color: var(--lectern-ink-3);
        margin-inline-start: var(--lectern-space-1);
      }
      lectern-ledger {
        vertical-align: -2px;
        margin-inline-start: var(--lectern-space-1);
      }
      @media (width < 48rem) {
        .stand {
          font-size: var(--lectern-type-lg);
          line-height: 1.75rem;
        }
      }
      @media print {
        .left,
        lectern-ledger {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;
  /** How far it was read when it was opened. */
  @property({ type: Number }) progress = 0;

  override render(): unknown {
    const { article } = this;
    return html`<header>
        <lectern-kicker
          .section=${article.section?.name ?? article.saved?.site ?? null}
          .href=${article.section === null ? null : listHref({ kind: 'section', id: article.section.id })}
          .words=${article.kicker}
        ></lectern-kicker>
        <h1>${article.title}</h1>
        ${article.standfirst === '' ? nothing : html`<p class="stand">${article.standfirst}</p>`}
        <div class="by">
          <lectern-byline
            dir="ltr"
            long
            .author=${article.author?.name ?? null}
            .href=${article.author === null ? null : listHref({ kind: 'author', id: article.author.id })}
            .published=${article.published}
            .changed=${article.updated}
            .minutes=${article.saved?.isLink === true ? 0 : article.minutes}
            >${this.#left()}${this.#isWhole ? html`<lectern-ledger></lectern-ledger>` : nothing}</lectern-byline
          >
        </div>
        ${article.saved === null ? nothing : html`<lectern-story-origin .article=${article}></lectern-story-origin>`}
      </header>
      ${article.hero === null ? nothing : html`<lectern-story-hero .picture=${article.hero}></lectern-story-hero>`}`;
  }

  /** Text and every picture are on this device. */
  get #isWhole(): boolean {
    const { saved } = this.article;
    return saved === null || (!saved.isLink && saved.imagesKept >= saved.imagesWanted);
  }

  #left(): unknown {
    if (!isUnderway(this.progress)) return nothing;
    return html`<span class="left nums">${minutesLeft(this.article.minutes, this.progress)} left</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-head': LecternStoryHead;
  }
}
