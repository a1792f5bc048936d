import { consume } from '@lit/context';
import { Task, TaskStatus } from '@lit/task';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Client } from '../../../main/contract/client.ts';
import type { SearchHit, SearchResult } from '../../../main/contract/search-entities.ts';
import { clientContext } from '../../api/api-context.ts';
import '../../components/lectern-empty.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import '../../lib/icons/lectern-icon.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { navigate, replaceAddress } from '../../state/navigate.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { printRoute, storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import './lectern-search-examples.ts';
import './lectern-search-nothing.ts';
import './lectern-search-preview.ts';
import { limitMessage, limitQuery } from './limit-query.ts';
import { recallChoice, rememberChoice } from './remembered-choice.ts';
import './search-events.ts';
import { searchHit } from './search-hit.ts';
import { searchKeys, searchSaid } from './search-said.ts';
import { searchStyles } from './search.styles.ts';

const pageSize = 30;
const mostHits = 100;
/** Browsers stop listening to a page that changes its address with every keystroke. */
const addressDelay = 250;

/** Results as one types, beside what was found in the chosen story. What is shown stays until there is something newer. */
@customElement('lectern-search-view')
export class LecternSearchView extends LitElement {
  static override styles = [base, searchStyles];

  /** What the address asks for. */
  @property() query = '';

  /** What stands in the field. */
  @state() private typed = '';
  @state() private limit = pageSize;
  @state() private selected = 0;
  @state() private place = 0;

