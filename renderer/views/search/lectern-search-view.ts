import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Completion, SearchHit, SearchOrder } from '../../../main/contract/search-entities.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { navigate } from '../../state/navigate.ts';
import { storyHref } from '../../state/route.ts';
import { base } from '../../styles/base.styles.ts';
import { AddressKeeper } from './address-keeper.ts';
import { Announcer } from './announcer.ts';
import { ChoiceController } from './choice-controller.ts';
import { spokenText } from './choice-text.ts';
import { partOfClause, withClause, withoutClause, withoutStretch, type QueryPart } from './clauses.ts';
import { CompletionController, completed } from './completion-controller.ts';
import { IndexStatusController } from './index-status-controller.ts';
import { keyAction, type KeyAction } from './key-action.ts';
import './lectern-search-help.ts';
import './lectern-search-preview.ts';
import type { LecternSearchPreview } from './lectern-search-preview.ts';
import type { LecternSearchSave } from './lectern-search-save.ts';
import { limitMessage, limitQuery } from './limit-query.ts';
import { NarrowController } from './narrow-controller.ts';
import { PreviewController } from './preview-controller.ts';
import { RecentKeeper } from './recent-keeper.ts';
import { recallChoice, rememberChoice } from './remembered-choice.ts';
import { SearchController, type Answer } from './search-controller.ts';
import './search-events.ts';
import { searchField } from './search-field.ts';
import { searchFilters } from './search-filters.ts';
import { optionId, searchKeys, searchPreview, searchResults } from './search-parts.ts';
import { searchSaid } from './search-said.ts';
import { searchStyles } from './search.styles.ts';

/** Results as one types, beside what was found in the chosen article. What is shown stays until there is something newer. */
@customElement('lectern-search-view')
export class LecternSearchView extends LitElement {
  static override styles = [base, searchStyles];

  /** What the address asks for. */
  @property() query = '';
  @property() order: SearchOrder = 'relevance';

  /** What stands in the field. */
  @state() private typed = '';
  @state() private caret = 0;
  @state() private exactly = false;
  /** Whether the preview takes the place of the list, where there is room for one of them. */
  @state() private previews = false;
  @state() private help = false;

  @query('input') private readonly input!: HTMLInputElement;
  @query('.hits') private readonly list!: HTMLElement | null;
  @query('lectern-search-preview') private readonly previewed!: LecternSearchPreview | null;
  @query('lectern-search-save') private readonly save!: LecternSearchSave | null;

