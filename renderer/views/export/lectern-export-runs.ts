import { consume } from '@lit/context';
import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Client } from '../../../main/contract/client.ts';
import { exportFacts } from '../../../main/contract/export-formats.ts';
import type { ExportSummary } from '../../../main/contract/export-methods.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-error.ts';
import { fire } from '../../lib/fire.ts';
import { messageOf } from '../../lib/message-of.ts';
import { ImportsWatch } from '../../state/imports-watch.ts';
import { base } from '../../styles/base.styles.ts';
import { doneOf, runWords } from './export-words.ts';
import { exportStyles } from './export.styles.ts';

/** The exports of this run of Lectern: how far each is, its file to save, and how to be rid of it. */
@customElement('lectern-export-runs')
export class LecternExportRuns extends LitElement {
  static override styles = [base, exportStyles];

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;

  /** What the live region says: the end of an export, and not its way there. */
  @state() private told = '';

  readonly #runs = new ImportsWatch(
    this,
    async (client) => (await client['exports.list']({})).items,
    'exports.changed',
  );
  #states = new Map<string, ExportSummary['state']>();

  protected override willUpdate(): void {
    for (const run of this.#runs.value ?? []) {
      const before = this.#states.get(run.id);
      this.#states.set(run.id, run.state);
      if (before !== undefined && before !== run.state)
        this.told = `${exportFacts[run.format].name}: ${run.state === 'done' ? 'ready to be saved.' : runWords(run)}`;
    }
  }

  override render(): unknown {
    const { value, error } = this.#runs;
    if (value === undefined && error !== null) {
      return html`<lectern-error
        heading="The exports cannot be listed"
        .error=${error}
        @lectern-retry=${() => this.#runs.again()}
      ></lectern-error>`;
    }
    return html`<p class="vh" role="status">${this.told}</p>
      ${
        value === undefined || value.length === 0
          ? nothing
          : html`<section aria-labelledby="made">
              <h2 class="label" id="made">Made so far</h2>
              <ul>
                ${repeat(
                  value,
                  ({ id }) => id,
                  (run) => this.#run(run),
                )}
              </ul>
            </section>`
      }`;
  }

  #run(run: ExportSummary): unknown {
    const { name } = exportFacts[run.format];
    return html`<li class="run" aria-label=${name}>
      <div>
        <b>${run.file?.fileName ?? name}</b>
        <p class="nums">${runWords(run)}</p>
      </div>
      <div class="acts">${run.state === 'running' ? this.#cancel(run) : this.#over(run)}</div>
      ${
        run.state === 'running'
          ? html`<progress max="1" .value=${doneOf(run)} aria-label="How far the export is"></progress>`
          : nothing
      }
    </li>`;
  }

  #cancel({ id }: ExportSummary): unknown {
    const cancel = async () => {
      await this.client['exports.cancel']({ id });
    };
    return html`<button class="button" @click=${() => void this.#do(cancel)}>Cancel</button>`;
  }

  #over({ id, file }: ExportSummary): unknown {
    const forget = async () => {
      await this.client['exports.forget']({ id });
    };
    return html`${
        file === null
          ? nothing
          : html`<button class="button button--main" @click=${() => this.desk.takeAway(file)}>Save</button>`
      }
      <button class="button button--quiet" @click=${() => void this.#do(forget)}>
        ${file === null ? 'Dismiss' : 'Remove'}
      </button>`;
  }

  async #do(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.#runs.again();
    } catch (error) {
      fire(this, 'lectern-toast', { message: messageOf(error) });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-export-runs': LecternExportRuns;
  }
}