  @consume({ context: clientContext }) private readonly client!: Client;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #revision = new RevisionController(this);
  readonly #found = new Task(this, {
    args: () => [limitQuery(this.typed).trim(), this.limit, this.#revision.value] as const,
    task: async ([asked, limit]) =>
      asked === '' ? null : { asked, result: await this.client['search.find']({ query: asked, limit }) },
    onComplete: (answer) => this.#answered(answer?.asked ?? '', answer?.result.hits ?? []),
  });
  readonly #places = new Task(this, {
    args: () => [this.#hit?.article.id ?? '', this.#asked] as const,
    task: async ([id, asked]) =>
      id === '' ? null : { id, asked, found: await this.client['search.places']({ id, query: asked }) },
  });
  /** The query of the answer that shows, to tell a new one from more of the same. */
  #answeredTo = '';
  #addressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new CommandsController(this, {
      'list.down': () => this.#select(this.selected + 1),
      'list.up': () => this.#select(this.selected - 1),
      'list.open': () => this.#open(),
      'story.nextPlace': () => this.#step(1),
      'story.previousPlace': () => this.#step(-1),
    });
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('lectern-step', (event) => this.#step(event.detail.by));
    this.addEventListener('lectern-query', (event) => this.#ask(event.detail.query));
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#addressTimer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.query !== limitQuery(this.typed)) this.typed = this.query;
  }

  get #answer(): { readonly asked: string; readonly result: SearchResult } | null {
    return this.#found.value ?? null;
  }

  get #hit(): SearchHit | null {
    return this.#answer?.result.hits[this.selected] ?? null;
  }

  get #asked(): string {
    return this.#answer?.asked ?? '';
  }

  #answered(asked: string, hits: readonly SearchHit[]): void {
    if (asked === this.#answeredTo) return;
    const before = this.#answeredTo === '' ? recallChoice() : null;
    this.#answeredTo = asked;
    this.#select(hits.findIndex(({ article }) => article.id === before));
  }

  #ask(query: string): void {
    this.typed = query;
    this.limit = pageSize;
    this.#writeAddress();
    this.input.focus();
  }

  #typing(): void {
    this.typed = this.input.value;
    this.limit = pageSize;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => this.#writeAddress(), addressDelay);
  }

  #writeAddress(): void {
    clearTimeout(this.#addressTimer);
    const query = limitQuery(this.typed).trim();
    if (query !== this.query) replaceAddress(printRoute({ name: 'search', query }));
  }

  #select(index: number): void {
    const last = (this.#answer?.result.hits.length ?? 0) - 1;
    this.selected = Math.max(0, Math.min(index, last));
    this.place = 0;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** A click chooses a story, a click on the chosen one opens it. */
  #clicked(event: MouseEvent): void {
    const [target] = event.composedPath();
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option === null) return;
    const index = [...this.renderRoot.querySelectorAll('[role="option"]')].indexOf(option);
    if (index === this.selected) this.#open();
    else this.#select(index);
  }

  #step(by: 1 | -1): void {
    const places = this.#placesOfHit().length;
    if (places > 0) this.place = (this.place + by + places) % places;
  }

  #placesOfHit() {
    const places = this.#places.value;
    return places?.id === this.#hit?.article.id ? (places?.found.blocks ?? []) : [];
  }

  #hrefOf(hit: SearchHit): string {
    const place = this.#placesOfHit()[this.place];
    return storyHref(hit.article.id, { query: this.#asked, block: place?.block ?? hit.passage.block });
  }

  #open(): void {
    const hit = this.#hit;
    if (hit === null) return;
    this.#writeAddress();
    rememberChoice(hit.article.id);
    navigate(this.#hrefOf(hit));
  }

  /** The right arrow goes on to the next place only where it could not move the cursor. */
  #pressed(event: KeyboardEvent): void {
    const { selectionStart, selectionEnd, value } = this.input;
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowRight' && isAtEnd && this.#hit !== null) this.#step(1);
    else if (event.key === 'Escape' && value !== '') this.#ask('');
    else return;
    event.preventDefault();
  }

  override render(): unknown {
    return html`<div class="search">
      <section class="results" aria-label="Search">
        <h1 class="vh">Search</h1>
        ${this.#field()}${searchSaid(limitMessage(this.typed), this.#answer?.result ?? null)}
        <div class=${this.#found.status === TaskStatus.PENDING ? 'rest rest--waiting' : 'rest'}>${this.#results()}</div>
        ${this.#hit === null ? nothing : searchKeys}
      </section>
      ${this.#preview()}
    </div>`;
  }

  #field(): unknown {
    return html`<form class="field" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <lectern-icon name="search"></lectern-icon>
      <input
        type="search"
        .value=${live(this.typed)}
        placeholder="Words, “phrases”, -not, tag:…"
        aria-label="Search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${this.#hit === null ? 'false' : 'true'}
        aria-controls="hits"
        aria-activedescendant=${this.#hit === null ? nothing : optionId(this.selected)}
        aria-describedby="understood"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        @input=${this.#typing}
        @keydown=${this.#pressed}
      />
      ${
        this.typed === ''
          ? nothing
          : html`<button type="button" class="tool" aria-label="Clear" title="Clear" @click=${() => this.#ask('')}>
              <lectern-icon name="x"></lectern-icon>
            </button>`
      }
    </form>`;
  }

  #results(): unknown {
    const answer = this.#answer;
    if (this.#found.status === TaskStatus.ERROR) {
      return html`<lectern-error
        heading="This could not be searched for"
        .error=${this.#found.error}
        @lectern-retry=${() => void this.#found.run()}
      ></lectern-error>`;
    }
    if (answer === null) {
      return this.#found.status === TaskStatus.PENDING && this.typed.trim() !== ''
        ? html`<lectern-loading shape="list" label="Searching"></lectern-loading>`
        : html`<lectern-search-examples class="words"></lectern-search-examples>`;
    }
    const { hits, total, understood } = answer.result;
    if (total === 0) {
      return html`<lectern-search-nothing
        class="words"
        .query=${answer.asked}
        .understood=${understood}
      ></lectern-search-nothing>`;
    }
    return html`<ol class="hits" id="hits" role="listbox" aria-label="Results">
        ${hits.map((hit, index) =>
          searchHit(hit, {
            id: optionId(index),
            isSelected: index === this.selected,
            places: index === this.selected ? this.#placesOfHit() : [],
          }),
        )}
      </ol>
      ${
        total > hits.length && this.limit < mostHits
          ? html`<p class="more">
              <button class="button" @click=${() => (this.limit = Math.min(mostHits, this.limit + pageSize))}>
                Show more
              </button>
            </p>`
          : nothing
      }`;
  }

  #preview(): unknown {
    const hit = this.#hit;
    if (hit === null) {
      return html`<div class="unfilled">
        <lectern-empty heading="The places, as they stand"
          >Whatever is found shows here, in its paragraphs, before you open the story.</lectern-empty
        >
      </div>`;
    }
    const places = this.#placesOfHit();
    return html`<lectern-search-preview
      .article=${hit.article}
      .href=${this.#hrefOf(hit)}
      .places=${places}
      .blockCount=${this.#places.value?.found.blockCount ?? 0}
      .current=${this.place}
    ></lectern-search-preview>`;
  }
}

function optionId(index: number): string {
  return `hit-${index}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-view': LecternSearchView;
  }
}
