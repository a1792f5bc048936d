import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../../main/contract/entities.ts';
import { formatDate } from '../../lib/dates.ts';
import '../../lib/icons/lectern-icon.ts';
import { fire } from '../../lib/fire.ts';
import { parseExternalLink } from '../../lib/reading/external-link.ts';
import './lectern-story-fetch.ts';
import { base } from '../../styles/base.styles.ts';
import { ledgerWords } from './ledger-words.ts';
import './story-events.ts';

/**
 * Under the byline of a saved article: when it was saved and where the original is. The way there is inert until the
 * reader has said so a second time.
 *
 * @event lectern-leave - the original was chosen
 */
@customElement('lectern-story-origin')
export class LecternStoryOrigin extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        padding-block-start: var(--lectern-space-half);
        font-size: var(--lectern-type-sm);
        line-height: var(--lectern-lead-sm);
        color: var(--lectern-ink-3);
      }
      .link {
        margin-inline-start: var(--lectern-space-1);
      }
      .ledger {
        display: flex;
        align-items: center;
        gap: 0.375rem;
        padding-block-start: 0;
        --lectern-icon: 0.875rem;
      }
      .whole {
        color: var(--lectern-ok);
      }
      .partly {
        color: var(--lectern-warn);
      }
      .only {
        max-inline-size: var(--lectern-measure);
        padding-block-start: var(--lectern-space-4);
        font: italic var(--lectern-weight-text) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  override render(): unknown {
    const { saved } = this.article;
    if (saved === null) return nothing;
    const day = saved.savedAt.slice(0, 10);
    return html`<p dir="ltr">
        Saved
        <time datetime=${day}>${formatDate(day, 'day')}</time
        >${saved.state === 'inbox' ? '' : `, ${where[saved.state]}`} ${this.#original()}
      </p>
      ${saved.isLink ? nothing : this.#ledger(saved)}
      ${
        saved.isLink
          ? html`<p class="only" dir="ltr">
              Only the address of this page was kept; there is no text to read here yet.
            </p>`
          : nothing
      }
      ${
        this.article.url !== null && (saved.isLink || saved.imagesKept < saved.imagesWanted)
          ? html`<lectern-story-fetch dir="ltr" .article=${this.article}></lectern-story-fetch>`
          : nothing
      }`;
  }

  #ledger({ imagesWanted, imagesKept }: NonNullable<Article['saved']>): unknown {
    const isWhole = imagesKept >= imagesWanted;
    return html`<p class="ledger" dir="ltr">
      <lectern-icon
        class=${isWhole ? 'whole' : 'partly'}
        name=${isWhole ? 'circle-check' : 'circle-dashed'}
      ></lectern-icon>
      ${ledgerWords(imagesWanted, imagesKept)}
    </p>`;
  }

  #original(): unknown {
    const link = this.article.url === null ? null : parseExternalLink(this.article.url);
    if (link?.kind !== 'page') return nothing;
    return html`<a
      class="link"
      href=${link.url}
      rel="noopener noreferrer"
      @click=${(event: MouseEvent) => {
        event.preventDefault();
        fire(this, 'lectern-leave', { link });
      }}
      >Original at ${link.host}</a
    >`;
  }
}

const where = { archive: 'archived', trash: 'in the trash' } as const;

declare global {
  interface HTMLElementTagNameMap {
    'lectern-story-origin': LecternStoryOrigin;
  }
}
