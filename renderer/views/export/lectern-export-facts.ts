import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { ExportFormat } from '../../../main/contract/export-formats.ts';
import type { ExportPreview, ExportSelection } from '../../../main/contract/export-methods.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../lib/icons/lectern-icon.ts';
import { messageOf } from '../../lib/message-of.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { lossWords, previewWords, withoutWords } from './export-words.ts';
import { exportStyles } from './export.styles.ts';

/** What an export would hold, and what it could not: told before one begins. */
@customElement('lectern-export-facts')
export class LecternExportFacts extends LitElement {
  static override styles = [base, exportStyles];

  @property() format: ExportFormat = 'all';
  /** Null while it is not said what to export. */
  @property({ attribute: false }) selection: ExportSelection | null = null;

  @consume({ context: clientContext }) private readonly client!: Client;

  readonly #revision = new RevisionController(this);
  readonly #preview = new Task(this, {
    args: () => [this.format, this.selection, this.#revision.value] as const,
    task: async ([format, selection]) =>
      selection === null ? null : this.client['exports.preview']({ format, selection }),
  });

  override render(): unknown {
    const words = lossWords(this.format);
    return html`<div class="facts">
      <p class="nums" role="status">
        ${this.#preview.render({
          initial: () => 'Counting …',
          pending: () => 'Counting …',
          complete: (preview) => (preview === null ? 'Say what to export.' : this.#counted(preview)),
          error: (error) =>
            html`<span class="trouble"
              ><lectern-icon name="triangle-alert"></lectern-icon><span>${messageOf(error)}</span></span
            >`,
        })}
      </p>
      ${
        words.length === 0
          ? nothing
          : html`<ul aria-label="What it cannot carry">
              ${words.map((line) => html`<li>${line}</li>`)}
            </ul>`
      }
    </div>`;
  }

  #counted(preview: ExportPreview): unknown {
    const without = withoutWords(this.format, preview);
    return `${previewWords(preview)}.${without === null ? '' : ` ${without}.`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-export-facts': LecternExportFacts;
  }
}
