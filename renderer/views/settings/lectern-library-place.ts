import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Client } from '../../../main/contract/client.ts';
import type { LibraryPlaces } from '../../../main/contract/libraries-methods.ts';
import { clientContext, deskContext } from '../../api/api-context.ts';
import type { Desk } from '../../api/desk.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import { fileSize } from '../../lib/counts.ts';
import { fire } from '../../lib/fire.ts';
import { renderKept } from '../../lib/render-kept.ts';
import { base } from '../../styles/base.styles.ts';
import { libraryDialogStyles } from './lectern-libraries.styles.ts';

interface Words {
  readonly heading: string;
  readonly said: string;
  readonly legend: string;
  readonly act: string;
}

const words: Readonly<Record<'create' | 'move' | 'add', Words>> = {
  create: {
    heading: 'New library',
    said: 'It gets a folder of its own there, with its articles, marks and settings.',
    legend: 'Where',
    act: 'Make it',
  },
  move: {
    heading: 'Move the library',
    said: 'Everything is copied and read again before the new place counts. To another disk, the old copy stays until you remove it.',
    legend: 'Where to',
    act: 'Move it',
  },
  add: {
    heading: 'Add a library',
    said: 'These lie in your folders and on what is plugged in, and are not in the list. From any other folder: lectern libraries add.',
    legend: 'Found',
    act: 'Add it',
  },
};

/**
 * Asks for a place on this machine, from those that the core knows; and for a name, if a library is to be made.
 *
 * @event lectern-placed - the reader chose
 * @event lectern-close - the reader thought better of it
 */
@customElement('lectern-library-place')
export class LecternLibraryPlace extends LitElement {
  static override styles = [base, libraryDialogStyles];

  @property() kind: 'create' | 'move' | 'add' = 'create';
  /** Why the last choice was not taken. */
  @property() fault: string | null = null;
  @property({ type: Boolean }) busy = false;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: deskContext }) private readonly desk!: Desk;
  /** The id of the place; null for the first. */
  @state() private chosen: string | null = null;

  @query('input[type=text]') private readonly field!: HTMLInputElement | null;

  readonly #places = new Task(this, {
    args: () => [] as const,
    task: () => this.client['libraries.places']({}),
  });

  override focus(): void {
    this.field?.focus();
  }

  override render(): unknown {
    const { heading, said } = words[this.kind];
    return html`<form @submit=${this.#submit}>
      <h2>${heading}</h2>
      <p class="said">${said}</p>
      ${
        this.kind === 'create'
          ? html`<label class="field"
              ><span class="field__label">Name</span>
              <input type="text" maxlength="60" required dir="auto" autocomplete="off" />
            </label>`
          : nothing
      }
      ${renderKept(this.#places, {
        loading: () => html`<lectern-loading label="Looking around" shape="list"></lectern-loading>`,
        error: (error) =>
          html`<lectern-error
            heading="The folders cannot be listed"
            .error=${error}
            @lectern-retry=${() => void this.#places.run()}
          ></lectern-error>`,
        complete: (places) => this.#choices(places),
      })}
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <p class="acts">
        <button type="button" class="button button--quiet" @click=${() => fire(this, 'lectern-close', null)}>
          Cancel
        </button>
        <button class="button button--main" ?disabled=${this.busy || this.#first === null}>
          ${words[this.kind].act}
        </button>
      </p>
    </form>`;
  }

  #choices({ places, found }: LibraryPlaces): unknown {
    const choices = this.kind === 'add' ? found.map((one) => ({ ...one, freeBytes: null })) : places;
    if (choices.length === 0) return html`<p role="status">No other library was found.</p>`;
    const { chooseFolder } = this.desk;
    return html`<fieldset>
      <legend>${words[this.kind].legend}</legend>
      ${choices.map(
        ({ id, name, directory, freeBytes }) =>
          html`<label class="place">
            <input
              type="radio"
              name="place"
              .value=${id}
              .checked=${id === (this.chosen ?? this.#first)}
              @change=${() => (this.chosen = id)}
            />
            <span dir="auto">${name}</span>
            <span class="meta nums">${freeBytes === null ? nothing : html`${fileSize(freeBytes)} free`}</span>
            <code>${directory}</code>
          </label>`,
      )}
      ${
        chooseFolder === null
          ? nothing
          : html`<button type="button" class="act" @click=${() => void this.#chooseFolder(chooseFolder)}>
              Another folder…
            </button>`
      }
    </fieldset>`;
  }

  get #first(): string | null {
    const { value } = this.#places;
    return (this.kind === 'add' ? value?.found : value?.places)?.[0]?.id ?? null;
  }

  async #chooseFolder(choose: NonNullable<Desk['chooseFolder']>): Promise<void> {
    const place = await choose();
    if (place === null) return;
    await this.#places.run();
    this.chosen = place;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const place = this.chosen ?? this.#first;
    if (place !== null) fire(this, 'lectern-placed', { name: this.field?.value ?? '', place });
  }
}

declare global {
  interface HTMLElementEventMap {
    'lectern-placed': CustomEvent<{ name: string; place: string }>;
  }
  interface HTMLElementTagNameMap {
    'lectern-library-place': LecternLibraryPlace;
  }
}
