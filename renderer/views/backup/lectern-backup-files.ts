import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { BackupStatus, RestoreSource } from '../../../main/contract/backup-entities.ts';
import type { Client } from '../../../main/contract/client.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import { uploadFiles } from '../../api/uploads.ts';
import '../../components/lectern-label.ts';
import { fileSize, percent } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { base } from '../../styles/base.styles.ts';
import { BackupController } from './backup-controller.ts';
import { lastOf, momentWords } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';
import './lectern-backup-end.ts';
import './lectern-restore-preview.ts';

/** The backups there are, and what to do with one: read it through, or take it back, after a look at what that would do. */
@customElement('lectern-backup-files')
export class LecternBackupFiles extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      .from-file {
        padding-block-start: var(--lectern-space-3);
      }
      @container page (inline-size < 32rem) {
        .rows > li {
          grid-template-columns: minmax(0, 1fr);
        }
        .rows .act:first-child {
          margin-inline-start: calc(-1 * var(--lectern-space-1));
        }
      }
    `,
  ];

  @property({ attribute: false }) status!: BackupStatus;
  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  /** What the reader looks at before it is restored. */
  @state() private from: RestoreSource | null = null;
  /** From 0 to 1, while a file is sent. */
  @state() private sending: number | null = null;
  @query('input') private readonly picker!: HTMLInputElement;

  readonly #backup = new BackupController(this);
  readonly #files = new ImportsWatch(this, async (client) => (await client['backup.list']({})).items, 'backup.changed');

  override render(): unknown {
    const files = this.#files.value ?? [];
    const isBusy = this.status.working !== null || this.sending !== null;
    return html`<section aria-labelledby="files">
      <lectern-label reader id="files">Take it back</lectern-label>
      ${
        files.length === 0
          ? html`<p class="said">There is no backup in the folder yet. One that lies elsewhere can be given here.</p>`
          : html`<ul class="rows">
              ${files.map(
                ({ id, madeAt, bytes }) =>
                  html`<li>
                    <div>
                      <div class="name">${id}</div>
                      <div class="meta nums">${momentWords(madeAt)}, ${fileSize(bytes)}</div>
                    </div>
                    <div class="acts">
                      <button
                        class="act"
                        ?disabled=${isBusy}
                        aria-label="Verify ${id}"
                        @click=${() => this.#backup.begin((client) => client['backup.verify']({ id }))}
                      >
                        <lectern-icon name="check"></lectern-icon>Verify
                      </button>
                      <button class="act" aria-label="Save a copy of ${id}" @click=${() => this.#take(id)}>
                        <lectern-icon name="download"></lectern-icon>Save
                      </button>
                      <button
                        class="act"
                        ?disabled=${isBusy}
                        aria-label="Restore ${id}"
                        @click=${() => this.#look({ kind: 'backup', id })}
                      >
                        <lectern-icon name="undo-2"></lectern-icon>Restore…
                      </button>
                    </div>
                  </li>`,
              )}
            </ul>`
      }
      <div class="from-file">
        <button class="button" ?disabled=${isBusy} @click=${() => this.picker.click()}>
          <lectern-icon name="folder"></lectern-icon>Restore from a file…
        </button>
        <input type="file" accept=".zip,application/zip" aria-label="A backup file" hidden @change=${this.#picked} />
        ${this.sending === null ? nothing : html`<p class="said said--quiet" role="status">Taking the file in: ${percent(this.sending)}%</p>`}
      </div>
      <lectern-backup-end
        .outcome=${this.status.working === null ? lastOf(this.status, ['verify-backup', 'restore', 'preview']) : null}
      ></lectern-backup-end>
      ${this.#preview()}
    </section>`;
  }

  #preview(): unknown {
    const outcome = lastOf(this.status, ['preview']);
    const isAnswered =
      this.from !== null && this.status.working === null && outcome !== null && outcome.preview !== null;
    if (!isAnswered) return nothing;
    return html`<lectern-restore-preview
      .preview=${outcome.preview}
      .from=${this.from}
      @lectern-close=${() => (this.from = null)}
    ></lectern-restore-preview>`;
  }

  async #take(id: string): Promise<void> {
    try {
      this.desk.takeAway(await this.client['backup.take']({ id }));
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }

  #look(from: RestoreSource): void {
    this.from = from;
    void this.#backup.begin((client) => client['backup.preview']({ from }));
  }

  async #picked(): Promise<void> {
    const [file] = this.picker.files ?? [];
    if (file === undefined) return;
    this.sending = 0;
    const { sent, unsent } = await uploadFiles([{ file, name: file.name }], {
      signal: new AbortController().signal,
      progress: ({ bytes, bytesDone }) => (this.sending = bytesDone / Math.max(1, bytes)),
    });
    this.picker.value = '';
    this.sending = null;
    const [upload] = sent;
    if (upload !== undefined) this.#look({ kind: 'upload', upload: upload.upload });
    else fire(this, 'lectern-toast', { message: unsent[0]?.message ?? '' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-backup-files': LecternBackupFiles;
  }
}
