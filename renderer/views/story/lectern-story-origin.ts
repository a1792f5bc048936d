import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { Article } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { sizeParts } from '../../lib/article-size.ts';
import { fileSize } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';
import '../../lib/icons/lectern-icon.ts';
import { fire } from '../../lib/fire.ts';
import { parseExternalLink } from '../../lib/reading/external-link.ts';
import './lectern-story-fetch.ts';
import './lectern-story-page.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { ledgerWords } from './ledger-words.ts';
import './story-events.ts';
import type { UpkeepSheet } from './upkeep/upkeep-sheets.ts';

/**
 * Under the byline of a saved article: when it was saved and where the original is. The way there is inert until the
 * reader has said so a second time.
 *
 * @event lectern-leave - the original was chosen
 * @event lectern-choose - what of its upkeep is to be shown
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
      .news {
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

  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #revision = new RevisionController(this, { only: () => this.article.id });
  readonly #size = new Task(this, {
    args: () => [this.article.id, this.#revision.value] as const,
    task: ([id]) => this.client['storage.article']({ id }),
  });

  /** Whether the text is another than the one that was read last; settled when the story is opened. */
  #changed = false;
  #of = '';

  override willUpdate(): void {
    const { id, own, marks } = this.article;
    if (this.#of === id) return;
    this.#of = id;
    const changedAt = own?.textChangedAt ?? null;
    this.#changed = changedAt !== null && marks.readAt !== null && changedAt > marks.readAt;
  }

  override render(): unknown {
    const { saved } = this.article;
    if (saved === null) return nothing;
    const day = saved.savedAt.slice(0, 10);
    return html`<p dir="ltr">
        Saved
        <time datetime=${day}>${formatDate(day, 'day')}</time
        >${this.#times()}${saved.state === 'inbox' ? '' : `, ${where[saved.state]}`} ${this.#original()}
      </p>
      ${this.#changed ? this.#news() : nothing}${this.#work()} ${saved.isLink ? nothing : this.#ledger(saved)}
      ${
        saved.isLink
          ? html`<p class="only" dir="ltr">
              Only the address of this page was kept; there is no text to read here yet.
            </p>`
          : nothing
      }
      ${
        this.article.url === null
          ? nothing
          : html`<lectern-story-page
              dir="ltr"
              .articleId=${this.article.id}
              ?isLink=${saved.isLink}
            ></lectern-story-page>`
      }
      ${
        this.article.url !== null && (saved.isLink || saved.imagesKept < saved.imagesWanted)
          ? html`<lectern-story-fetch dir="ltr" .article=${this.article}></lectern-story-fetch>`
          : nothing
      }`;
  }

  #times(): unknown {
    const count = this.article.own?.versionCount ?? 0;
    if (count === 0) return nothing;
    return html`,
      <button class="link" @click=${() => this.#choose('versions')}>
        ${count === 1 ? 'with an earlier text' : `with ${count} earlier texts`}
      </button>`;
  }

  #news(): unknown {
    return html`<p class="news" dir="ltr" role="status">
      The text has changed since you last read it.
      <button class="link" @click=${() => this.#choose('versions')}>What changed</button>
    </p>`;
  }

  /** What the reader has done to it. */
  #work(): unknown {
    const { edited = [], hiddenCount = 0 } = this.article.own ?? {};
    const isEdited = edited.length > 0;
    if (!isEdited && hiddenCount === 0) return nothing;
    return html`<p dir="ltr">
      ${isEdited ? html`<button class="link" @click=${() => this.#choose('edit-details')}>Details edited</button>` : nothing}
      ${
        hiddenCount === 0
          ? nothing
          : html`<button class="link" @click=${() => this.#choose('edit-text')}>
              ${hiddenCount === 1 ? 'One part hidden' : `${hiddenCount} parts hidden`}
            </button>`
      }
    </p>`;
  }

  #choose(id: UpkeepSheet): void {
    fire(this, 'lectern-choose', { id });
  }

  #ledger({ imagesWanted, imagesKept }: NonNullable<Article['saved']>): unknown {
    const isWhole = imagesKept >= imagesWanted;
    return html`<p class="ledger" dir="ltr">
      <lectern-icon
        class=${isWhole ? 'whole' : 'partly'}
        name=${isWhole ? 'circle-check' : 'circle-dashed'}
      ></lectern-icon>
      <span>${ledgerWords(imagesWanted, imagesKept)}${this.#onDisk()}</span>
    </p>`;
  }

  /** Quietly: until it is known, and where it cannot be read, the line does without. */
  #onDisk(): unknown {
    const size = this.#size.value;
    if (size === undefined) return nothing;
    return html`, <span class="nums" title="On the disk: ${sizeParts(size)}">${fileSize(size.total)}</span>`;
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
