import { consume } from '@lit/context';
import { Task } from '@lit/task';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Client } from '../../main/contract/client.ts';
import { clientContext } from '../api/api-context.ts';
import { fire, type OrganiseRequest } from '../lib/fire.ts';
import '../lib/icons/lectern-icon.ts';
import { markCounted, markTags, tagChange, type TagMark } from '../lib/tag-marks.ts';
import { noPlaces, organiserContext, placesContext, type Places } from '../state/contexts.ts';
import type { Organiser } from '../state/organiser.ts';
import { base } from '../styles/base.styles.ts';
import { sheet } from '../styles/sheet.styles.ts';
import { tagDot } from '../styles/tag-dot.styles.ts';

/** Rows under the field; typing finds the others. */
const mostShown = 50;

/**
 * Puts tags on articles and takes them off. A box that is half set stands for a tag that some of them have, and is left
 * alone until it is touched.
 *
 * @event lectern-close - answered, or left
 */
@customElement('lectern-choose-tags')
export class LecternChooseTags extends LitElement {
  static override styles = [base, sheet, tagDot];

  @property() heading = '';
  @property({ attribute: false }) request!: OrganiseRequest;

  @consume({ context: clientContext }) private readonly client!: Client;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;
  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @state() private typed = '';
  @state() private wanted: ReadonlyMap<string, TagMark> = new Map();

  @query('input[type=text]') private readonly field!: HTMLInputElement;

  readonly #before = new Task(this, {
    args: () => [this.request] as const,
    task: ([request]) => this.#read(request),
  });

  protected override firstUpdated(): void {
    this.field.focus();
  }

  async #read({ tags, selection, count }: OrganiseRequest): Promise<ReadonlyMap<string, TagMark>> {
    if (tags !== null) return markTags(tags);
    if (!('view' in selection)) return new Map();
    const facets = await this.client['library.facets']({ view: selection.view });
    return markCounted(facets.tags, count);
  }

  override render(): unknown {
    const names = this.#names();
    const fresh = this.typed.trim();
    const isFresh = fresh !== '' && !names.includes(fresh);
    return html`<form class="sheet" @submit=${this.#submitted}>
      <h2>${this.heading}</h2>
      <input
        type="text"
        aria-label="Find a tag, or make one"
        placeholder="Find a tag, or make one"
        maxlength="200"
        autocomplete="off"
        .value=${live(this.typed)}
        @input=${() => (this.typed = this.field.value)}
        @keydown=${this.#pressed}
      />
      <div class="options" role="group" aria-label="Tags">
        ${isFresh ? this.#fresh(fresh) : nothing}${names.slice(0, mostShown).map((name) => this.#option(name))}
      </div>
      <div class="acts">
        <button class="button" type="button" @click=${() => fire(this, 'lectern-close', null)}>Cancel</button>
        <button class="button button--main" ?disabled=${this.#before.value === undefined}>Tag them so</button>
      </div>
    </form>`;
  }

  /** Those that some of the articles have first, then the most used. */
  #names(): readonly string[] {
    const known = [
      ...(this.#before.value?.keys() ?? []),
      ...this.wanted.keys(),
      ...this.places.tags.map(({ name }) => name),
    ];
    const query = this.typed.trim().toLocaleLowerCase();
    return [...new Set(known)].filter((name) => name.toLocaleLowerCase().includes(query));
  }

  #markOf(name: string): TagMark {
    return this.wanted.get(name) ?? this.#before.value?.get(name) ?? 'none';
  }

  #fresh(name: string): unknown {
    return html`<button type="button" class="option" @click=${() => this.#want(name, 'all')}>
      <lectern-icon name="plus"></lectern-icon><span class="option__name">Make <b>#${name}</b></span>
    </button>`;
  }

  #option(name: string): unknown {
    const tag = this.places.tags.find((one) => one.name === name);
    const mark = this.#markOf(name);
    return html`<label class="option"
      ><input
        type="checkbox"
        .checked=${live(mark === 'all')}
        .indeterminate=${live(mark === 'some')}
        @change=${() => this.#want(name, mark === 'all' ? 'none' : 'all')}
      /><span class="dot" data-colour=${tag?.colour ?? nothing}></span
      ><span class="option__name"><bdi>${name}</bdi></span
      >${tag === undefined ? nothing : html`<span class="meta nums">${tag.count.toLocaleString('en-GB')}</span>`}</label
    >`;
  }

  #want(name: string, mark: TagMark): void {
    this.wanted = new Map([...this.wanted, [name, mark]]);
    this.typed = '';
    this.field.focus();
  }

  /** Enter in the field takes what was typed, and with nothing typed it is done. */
  #pressed(event: KeyboardEvent): void {
    const name = this.typed.trim();
    if (event.key !== 'Enter' || event.isComposing || name === '') return;
    event.preventDefault();
    const [first] = this.#names();
    const known = this.#names().find((one) => one.toLocaleLowerCase() === name.toLocaleLowerCase());
    this.#want(
      known ?? (first?.toLocaleLowerCase().startsWith(name.toLocaleLowerCase()) === true ? first : name),
      'all',
    );
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    const { add, remove } = tagChange(this.#before.value ?? new Map(), this.wanted);
    fire(this, 'lectern-close', null);
    if (add.length + remove.length === 0) return;
    const { selection } = this.request;
    void this.organiser.change(selection, { kind: 'tags', add: [...add], remove: [...remove] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-choose-tags': LecternChooseTags;
  }
}
