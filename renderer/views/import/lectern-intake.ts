import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { UnsentFile, UploadProgress } from '../../api/uploads.ts';
import { count, fileSize } from '../../lib/counts.ts';
import '../../lib/icons/lectern-icon.ts';
import { intakeContext, type Intake } from '../../state/intake.ts';
import { base } from '../../styles/base.styles.ts';
import './lectern-import-bar.ts';
import { importStyles } from './import.styles.ts';

/** Named singly; of the others the number is enough. */
const namesShown = 12;

/** Files on their way in: how far they are, and what did not come through. */
@customElement('lectern-intake')
export class LecternIntake extends LitElement {
  static override styles = [
    base,
    importStyles,
    css`
      :host {
        display: block;
      }
      .acts {
        padding-block-start: var(--lectern-space-2);
      }
      li {
        padding-block: var(--lectern-space-1);
        border-block-start: var(--lectern-hairline) solid var(--lectern-rule);
        line-height: var(--lectern-lead-sm);
        overflow-wrap: anywhere;
      }
      .why {
        color: var(--lectern-ink-3);
      }
    `,
  ];

  @consume({ context: intakeContext, subscribe: true }) @state() private intake!: Intake;

  override render(): unknown {
    const { state } = this.intake;
    switch (state.kind) {
      case 'idle':
        return nothing;
      case 'gathering':
        return html`<p role="status">Looking what is in it.</p>`;
      case 'sending':
        return this.#sending(state.progress);
      case 'partly':
        return this.#partly(state.sent.length, state.unsent);
      case 'refused':
        return html`<p class="trouble" role="alert">
            <lectern-icon name="triangle-alert"></lectern-icon><span>${state.message}</span>
          </p>
          <button class="button" @click=${() => this.intake.leave()}>Choose others</button>`;
    }
  }

  #sending({ files, filesDone, bytes, bytesDone }: UploadProgress): unknown {
    const words = `Taking in ${count(files, 'file', 'files')}, ${fileSize(bytes)}`;
    const done = bytes > 0 ? bytesDone / bytes : filesDone / files;
    return html`<p class="nums" role="status">${words}</p>
      <lectern-import-bar label="Files taken in" .value=${files === 1 ? null : done}></lectern-import-bar>
      <div class="acts"><button class="button" @click=${() => this.intake.leave()}>Cancel</button></div>`;
  }

  #partly(sent: number, unsent: readonly UnsentFile[]): unknown {
    return html`<p class="trouble" role="alert">
        <lectern-icon name="triangle-alert"></lectern-icon
        ><span
          >${count(unsent.length, 'file', 'files')} could not be taken
          in${sent > 0 ? `; ${sent === 1 ? '1 other is' : `${count(sent, 'other', 'others')} are`} here` : ''}.</span
        >
      </p>
      <ul>
        ${unsent.slice(0, namesShown).map(
          ({ given, message }) =>
            html`<li>
              <span dir="auto">${given.name}</span>
              <div class="why">${message}</div>
            </li>`,
        )}
        ${
          unsent.length > namesShown
            ? html`<li class="why">and ${count(unsent.length - namesShown, 'other', 'others')}</li>`
            : nothing
        }
      </ul>
      <div class="acts">
        ${
          sent > 0
            ? html`<button class="button button--main" @click=${() => this.intake.goOn()}>Go on without them</button>`
            : nothing
        }
        <button class="button" @click=${() => this.intake.tryAgain()}>Try them again</button>
        <button class="button button--quiet" @click=${() => this.intake.leave()}>Leave it</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-intake': LecternIntake;
  }
}
