import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BackupStatus } from '../../../main/contract/backup-entities.ts';
import { defaultSettings, type Settings } from '../../../main/contract/entities.ts';
import '../../components/lectern-label.ts';
import { fileSize } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { settingsContext } from '../../state/contexts.ts';
import { base } from '../../styles/base.styles.ts';
import { BackupController } from './backup-controller.ts';
import { lastOf, momentWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';
import './lectern-backup-end.ts';

const keeps = [3, 5, 10, 30] as const;
const schedules = { off: 'Only by hand', daily: 'Every day', weekly: 'Every week' } as const;

/** When it was last backed up, a backup now, and how often from now on. */
@customElement('lectern-backup-now')
export class LecternBackupNow extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--lectern-space-half) var(--lectern-space-3);
        padding-block-end: var(--lectern-space-3);
      }
      dt {
        color: var(--lectern-ink-3);
      }
      dd {
        overflow-wrap: anywhere;
      }
      code {
        font: var(--lectern-type-xs) / var(--lectern-lead-sm) var(--lectern-mono);
      }
      legend {
        padding-block-end: var(--lectern-space-1);
        color: var(--lectern-ink-3);
      }
      fieldset {
        margin-block-start: var(--lectern-space-3);
      }
    `,
  ];

  @property({ attribute: false }) status!: BackupStatus;
  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;

  readonly #backup = new BackupController(this);

  override render(): unknown {
    const { lastBackup, lastSnapshot, snapshotBytes, folder, working, rescue } = this.status;
    const isBusy = working !== null || rescue !== null;
    return html`<section aria-labelledby="now">
      <lectern-label reader id="now">Now and by itself</lectern-label>
      <dl>
        <dt>Last backup</dt>
        <dd class="nums">
          ${lastBackup === null ? 'None yet' : `${momentWords(lastBackup.madeAt)}, ${fileSize(lastBackup.bytes)}`}
        </dd>
        <dt>Last snapshot</dt>
        <dd class="nums">
          ${lastSnapshot === null ? 'None yet' : `${momentWords(lastSnapshot.takenAt)}; all together ${fileSize(snapshotBytes)}`}
        </dd>
        <dt>Folder</dt>
        <dd><code>${folder}</code></dd>
      </dl>
      <div class="acts">
        <button
          class="button button--main"
          ?disabled=${isBusy}
          @click=${() => this.#backup.begin((client) => client['backup.make']({}))}
        >
          <lectern-icon name="hard-drive-download"></lectern-icon>Back up now
        </button>
        <button
          class="button"
          ?disabled=${isBusy}
          @click=${() => this.#backup.begin((client) => client['snapshots.take']({}))}
        >
          <lectern-icon name="history"></lectern-icon>Take a snapshot
        </button>
      </div>
      <lectern-backup-end
        .outcome=${working === null ? lastOf(this.status, ['backup', 'snapshot']) : null}
      ></lectern-backup-end>
      ${rescue === null ? this.#schedule() : nothing}
    </section>`;
  }

  #schedule(): unknown {
    return html`<fieldset>
        <legend>By itself, while Lectern is open</legend>
        <div class="chips">
          ${Object.entries(schedules).map(([value, words]) => {
            const isOn = this.settings.backupSchedule === value;
            return html`<button
              class=${isOn ? 'chip chip--on' : 'chip'}
              aria-pressed=${isOn}
              @click=${() => fire(this, 'lectern-change-settings', { patch: { backupSchedule: value as Settings['backupSchedule'] } })}
            >
              ${words}
            </button>`;
          })}
        </div>
      </fieldset>
      <fieldset>
        <legend>Backups kept in the folder; older ones go</legend>
        <div class="chips">
          ${keeps.map((number) => {
            const isOn = this.settings.backupsKept === number;
            return html`<button
              class=${isOn ? 'chip chip--on' : 'chip'}
              aria-pressed=${isOn}
              @click=${() => fire(this, 'lectern-change-settings', { patch: { backupsKept: number } })}
            >
              ${number}
            </button>`;
          })}
        </div>
      </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-backup-now': LecternBackupNow;
  }
}
