import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { LibraryList, ListedLibrary } from '../../../main/contract/libraries-methods.ts';
import type { LecternDialog } from '../../components/lectern-dialog.ts';
import '../../components/lectern-dialog.ts';
import '../../components/lectern-progress.ts';
import { fileSize, percent } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import '../../lib/icons/lectern-icon.ts';
import { LibrariesController } from '../../state/libraries-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { librariesStyles } from './lectern-libraries.styles.ts';
import './lectern-library-name.ts';
import './lectern-library-place.ts';

type Asked =
  { readonly kind: 'create' | 'move' | 'add' } | { readonly kind: 'rename'; readonly library: ListedLibrary };

/** The reader's libraries: which one is open, where each lies, and how to make, open, name and move them. */
@customElement('lectern-libraries')
export class LecternLibraries extends LitElement {
  static override styles = [base, librariesStyles];

  /** What the dialog is about, while it is open. */
  @state() private asked: Asked | null = null;
  /** The library whose old copy is to be removed, once that is said a second time. */
  @state() private removing: string | null = null;

  @query('lectern-dialog') private readonly dialog!: LecternDialog;
  @query('lectern-library-place, lectern-library-name') private readonly question!: LitElement | null;

  readonly #libraries = new LibrariesController(this);

  protected override updated(changed: PropertyValues): void {
    if (changed.has('asked') && this.asked !== null) void this.#focusQuestion();
  }

