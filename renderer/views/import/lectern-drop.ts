import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/lectern-dialog.ts';
import { fileOfClipboard, filesOfDrop, filesOfPicker } from '../../lib/given-files.ts';
import '../../lib/icons/lectern-icon.ts';
import { intakeContext, type Intake } from '../../state/intake.ts';
import { base } from '../../styles/base.styles.ts';

type Pasted = NonNullable<ReturnType<typeof fileOfClipboard>>;

/** Enough to see what it is, in characters. */
const excerptLength = 280;

/** Takes what is dropped or pasted anywhere in the window: shows that it may be let go, or asks what a paste is for. */
@customElement('lectern-drop')
export class LecternDrop extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
        --lectern-dialog-size: 34rem;
      }
      .surface {
        position: fixed;
        inset: 0;
        z-index: var(--lectern-z-overlay);
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--lectern-space-1);
        padding: var(--lectern-space-4);
        pointer-events: none;
        text-align: center;
        background: color-mix(in oklab, var(--lectern-ground) 92%, transparent);
        --lectern-icon: 2rem;
        --lectern-icon-stroke: 1.3;
      }
      .surface::after {
        content: '';
        position: absolute;
        inset: var(--lectern-space-2);
        border: var(--lectern-rule-thick) dashed var(--lectern-reader);
        border-radius: var(--lectern-radius-3);
      }
      .surface lectern-icon {
        color: var(--lectern-reader);
      }
      .surface strong {
        font: var(--lectern-weight-strong) var(--lectern-type-2xl) / var(--lectern-lead-2xl) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
      }
      .surface span {
        font: var(--lectern-weight-text) var(--lectern-type-md) / var(--lectern-lead-md) var(--lectern-serif);
        color: var(--lectern-ink-2);
      }
      .paste {
        display: grid;
        gap: var(--lectern-space-2);
        padding: var(--lectern-space-3);
      }
      h2 {
        font: var(--lectern-weight-strong) var(--lectern-type-xl) / var(--lectern-lead-xl) var(--lectern-serif);
        letter-spacing: var(--lectern-tracking-tight);
      }
      blockquote {
        padding-inline-start: var(--lectern-space-2);
        border-inline-start: var(--lectern-rule-thick) solid var(--lectern-reader);
        font: var(--lectern-weight-text) var(--lectern-type-note) / 1.375rem var(--lectern-serif);
        color: var(--lectern-ink-2);
        overflow-wrap: anywhere;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lectern-space-1);
      }
    `,
  ];

  @consume({ context: intakeContext, subscribe: true }) private readonly intake!: Intake;

  @state() private isOver = false;
  @state() private pasted: Pasted | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragenter', this.#over);
    window.addEventListener('dragover', this.#over);
    window.addEventListener('dragleave', this.#left);
    window.addEventListener('drop', this.#dropped);
    window.addEventListener('paste', this.#pasted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('dragenter', this.#over);
    window.removeEventListener('dragover', this.#over);
    window.removeEventListener('dragleave', this.#left);
    window.removeEventListener('drop', this.#dropped);
    window.removeEventListener('paste', this.#pasted);
  }

  readonly #over = (event: DragEvent): void => {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    this.isOver = true;
  };

  /** Out of the window, and not from one thing in it to the next. */
  readonly #left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  readonly #dropped = (event: DragEvent): void => {
    this.isOver = false;
    // Whatever else is dropped would replace the window.
    if (event.dataTransfer === null || !isOfFiles(event)) return;
    event.preventDefault();
    this.intake.take(filesOfDrop(event.dataTransfer));
  };

  readonly #pasted = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || event.clipboardData === null || isField(event.composedPath()[0])) return;
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    const { files } = event.clipboardData;
    // A picture that was copied comes as a file beside its HTML; files of a folder come without.
    const pasted = fileOfClipboard(event.clipboardData);
    if (pasted !== null) this.pasted = pasted;
    else if (files.length > 0) this.intake.take(filesOfPicker(files));
    else return;
    event.preventDefault();
  };

  #save(pasted: Pasted): void {
    this.pasted = null;
    this.intake.take({ files: [pasted.given], unread: [], isTooMany: false });
  }

  override render(): unknown {
    const { pasted } = this;
    return html`${
        this.isOver
          ? html`<div class="surface" role="status">
              <lectern-icon name="import"></lectern-icon>
              <strong>Let go to bring it in</strong>
              <span>You see what would come of it before anything is saved.</span>
            </div>`
          : nothing
      }
      <lectern-dialog
        label="Save what you copied"
        ?open=${pasted !== null}
        @lectern-close=${() => (this.pasted = null)}
      >
        ${pasted === null ? nothing : this.#offer(pasted)}
      </lectern-dialog>`;
  }

  #offer(pasted: Pasted): unknown {
    const { text } = pasted;
    return html`<div class="paste">
      <h2>Save what you copied as an article?</h2>
      ${
        text === ''
          ? nothing
          : html`<blockquote dir="auto">
              ${text.length > excerptLength ? `${text.slice(0, excerptLength).trimEnd()}…` : text}
            </blockquote>`
      }
      <div class="acts">
        <button class="button button--main" @click=${() => this.#save(pasted)}>Save it</button>
        <button class="button button--quiet" @click=${() => (this.pasted = null)}>Leave it</button>
      </div>
    </div>`;
  }
}

function isOfFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function isField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-drop': LecternDrop;
  }
}
