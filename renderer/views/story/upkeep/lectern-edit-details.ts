import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Client } from '../../../../main/contract/client.ts';
import type { Article } from '../../../../main/contract/entities.ts';
import { clientContext } from '../../../api/api-context.ts';
import { fire } from '../../../lib/fire.ts';
import { messageOf } from '../../../lib/message-of.ts';
import { sayDone } from '../../../lib/say-done.ts';
import { base } from '../../../styles/base.styles.ts';
import { changesOf, detailsOf, undoOf, type DetailName, type Details } from './details.ts';
import { sheet } from './sheet.styles.ts';

const fields: readonly { readonly name: DetailName; readonly label: string; readonly help?: string }[] = [
  { name: 'title', label: 'Title' },
  { name: 'standfirst', label: 'Standfirst' },
  { name: 'author', label: 'Author' },
  { name: 'site', label: 'Site' },
  { name: 'published', label: 'Published', help: 'Year, month and day, as in 2026-03-14. Empty if you do not know.' },
  { name: 'language', label: 'Language', help: 'Its code: en, de, pt-BR.' },
  { name: 'direction', label: 'Runs' },
  { name: 'note', label: 'Your note' },
];

/**
 * The particulars of a saved article in fields. What is changed here is the reader's own, and each can be put back.
 *
 * @event lectern-close - saved, or given up
 */
@customElement('lectern-edit-details')
export class LecternEditDetails extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--lectern-space-2);
      }
      .field {
        grid-column: 1 / -1;
        display: grid;
        align-content: start;
        gap: var(--lectern-space-half);
      }
      .half {
        grid-column: auto;
      }
      .field :is(input, select, textarea) {
        inline-size: 100%;
        min-block-size: var(--lectern-control);
        padding-inline: var(--lectern-space-1);
        border: var(--lectern-hairline) solid var(--lectern-rule-strong);
        border-radius: var(--lectern-radius-2);
        background: var(--lectern-ground);
      }
      .field textarea {
        padding-block: var(--lectern-space-half);
        resize: vertical;
      }
      .said {
        font-size: var(--lectern-type-xs);
        line-height: var(--lectern-lead-xs);
        color: var(--lectern-ink-3);
        overflow-wrap: anywhere;
      }
      .acts,
      .fault {
        grid-column: 1 / -1;
      }
      @media (width < 48rem) {
        .half {
          grid-column: 1 / -1;
        }
        .field :is(input, select) {
          min-block-size: var(--lectern-target);
        }
      }
    `,
  ];

  @property({ attribute: false }) article!: Article;

  @consume({ context: clientContext }) private readonly client!: Client;
  @state() private fault = '';
  /** The field that the fault is about, if it is about one. */
  @state() private faulty: DetailName | null = null;
  @state() private isBusy = false;

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  override render(): unknown {
    const details = detailsOf(this.article);
    return html`<div class="sheet">
      <h2>Edit details</h2>
      <p class="about">What you change stays yours when the page is saved again.</p>
      <form novalidate @submit=${this.#submitted} @keydown=${(event: Event) => event.stopPropagation()}>
        ${fields.map(({ name, label, help }) => this.#field(name, label, help ?? '', details))}
        ${this.fault === '' || this.faulty !== null ? nothing : this.#fault}
        <p class="acts foot">
          <button class="button button--main" ?disabled=${this.isBusy}>Save</button>
          <button type="button" class="button button--quiet" @click=${this.#close}>Cancel</button>
        </p>
      </form>
    </div>`;
  }

  #field(name: DetailName, label: string, help: string, details: Details): unknown {
    const isHalf = ['author', 'site', 'language', 'direction'].includes(name);
    const said = this.article.own?.edited.find(({ field }) => field === name);
    const isDescribed = help !== '' || said !== undefined;
    return html`<div class=${isHalf ? 'field half' : 'field'}>
      <label class="field__label" for=${name}>${label}</label>
      ${this.#control(name, details[name], isDescribed ? `${name}-help` : '')}
      ${this.faulty === name ? this.#fault : nothing}
      ${
        isDescribed
          ? html`<p class="said" id="${name}-help">
              ${help}
              ${
                said === undefined
                  ? nothing
                  : html`The page says ${said.said === null || said.said === '' ? 'nothing' : html`“${said.said}”`}.
                      <button
                        type="button"
                        class="link"
                        aria-label="Put it back: ${label}"
                        @click=${() => this.#putBack(name, said.said ?? '')}
                      >
                        Put it back
                      </button>`
              }
            </p>`
          : nothing
      }
    </div>`;
  }

  get #fault(): unknown {
    return html`<p class="fault" role="alert">${this.fault}</p>`;
  }

  #control(name: DetailName, value: string, help: string): unknown {
    const described = help === '' ? nothing : help;
    if (name === 'note' || name === 'standfirst')
      return html`<textarea
        id=${name}
        name=${name}
        rows="2"
        dir="auto"
        .value=${value}
        aria-describedby=${described}
      ></textarea>`;
    if (name === 'direction')
      return html`<select id=${name} name=${name} aria-describedby=${described}>
        <option value="ltr" ?selected=${value === 'ltr'}>Left to right</option>
        <option value="rtl" ?selected=${value === 'rtl'}>Right to left</option>
      </select>`;
    return html`<input
      id=${name}
      name=${name}
      type="text"
      autocomplete="off"
      dir="auto"
      .value=${value}
      aria-describedby=${described}
    />`;
  }

  #putBack(name: DetailName, said: string): void {
    const control = this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
    if (control === null) return;
    control.value = said;
    control.focus();
  }

  readonly #submitted = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const entered = Object.fromEntries(new FormData(event.target)) as Details; // every control has a name of it
    const { article, client } = this;
    const set = changesOf(article, entered);
    if (Object.keys(set).length === 0) {
      this.#close();
      return;
    }
    this.isBusy = true;
    try {
      const { id } = article;
      await client['articles.edit']({ id, set });
      sayDone(this, 'Details saved.', () => client['articles.edit']({ id, ...undoOf(article, set) }));
      this.#close();
    } catch (error) {
      this.#fail(messageOf(error));
    }
    this.isBusy = false;
  };

  /** What is refused is named by its place in the call: `The set.published is no date`. */
  #fail(message: string): void {
    const field = fields.find(({ name }) => message.startsWith(`The set.${name} `));
    this.faulty = field?.name ?? null;
    this.fault = field === undefined ? message : `“${field.label}”${message.slice(`The set.${field.name}`.length)}`;
    if (field !== undefined) this.renderRoot.querySelector<HTMLElement>(`#${field.name}`)?.focus();
  }

  #close(): void {
    fire(this, 'lectern-close', null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-edit-details': LecternEditDetails;
  }
}
