import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BackupStatus, LibraryProblem } from '../../../main/contract/backup-entities.ts';
import '../../components/lectern-label.ts';
import { count } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { base } from '../../styles/base.styles.ts';
import { BackupController } from './backup-controller.ts';
import { lastOf } from './backup-words.ts';
import { backupStyles } from './backup.styles.ts';
import './lectern-backup-end.ts';

/** Problems shown one by one; more of the same kind say nothing new. */
const shown = 50;

/** Everything read through and compared; what is wrong, and what a repair would do about it. */
@customElement('lectern-check')
export class LecternCheck extends LitElement {
  static override styles = [
    base,
    backupStyles,
    css`
      .problems {
        padding-block-start: var(--lectern-space-2);
      }
      .problems li {
        padding-block: 0.375rem;
        overflow-wrap: anywhere;
      }
      .problems li + li {
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
      }
      .remedy {
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @property({ attribute: false }) status!: BackupStatus;

  readonly #backup = new BackupController(this);

  override render(): unknown {
    const { working, rescue } = this.status;
    const last = working === null ? lastOf(this.status, ['check', 'repair']) : null;
    const problems = last?.task === 'check' ? last.problems : [];
    const isBusy = working !== null || rescue !== null;
    const good =
      last?.task === 'check' && last.ok
        ? { ...last, lines: ['All is well: every row, every file and the index.'] }
        : last;
    return html`<section aria-labelledby="check">
      <lectern-label reader id="check">Is everything whole?</lectern-label>
      <p class="said">
        Reads the library through: its file, every picture against its digest, the index, the snapshots. A large one
        takes a minute; you can go on reading.
      </p>
      <div class="acts">
        <button
          class="button"
          ?disabled=${isBusy}
          @click=${() => this.#backup.begin((client) => client['backup.check']({}))}
        >
          <lectern-icon name="text-search"></lectern-icon>Check the library
        </button>
        ${
          problems.some(({ remedy }) => remedy !== null)
            ? html`<button
                class="button button--main"
                ?disabled=${isBusy}
                @click=${() => this.#backup.begin((client) => client['backup.check']({ repair: true }))}
              >
                Repair
              </button>`
            : nothing
        }
      </div>
      <lectern-backup-end .outcome=${good}></lectern-backup-end>
      ${problems.length === 0 ? nothing : this.#problems(problems)}
    </section>`;
  }

  #problems(problems: readonly LibraryProblem[]): unknown {
    return html`<div class="problems">
      <p class="said">${count(problems.length, 'thing is', 'things are')} not as they should be.</p>
      <ul>
        ${problems
          .slice(0, shown)
          .map(
            ({ what, remedy }) =>
              html`<li>${what} <span class="remedy">${remedy ?? 'A repair can do nothing about it.'}</span></li>`,
          )}
      </ul>
      ${problems.length > shown ? html`<p class="said said--quiet">And ${problems.length - shown} more.</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-check': LecternCheck;
  }
}
