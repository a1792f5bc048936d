import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupStatus } from '../../../main/contract/backup-entities.ts';
import '../../lib/icons/lectern-icon.ts';
import { base } from '../../styles/base.styles.ts';
import { BackupController } from './backup-controller.ts';
import { lastOf, momentWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';
import './lectern-backup-end.ts';

/** The library file is damaged: what happened, what one sees meanwhile, and the one way out. */
@customElement('lectern-rescue')
export class LecternRescue extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      section {
        padding: var(--lectern-space-3);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-block-start: var(--lectern-rule-thick) solid var(--lectern-warn);
        background: var(--lectern-ground-raised);
      }
      h2 {
        padding-block-end: var(--lectern-space-1);
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / 2rem var(--lectern-serif);
      }
    `,
  ];

  @property({ attribute: false }) status!: BackupStatus;

  readonly #backup = new BackupController(this);

  override render(): unknown {
    const { rescue, working } = this.status;
    if (rescue === null) return nothing;
    const { snapshot } = rescue;
    return html`<section aria-labelledby="rescue">
      <h2 id="rescue">Your library file is damaged</h2>
      ${
        snapshot === null
          ? html`<p class="said">
              A failing disk does that, or a copy that broke off. There is no sound snapshot of it. Lectern can save
              what can still be read of the damaged file into a new library; a backup of yours may hold more, and can be
              restored below afterwards.
            </p>`
          : html`<p class="said">
              A failing disk does that, or a copy that broke off. What you see now is the snapshot of
              <b class="nums">${momentWords(snapshot.takenAt)}</b>, read through and sound; nothing can be changed in it
              yet. Lectern can make it your library again and add whatever is newer and can still be read of the damaged
              file.
            </p>`
      }
      <p class="said said--quiet">
        The damaged file is kept aside as it is, in the folder damaged/ beside the library.
      </p>
      <div class="acts">
        <button
          class="button button--main"
          ?disabled=${working !== null}
          @click=${() => this.#backup.begin((client) => client['backup.rescue']({}))}
        >
          ${snapshot === null ? 'Save what can be saved' : 'Go back and save what is newer'}
        </button>
      </div>
      <lectern-backup-end .outcome=${working === null ? lastOf(this.status, ['rescue']) : null}></lectern-backup-end>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-rescue': LecternRescue;
  }
}
