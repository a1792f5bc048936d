import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupOutcome } from '../../../main/contract/backup-entities.ts';
import '../../lib/icons/lectern-icon.ts';
import { base } from '../../styles/base.styles.ts';
import { backupStyles } from './backup.styles.ts';

/** How a task ended, in its own sentences. */
@customElement('lectern-backup-end')
export class LecternBackupEnd extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      :host {
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) outcome: BackupOutcome | null = null;

  override render(): unknown {
    const { outcome } = this;
    return html`<div role="status">
      ${
        outcome === null || outcome.lines.length === 0
          ? nothing
          : html`<div class=${outcome.ok ? 'end' : 'end end--bad'}>
              <lectern-icon name=${outcome.ok ? 'circle-check' : 'triangle-alert'}></lectern-icon>
              <div>
                ${outcome.lines.map((line) => html`<p>${line}</p>`)}
                ${
                  outcome.importId === null
                    ? nothing
                    : html`<p>
                        <a class="link" href="#/import/${outcome.importId}">See each article, or take it back</a>
                      </p>`
                }
              </div>
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-backup-end': LecternBackupEnd;
  }
}