  readonly #search = new SearchController(this, (answer, isNew) => this.#answered(answer, isNew));
  readonly #choice = new ChoiceController(this, {
    hits: () => this.#search.hits,
    list: () => this.list,
    more: () => this.#search.more(),
  });
  readonly #preview = new PreviewController(this);
  readonly #announcer = new Announcer(this);
  readonly #completion = new CompletionController(this);
  readonly #index = new IndexStatusController(this);
  readonly #recent = new RecentKeeper(this);
  readonly #narrow = new NarrowController(this);
  readonly #address = new AddressKeeper(
    this,
    () => ({ query: this.query, order: this.order }),
    () => ({ query: this.#wanted, order: this.order }),
  );
  /** Enter came before the answer: the first hit is opened when it is there. */
  #opensNext = false;

  constructor() {
    super();
    new CommandsController(this, {
      'list.down': () => this.#choice.choose(this.#choice.index + 1),
      'list.up': () => this.#choice.choose(this.#choice.index - 1),
      'list.open': () => this.#open(),
      'story.nextPlace': () => this.#preview.step(1),
      'story.previousPlace': () => this.#preview.step(-1),
      'search.save': () => this.save?.open(),
      'find.here': () => this.focus(),
    });
    this.addEventListener('lectern-step', (event) => this.#preview.step(event.detail.by));
    this.addEventListener('lectern-query', (event) => this.#ask(event.detail.query));
    this.addEventListener('lectern-to-list', () => this.#toList());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && this.#isPreviewAlone) this.#toList();
    });
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query') && this.query !== this.#wanted) {
      this.typed = this.query;
      this.exactly = false;
    }
    const asked = this.#wanted;
    this.#search.ask(asked === '' ? null : { query: asked, order: this.order, exactly: this.exactly });
    if (asked === '') this.previews = false;
    this.#preview.show(this.#choice.hit, this.#asked);
  }

  /** What is to be searched for. */
  get #wanted(): string {
    return limitQuery(this.typed).trim();
  }

  /** The query of the answer that shows. */
  get #asked(): string {
    return this.#search.answer?.question.query ?? '';
  }

  #answered({ question, result }: Answer, isNew: boolean): void {
    this.#choice.follow(isNew, recallChoice);
    if (!isNew) return;
    if (result.total === 0) this.previews = false;
    this.#recent.answered(question.query, result.total);
    this.#announcer.say(spokenText(result, this.#choice.hit));
    if (this.#opensNext && question.query === this.#wanted) this.#open();
  }

  #ask(query: string, focuses = true): void {
    this.typed = query;
    this.exactly = false;
    this.previews = false;
    this.#completion.close();
    this.#address.write();
    if (focuses) this.input.focus();
  }

  readonly #typing = (): void => {
    this.typed = this.input.value;
    this.caret = this.input.selectionEnd ?? this.typed.length;
    this.exactly = false;
    this.previews = false;
    this.#opensNext = false;
    this.#completion.ask(limitQuery(this.typed), this.caret);
    this.#address.writeSoon();
  };

  /** A click chooses a hit, a click on the chosen one opens it; without room for both the preview comes first. */
  readonly #clicked = (event: MouseEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('.hit') : null;
    const index = Number(option?.id.replace('hit-', '') ?? Number.NaN);
    if (Number.isNaN(index)) return;
    if (this.#narrow.value) {
      this.#choice.choose(index);
      this.previews = true;
      void this.updateComplete.then(() => this.previewed?.focus());
    } else if (index === this.#choice.index) this.#open();
    else this.#choice.choose(index);
  };

  #toList(): void {
    this.previews = false;
    void this.updateComplete.then(() => this.list?.focus());
  }

  #open(): void {
    const isCurrent = this.#asked === this.#wanted;
    this.#opensNext = !isCurrent;
    const hit = this.#choice.hit;
    if (hit === null || !isCurrent) return;
    this.#address.write();
    this.#recent.keep(this.#asked);
    rememberChoice(hit.article.id);
    navigate(this.#hrefOf(hit));
  }

  #hrefOf(hit: SearchHit): string {
    return storyHref(hit.article.id, { query: this.#asked, block: this.#preview.blockOf(hit) });
  }

  readonly #take = (completion: Completion): void => {
    const { query, caret } = completed(this.typed, this.caret, completion);
    this.#ask(query);
    this.caret = caret;
    void this.updateComplete.then(() => this.input.setSelectionRange(caret, caret));
    if (completion.kind === 'field') this.#completion.ask(query, caret);
  };

  readonly #takeOut = ({ from, to }: QueryPart): void => {
    const asked = this.#asked;
    const isCurrent = asked === this.typed.trim();
    this.#ask(isCurrent ? withoutStretch(asked, from, to) : withoutClause(this.typed, asked.slice(from, to)));
  };

  readonly #pick = ({ detail: { id, isActive } }: CustomEvent<{ id: string; isActive: boolean }>): void => {
    const part = isActive ? partOfClause(this.#search.answer?.result.understood.parts ?? [], id) : null;
    if (part !== null) this.#takeOut(part);
    else this.#ask(isActive ? withoutClause(this.typed, id) : withClause(this.typed, id), false);
  };

  readonly #pickOrder = ({ detail: { id } }: CustomEvent<{ id: string }>): void => {
    this.#address.write(id as SearchOrder); // the menu's ids are the orders
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { selectionStart, selectionEnd, value } = this.input;
    const action = keyAction(event, {
      place: event.currentTarget === this.input ? 'field' : 'list',
      isAtStart: selectionStart === 0 && selectionEnd === 0,
      isAtEnd: selectionStart === value.length && selectionEnd === value.length,
      hasHits: this.#choice.hit !== null,
      hasOpenCompletions: this.#completion.isOpen,
      hasChosenCompletion: this.#completion.chosen >= 0,
      hasHint: this.#completion.hint(this.typed, this.caret) !== null,
      isPreviewAlone: this.#isPreviewAlone,
      isEmpty: value === '',
    });
    if (action === null) return;
    event.preventDefault();
    this.#act(action);
  };

  #act(action: KeyAction): void {
    const completion = this.#completion;
    const take = () => {
      const item = completion.items[Math.max(0, completion.chosen)];
      if (item !== undefined) this.#take(item);
    };
    const acts: Record<KeyAction, () => void> = {
      'completion-next': () => completion.move(1),
      'completion-previous': () => completion.move(-1),
      'completion-take': take,
      'completion-close': () => completion.close(),
      'completion-open': () => completion.ask(this.typed, this.input.selectionEnd ?? 0, true),
      'hint-take': take,
      'place-next': () => this.#preview.step(1),
      'place-previous': () => this.#preview.step(-1),
      first: () => this.#choice.choose(0),
      last: () => this.#choice.choose(this.#search.hits.length - 1),
      'page-down': () => this.#choice.page(1),
      'page-up': () => this.#choice.page(-1),
      'to-list': () => this.#toList(),
      'to-field': () => this.focus(),
      clear: () => this.#ask(''),
    };
    acts[action]();
  }

  get #isPreviewAlone(): boolean {
    return this.previews && this.#narrow.value && this.#choice.hit !== null;
  }

  override render(): unknown {
    const { answer, facets } = this.#search;
    const understood = answer?.result.understood ?? null;
    return html`<div class=${this.#isPreviewAlone ? 'search search--preview' : 'search'}>
        <section class="results" aria-label="Search">
          <h1 class="vh">Search</h1>
          ${this.#field()}
          ${searchSaid({
            ...{ tooLong: limitMessage(this.typed), understood, exactly: this.exactly, index: this.#index.value },
            onExactly: (exactly) => (this.exactly = exactly),
          })}
          ${searchFilters({ understood, facets, onTakeOut: this.#takeOut, onPick: this.#pick })}
          ${searchResults({
            ...{ search: this.#search, isEmpty: this.typed.trim() === '', chosen: this.#choice.index },
            ...{ onClick: this.#clicked, onKey: this.#pressed, onOrder: this.#pickOrder },
          })}
          ${this.#choice.hit === null ? nothing : searchKeys}
          <p class="vh" role="status">${this.#announcer.text}</p>
        </section>
        ${searchPreview(this.#preview, this.#choice.hit === null ? '' : this.#hrefOf(this.#choice.hit), this.#isPreviewAlone)}
      </div>
      <lectern-search-help ?open=${this.help} @lectern-close=${() => (this.help = false)}></lectern-search-help>`;
  }

  #field(): unknown {
    return searchField({
      typed: this.typed,
      completions: this.#completion.items,
      isOpen: this.#completion.isOpen,
      chosenCompletion: this.#completion.chosen,
      hint: this.#completion.hint(this.typed, this.caret),
      activeHit: this.#choice.hit === null ? null : optionId(this.#choice.index),
      onInput: this.#typing,
      onKey: this.#pressed,
      onBlur: () => this.#completion.close(),
      onTake: this.#take,
      onClear: () => this.#ask(''),
      onHelp: () => (this.help = true),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-search-view': LecternSearchView;
  }
}