  /** The dialog takes the focus to itself when it opens. */
  async #focusQuestion(): Promise<void> {
    await this.dialog.updateComplete;
    await this.question?.updateComplete;
    this.question?.focus();
  }

  override render(): unknown {
    const { list, fault } = this.#libraries;
    return html`${
        fault === null || this.asked !== null
          ? nothing
          : html`<p class="fault" role="alert">
              <lectern-icon name="triangle-alert"></lectern-icon><span>${fault}</span>
            </p>`
      }
      ${list === null ? nothing : this.#list(list)}
      <lectern-dialog label=${this.#label} ?open=${this.asked !== null} @lectern-close=${this.#close}>
        ${this.asked === null ? nothing : this.#dialog(this.asked)}
      </lectern-dialog>`;
  }

  #list(list: LibraryList): unknown {
    const open = list.items.find((one) => one.state === 'open');
    return html`<ul>
        ${list.items.map((library) => html`<li>${this.#library(library, list)}</li>`)}
      </ul>
      ${list.moving === null ? nothing : this.#moving(list.moving)}
      ${
        list.moveFault === null
          ? nothing
          : html`<p class="fault" role="alert">
              <lectern-icon name="triangle-alert"></lectern-icon><span>${list.moveFault}</span>
            </p>`
      }
      <p class="acts">
        <button class="button" @click=${() => this.#ask({ kind: 'create' })}>New library…</button>
        <button class="button button--quiet" @click=${() => this.#ask({ kind: 'add' })}>Add one that is there…</button>
        ${
          open === undefined || open.isUnlisted || list.moving !== null
            ? nothing
            : html`<button class="button button--quiet" @click=${() => this.#ask({ kind: 'move' })}>
                Move “${open.name}”…
              </button>`
        }
      </p>`;
  }

  #library(library: ListedLibrary, { moving }: LibraryList): unknown {
    const { id, name, directory, left, isUnlisted } = library;
    const isOpen = library.state === 'open';
    return html`<div class="library" aria-current=${isOpen ? 'true' : nothing}>
      <p class="name" dir="auto">${name}</p>
      <p class="where">
        <code>${directory}</code>${library.state === 'absent' ? html` <span class="absent">Not there</span>` : nothing}
      </p>
      <p class="acts">
        ${
          isOpen
            ? html`<span class="open"><lectern-icon name="check"></lectern-icon>Open</span>`
            : html`<button
                class="button button--small"
                ?disabled=${moving !== null || this.#libraries.isBusy}
                @click=${() => void this.#open(library)}
              >
                Open<span class="vh"> ${name}</span>
              </button>`
        }
        ${
          isUnlisted
            ? nothing
            : html`<button class="act" @click=${() => this.#ask({ kind: 'rename', library })}>
                Rename<span class="vh"> ${name}</span>
              </button>`
        }
        ${
          isUnlisted || isOpen
            ? nothing
            : html`<button class="act" @click=${() => void this.#forget(library)}>
                Take off the list<span class="vh">: ${name}</span>
              </button>`
        }
      </p>
      ${
        isUnlisted
          ? html`<p class="said">
              Lectern was started with this folder. It is in no list; whoever starts without it opens the list’s own.
            </p>`
          : nothing
      }
      ${left === null ? nothing : this.#left(id, left)}
    </div>`;
  }

  #left(id: string, left: string): unknown {
    return html`<p class="said">
      It was moved here. The old copy lies in <code>${left}</code>, and nobody opens it any more.
      ${
        this.removing === id
          ? html`<button class="act act--danger" @click=${() => void this.#removeLeft(id)}>Remove it for good</button>
              <button class="act" @click=${() => (this.removing = null)}>Keep it</button>`
          : html`<button class="act" @click=${() => (this.removing = id)}>Remove it…</button>`
      }
    </p>`;
  }

  #moving({ to, bytes, total }: NonNullable<LibraryList['moving']>): unknown {
    const share = total === 0 ? 0 : bytes / total;
    return html`<div class="moving" role="status">
      <p>
        Moving to <code>${to}</code>: ${percent(share)} per cent${total === 0 ? nothing : html` of ${fileSize(total)}`}.
        You can read on.
      </p>
      <lectern-progress .value=${share}></lectern-progress>
      <button class="act" @click=${() => void this.#libraries.change((client) => client['libraries.cancelMove']({}))}>
        Cancel
      </button>
    </div>`;
  }

  get #label(): string {
    const labels = {
      create: 'New library',
      move: 'Move the library',
      add: 'Add a library',
      rename: 'Rename the library',
    };
    return this.asked === null ? '' : labels[this.asked.kind];
  }

  #dialog(asked: Asked): unknown {
    const { fault, isBusy } = this.#libraries;
    if (asked.kind === 'rename') {
      return html`<lectern-library-name
        .name=${asked.library.name}
        .fault=${fault}
        .busy=${isBusy}
        @lectern-close=${this.#close}
        @lectern-named=${({ detail }: CustomEvent<{ name: string }>) =>
          void this.#done((client) => client['libraries.rename']({ id: asked.library.id, name: detail.name }))}
      ></lectern-library-name>`;
    }
    return html`<lectern-library-place
      .kind=${asked.kind}
      .fault=${fault}
      .busy=${isBusy}
      @lectern-close=${this.#close}
      @lectern-placed=${({ detail }: CustomEvent<{ name: string; place: string }>) => void this.#place(asked.kind, detail)}
    ></lectern-library-place>`;
  }

  #place(kind: 'create' | 'move' | 'add', { name, place }: { name: string; place: string }): Promise<void> {
    return this.#done((client) => {
      if (kind === 'create') return client['libraries.create']({ name, place });
      return kind === 'move' ? client['libraries.move']({ place }) : client['libraries.add']({ found: place });
    });
  }

  #ask(asked: Asked): void {
    this.#libraries.fault = null;
    this.asked = asked;
  }

  readonly #close = (): void => {
    this.#libraries.fault = null;
    this.asked = null;
  };

  async #done(act: Parameters<LibrariesController['change']>[0]): Promise<void> {
    if (await this.#libraries.change(act)) this.asked = null;
  }

  async #open({ id, name }: ListedLibrary): Promise<void> {
    if (await this.#libraries.change((client) => client['libraries.open']({ id })))
      fire(this, 'lectern-toast', { message: `“${name}” is open.` });
  }

  async #forget({ id, name }: ListedLibrary): Promise<void> {
    if (await this.#libraries.change((client) => client['libraries.forget']({ id })))
      fire(this, 'lectern-toast', { message: `“${name}” is off the list. Its files are where they were.` });
  }

  async #removeLeft(id: string): Promise<void> {
    this.removing = null;
    if (await this.#libraries.change((client) => client['libraries.removeLeft']({ id })))
      fire(this, 'lectern-toast', { message: 'The old copy is removed.' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-libraries': LecternLibraries;
  }
}
