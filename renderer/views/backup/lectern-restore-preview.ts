import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  restoreParts,
  type RestorePart,
  type RestorePreview,
  type RestoreSource,
} from '../../../main/contract/backup-entities.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { base } from '../../styles/base.styles.ts';
import { BackupController } from './backup-controller.ts';
import { momentWords, previewWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';

const partWords: Readonly<Record<RestorePart, string>> = {
  articles: 'Articles, with their tags, highlights and pictures',
  marks: 'Bookmarks, reading places and answers',
  settings: 'Settings: those of the backup instead of yours',
  searches: 'Saved searches',
};

/**
 * What would come of a restore, and the two ways to go on: merge parts with what is here, or put the whole in its place.
 *
 * @event lectern-close - the reader has decided, or thought better of it
 */
@customElement('lectern-restore-preview')
export class LecternRestorePreview extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      :host {
        margin-block-start: var(--lectern-space-3);
        padding: var(--lectern-space-3) var(--lectern-space-3) var(--lectern-space-1);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-3);
        background: var(--lectern-ground-raised);
      }
      h3 {
        padding-block-end: var(--lectern-space-1);
        font: var(--lectern-weight-strong) var(--lectern-type-lg) / 1.75rem var(--lectern-serif);
      }
      .way {
        padding-block: var(--lectern-space-2);
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .way .acts {
        padding-block: var(--lectern-space-1);
      }
      .way .said {
        padding: 0;
      }
      .titles {
        color: var(--lectern-ink-3);
      }
      .damage {
        color: var(--lectern-warn);
      }
    `,
  ];

  @property({ attribute: false }) preview!: RestorePreview;
  @property({ attribute: false }) from!: RestoreSource;
  @state() private parts: readonly RestorePart[] = ['articles', 'marks', 'searches'];
  @query('h3') private readonly heading!: HTMLElement;

  readonly #backup = new BackupController(this);

  override firstUpdated(): void {
    this.heading.focus();
  }

  override render(): unknown {
    const { takenAt, from, comes, problems } = this.preview;
    return html`<h3 tabindex="-1">${from}, of ${momentWords(takenAt)}</h3>
      <div class="said">
        ${previewWords(this.preview).map((line) => html`<p>${line}</p>`)}
        ${comes.titles.length === 0 ? nothing : html`<p class="titles">${comes.titles.slice(0, 5).join(' · ')}${comes.total > 5 ? ' …' : ''}</p>`}
        ${problems.map((line) => html`<p class="damage">${line}</p>`)}
      </div>
      <div class="way">
        <fieldset>
          <legend class="vh">What to merge</legend>
          ${restoreParts.map(
            (part) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${this.parts.includes(part)}
                  @change=${() => this.#toggle(part)}
                />${partWords[part]}</label
              >`,
          )}
        </fieldset>
        <div class="acts">
          <button class="button button--main" ?disabled=${this.parts.length === 0} @click=${() => this.#restore(false)}>
            Merge with what is here
          </button>
        </div>
        <p class="said said--quiet">Nothing that is here is taken away, and newer texts stay.</p>
      </div>
      <div class="way">
        <div class="acts">
          <button class="button" @click=${() => this.#restore(true)}>Replace the whole library</button>
          <button class="button button--quiet" @click=${() => fire(this, 'lectern-close', null)}>Leave it</button>
        </div>
        <p class="said said--quiet">What you have now is kept as a snapshot, from which it can be taken back.</p>
      </div>`;
  }

  #toggle(part: RestorePart): void {
    this.parts = this.parts.includes(part) ? this.parts.filter((one) => one !== part) : [...this.parts, part];
  }

  async #restore(whole: boolean): Promise<void> {
    const acceptDamage = this.preview.problems.length > 0;
    const parts = whole ? [] : [...this.parts];
    await this.#backup.begin((client) => client['backup.restore']({ from: this.from, whole, parts, acceptDamage }));
    fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-restore-preview': LecternRestorePreview;
  }
}
