import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings, type Settings } from '../../../main/contract/entities.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import type { LecternMenu } from '../../components/lectern-menu.ts';
import { startDrag } from '../../lib/dragged.ts';
import { acts, actsOf, isAct, moving, toggleIn, toggleOf, type ActId, type Toggle } from '../../lib/library-acts.ts';
import { sameView, type LibraryView } from '../../lib/library-view.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { noPlaces, organiserContext, placesContext, settingsContext, type Places } from '../../state/contexts.ts';
import type { Organiser } from '../../state/organiser.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { tagDot } from '../../styles/tag-dot.styles.ts';
import { ActiveRow, rowOf } from './active-row.ts';
import { rowHeight } from './library-density.ts';
import { emptyLibrary } from './library-empty.ts';
import './library-events.ts';
import { listStyles } from './library-list.styles.ts';
import { LibraryPlace } from './library-place.ts';
import { visibleRows, type RowModel } from './library-row.ts';
import { LibraryRows } from './library-rows.ts';
import { RowHeight } from './row-height.ts';
import { LibrarySelection, subjectOf } from './library-selection.ts';
import './lectern-library-bulk.ts';
import './lectern-library-head.ts';

/** So often at most a change of the library is followed, in milliseconds: only what is in sight is asked for again. */
const calm = 250;

/** The library: a list of any length, and what one does with its articles. */
@customElement('lectern-library-view')
export class LecternLibraryView extends LitElement {
  static override styles = [base, tagDot, listStyles];

  @property({ attribute: false }) view: LibraryView = {};

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;

  /** The row under the pointer. */
  @state() private hot: number | null = null;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('.list') private readonly list!: HTMLElement | null;
  @query('.block') private readonly block!: HTMLElement | null;
  @query('.row lectern-menu') private readonly menu!: LecternMenu | null;

