import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupStatus } from '../../../main/contract/backup-entities.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import '../../components/lectern-progress.ts';
import { base } from '../../styles/base.styles.ts';
import { page } from '../../styles/page.styles.ts';
import { BackupController } from './backup-controller.ts';
import { momentWords, workWords } from './backup-words.ts';
import './lectern-backup-files.ts';
import './lectern-backup-now.ts';
import './lectern-check.ts';
import './lectern-past.ts';
import './lectern-rescue.ts';
import './lectern-snapshots.ts';

/** Backups, the library as it was, and whether all of it is whole; or, with a snapshot, a look into that. */
@customElement('lectern-backup')
export class LecternBackup extends LitElement {
  static override styles = [
    base,
    page,
    css`
      .work {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        padding-block: var(--lectern-space-1);
        margin-block-end: var(--lectern-space-3);
        background: var(--lectern-ground);
        color: var(--lectern-ink-2);
      }
      .work lectern-progress {
        padding-block-start: var(--lectern-space-half);
      }
      .restored {
        margin-block-end: var(--lectern-space-4);
        padding-inline-start: var(--lectern-space-2);
        border-inline-start: 3px solid var(--lectern-reader);
        color: var(--lectern-ink-2);
      }
    `,
  ];

  @property({ attribute: false }) snapshot: string | null = null;

  readonly #backup = new BackupController(this);

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.page')?.focus({ preventScroll: true });
  }

  override render(): unknown {
    const { value, error } = this.#backup.watch;
    return html`<div class="page" tabindex="-1">
      ${value === undefined ? this.#waiting(error) : this.#page(value)}
    </div>`;
  }

  #waiting(error: unknown): unknown {
    if (error === null) return html`<lectern-loading label="Looking at the backups" shape="list"></lectern-loading>`;
    return html`<lectern-error
      level="1"
      heading="The backups cannot be shown"
      .error=${error}
      @lectern-retry=${() => this.#backup.watch.again()}
    ></lectern-error>`;
  }

  #page(status: BackupStatus): unknown {
    if (this.snapshot !== null) return html`<lectern-past .snapshot=${this.snapshot} .status=${status}></lectern-past>`;
    return html`<h1 class="page__title">Backup</h1>
      <p class="page__stand">One file holds all you keep. And the library remembers how it was.</p>
      <div class="work" role="status" ?hidden=${status.working === null}>
        ${status.working === null ? nothing : this.#work(status.working)}
      </div>
      ${status.rescue === null ? nothing : html`<lectern-rescue .status=${status}></lectern-rescue>`}
      ${status.restored === null || status.rescue !== null ? nothing : this.#restored(status.restored)}
      <lectern-backup-now .status=${status}></lectern-backup-now>
      <lectern-backup-files .status=${status}></lectern-backup-files>
      <lectern-snapshots></lectern-snapshots>
      <lectern-check .status=${status}></lectern-check>`;
  }

  #work(working: NonNullable<BackupStatus['working']>): unknown {
    return html`${workWords(working)}<lectern-progress .value=${working.share}></lectern-progress>`;
  }

  #restored({ from, at, report }: NonNullable<BackupStatus['restored']>): unknown {
    return html`<div class="restored">
      <p>Restored from ${from} on ${momentWords(at)}.</p>
      ${report.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-backup': LecternBackup;
  }
}
