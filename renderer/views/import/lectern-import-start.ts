import { consume } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { filesOfPicker } from '../../lib/given-files.ts';
import '../../lib/icons/lectern-icon.ts';
import { intakeContext, type Intake } from '../../state/intake.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { importStyles } from './import.styles.ts';
import './lectern-import-history.ts';
import './lectern-intake.ts';
import { understood } from './understood.ts';

/** Where articles are brought in: pick files or a folder, see what is understood, and what was brought in before. */
@customElement('lectern-import-start')
export class LecternImportStart extends LitElement {
  static override styles = [
    base,
    page,
    importStyles,
    css`
      :host {
        display: block;
      }
      lectern-import-history,
      .understood {
        display: block;
        padding-block-start: var(--lectern-space-6);
      }
      dl {
        padding-block-start: var(--lectern-space-1);
      }
      dl div {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr);
        column-gap: var(--lectern-space-3);
        padding-block: var(--lectern-space-1);
      }
      dl div + div {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      dt {
        font-weight: var(--lectern-weight-medium);
        line-height: var(--lectern-lead-md);
      }
      dd {
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        color: var(--lectern-ink-2);
        text-wrap: pretty;
      }
      @container page (inline-size < 32rem) {
        dl div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @consume({ context: intakeContext, subscribe: true }) @state() private intake!: Intake;

  @query('#files') private readonly files!: HTMLInputElement;
  @query('#folder') private readonly folder!: HTMLInputElement;

  override render(): unknown {
    return html`<h1 class="page__title">Bring articles in</h1>
      <p class="page__stand">
        Drop files or a folder anywhere in this window, paste what you copied, or choose them here. Nothing is saved
        before you have seen what would come of it.
      </p>
      ${this.intake.state.kind === 'idle' ? this.#choose() : html`<lectern-intake></lectern-intake>`}
      <input id="files" type="file" multiple hidden @change=${this.#picked} />
      <input id="folder" type="file" multiple webkitdirectory hidden @change=${this.#picked} />
      <section class="understood" aria-labelledby="understood">
        <h2 class="label" id="understood">What is understood</h2>
        <dl>
          ${understood.map(
            ([name, what]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${what}</dd>
              </div>`,
          )}
        </dl>
      </section>
      <lectern-import-history></lectern-import-history>`;
  }

  #choose(): unknown {
    return html`<div class="acts">
      <button class="button button--main" @click=${() => this.files.click()}>
        <lectern-icon name="file-text"></lectern-icon>Choose files
      </button>
      <button class="button" @click=${() => this.folder.click()}>
        <lectern-icon name="folder"></lectern-icon>Choose a folder
      </button>
    </div>`;
  }

  #picked(event: Event): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof HTMLInputElement) || currentTarget.files === null) return;
    const given = filesOfPicker(currentTarget.files);
    // So that the same file can be chosen a second time.
    currentTarget.value = '';
    if (given.files.length > 0) this.intake.take(given);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-import-start': LecternImportStart;
  }
}