  readonly #revision = new RevisionController(this, { calm });
  readonly #height = new RowHeight(this, (isNarrow) => rowHeight(this.settings.libraryDensity, isNarrow));
  readonly #place = new LibraryPlace(this);
  readonly #rows = new LibraryRows(this, {
    parts: () => ({ scroller: this.scroller, list: this.list, block: this.block }),
    rowHeight: () => this.#height.value,
    swapped: (to) => this.#active.follow(to),
  });
  readonly #active = new ActiveRow(this, { rows: () => this.#rows, scroller: () => this.scroller });
  readonly #selection = new LibrarySelection(this, this.#rows);

  constructor() {
    super();
    new CommandsController(this, {
      'library.selectAll': () => this.#selection.all(),
      'library.select': () => this.#selection.toggle(this.#active.index),
      'library.selectDown': () => this.#extend(1),
      'library.selectUp': () => this.#extend(-1),
      'library.archive': () => this.#toggle('archive'),
      'library.favourite': () => this.#toggle('favourite'),
      'library.read': () => this.#toggle('read'),
      'library.trash': () => this.#toggle('trash'),
      'library.tag': () => void this.#act('tags'),
      'library.shelve': () => void this.#act('shelf'),
      'story.next': () => this.#step(1),
      'story.previous': () => this.#step(-1),
      'list.down': () => this.#step(1),
      'list.up': () => this.#step(-1),
    });
    new CommandsController(
      this,
      {
        'list.first': () => this.#goTo(0),
        'list.last': () => this.#goTo(this.#rows.total - 1),
        'list.open': () => this.#active.link?.click(),
      },
      { onlyWithFocus: true },
    );
    this.addEventListener('lectern-to-rows', () => this.#active.goTo(this.#active.index));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** The row that was opened last, if one comes back to it; else what scrolls. */
  override focus(): void {
    this.scroller?.focus({ preventScroll: true });
    if (this.#place.active !== null) this.#active.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (before !== undefined && !sameView(before, this.view)) this.#selection.clear();
    const restored = this.#place.take(this.view);
    if (restored !== null) this.#active.index = restored.active ?? 0;
    this.#rows.follow(this.view, this.#revision.value, restored?.position ?? 0);
  }

  protected override updated(): void {
    this.scroller?.style.setProperty('--row', `${this.#height.value}px`);
  }

  #keepPlace(): void {
    const { view, position } = this.#rows;
    if (view !== null && sameView(view, this.view)) this.#place.keep({ position, active: null });
  }

  #goTo(index: number): void {
    this.#active.goTo(index);
    this.#selection.startAt(this.#active.index);
  }

  #step(by: 1 | -1): void {
    this.#active.step(by);
    this.#selection.startAt(this.#active.index);
  }

  #extend(by: 1 | -1): void {
    this.#active.goTo(this.#active.index + by);
    void this.#selection.extendTo(this.#active.index, this.view);
  }

  #toggle(toggle: Toggle): void {
    const article = this.#rows.at(this.#active.index);
    if (this.#selection.count > 0) void this.#act(toggleIn(toggle, this.view));
    else if (article !== undefined) void this.#act(toggleOf(toggle, article));
  }

  /** On what is selected, or else on the row that the keys act on. */
  async #act(id: ActId, article = this.#rows.at(this.#active.index)): Promise<void> {
    const selected = this.#selection.subject(this.view);
    const subject = selected ?? (article === undefined ? null : subjectOf(article, this.view));
    if (subject === null || this.#rows.total === 0) return;
    const isDone = await this.organiser.act(id, subject);
    if (isDone && selected !== null && moving.has(id)) this.#selection.clear();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#selection.count === 0) return;
    event.preventDefault();
    this.#selection.clear();
  }

  #clicked(event: MouseEvent): void {
    const index = rowOf(event);
    if (index === null) return;
    const target = event.composedPath()[0];
    const isBox = target instanceof HTMLInputElement;
    const isLabel = target instanceof HTMLLabelElement;
    this.#active.index = index;
    if (isBox || (isLabel && event.shiftKey)) {
      // The box shows what is selected, whatever the browser made of the click.
      if (event.shiftKey) void this.#selection.extendTo(index, this.view);
      else this.#selection.toggle(index);
      return;
    }
    const isMain = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('.row__main'));
    if (!isMain) return;
    if (event.shiftKey) {
      event.preventDefault();
      void this.#selection.extendTo(index, this.view);
    } else if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#selection.toggle(index);
    } else this.#place.keep({ position: this.#rows.position, active: index });
  }

  #pointed(event: Event): void {
    if (this.menu?.isOpen === true) return;
    this.hot = rowOf(event);
  }

  async #menuAt(event: MouseEvent): Promise<void> {
    const index = rowOf(event);
    if (index === null || event.shiftKey) return;
    event.preventDefault();
    this.hot = index;
    // Let go over the page, the button that opened a menu would close it again.
    if (event.buttons !== 0) await new Promise((done) => window.addEventListener('pointerup', done, { once: true }));
    await this.updateComplete;
    this.renderRoot.querySelector<LecternMenu>(`.row[data-index='${index}'] lectern-menu`)?.open();
  }

  #chosen(event: CustomEvent<{ id: string }>): void {
    const index = rowOf(event);
    const { id } = event.detail;
    const article = index === null ? undefined : this.#rows.at(index);
    if (!isAct(id) || article === undefined) return;
    void this.organiser.act(id, subjectOf(article, this.view));
  }

  #chosenForAll({ detail: { id } }: CustomEvent<{ id: string }>): void {
    if (id === 'all') this.#selection.all();
    else if (id === 'clear') this.#selection.clear();
    else if (isAct(id)) void this.#act(id);
  }

  #dragged(event: DragEvent): void {
    const index = rowOf(event);
    const article = index === null ? undefined : this.#rows.at(index);
    if (article === undefined) return;
    const selected = this.#selection.has(article.id) ? this.#selection.subject(this.view) : null;
    startDrag(event, { articles: (selected ?? subjectOf(article, this.view)).selection });
  }

  override render(): unknown {
    const { view } = this.#rows;
    const count = this.#selection.count;
    return html`<lectern-library-head
        .view=${this.view}
        .total=${view !== null && sameView(view, this.view) ? this.#rows.total : null}
      ></lectern-library-head>
      <div class="scroller" tabindex="-1" @scroll=${() => this.#keepPlace()}>${this.#content(view)}</div>
      ${
        count === 0 || this.#rows.total === 0
          ? nothing
          : html`<lectern-library-bulk
              .view=${this.view}
              .count=${count}
              .total=${this.#rows.total}
              .reading=${this.#selection.isReading}
              @lectern-choose=${this.#chosenForAll}
            ></lectern-library-bulk>`
      }`;
  }

  #content(view: LibraryView | null): unknown {
    if (this.#rows.error !== null) {
      return html`<lectern-error
        heading="The library cannot be read"
        .error=${this.#rows.error}
        @lectern-retry=${() => this.#rows.again()}
      ></lectern-error>`;
    }
    if (view === null) return html`<lectern-loading label="Opening the library" shape="list"></lectern-loading>`;
    const { counts } = this.places;
    if (this.#rows.total === 0) {
      return emptyLibrary(view, counts === null ? null : counts.inbox + counts.archive);
    }
    return html`<div
        class="list"
        role="list"
        aria-label="Articles"
        data-density=${this.settings.libraryDensity}
        ?data-selecting=${this.#selection.count > 0}
        ?data-old=${!sameView(view, this.view)}
        @pointerover=${this.#pointed}
        @pointerleave=${this.#pointed}
        @contextmenu=${this.#menuAt}
        @dragstart=${this.#dragged}
        @lectern-choose=${this.#chosen}
      >
        <div class="block" role="presentation">${this.#visible(view)}</div>
      </div>
      <div class="foot"></div>`;
  }

  #visible(view: LibraryView): unknown {
    const model: RowModel = {
      view,
      total: this.#rows.total,
      density: this.settings.libraryDensity,
      colours: new Map(this.places.tags.map(({ name, colour }) => [name, colour])),
      today: new Date().toISOString().slice(0, 10),
      active: this.#active.index,
      hot: this.hot,
      menu: (article) => actsOf(article).map((id) => ({ id, label: acts[id].label, icon: acts[id].icon })),
      isSelected: (id) => this.#selection.has(id),
    };
    return visibleRows(this.#rows.range, (index) => this.#rows.at(index), model);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-library-view': LecternLibraryView;
  }
}
