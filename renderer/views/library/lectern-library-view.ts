import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { defaultSettings, type Settings } from '../../../main/contract/entities.ts';
import '../../components/lectern-error.ts';
import '../../components/lectern-loading.ts';
import {
  actEntries,
  actsOf,
  isAct,
  moving,
  toggleIn,
  toggleOf,
  type ActId,
  type Toggle,
} from '../../lib/library-acts.ts';
import { sameView, type LibraryView } from '../../lib/library-view.ts';
import { shelfOrder } from '../../lib/shelf-order.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import { noPlaces, organiserContext, placesContext, settingsContext, type Places } from '../../state/contexts.ts';
import type { Organiser, Subject } from '../../state/organiser.ts';
import { RevisionController } from '../../state/revision-controller.ts';
import { base } from '../../styles/base.styles.ts';
import { tagDot } from '../../styles/tag-dot.styles.ts';
import { ActiveRow, rowOf } from './active-row.ts';
import { arrangingStyles } from './arranging.styles.ts';
import { HotRow } from './hot-row.ts';
import { rowHeight } from './library-density.ts';
import { emptyLibrary } from './library-empty.ts';
import './library-events.ts';
import { listStyles } from './library-list.styles.ts';
import { LibraryPlace } from './library-place.ts';
import { visibleRows, type RowModel } from './library-row.ts';
import { LibraryRows } from './library-rows.ts';
import { RowHeight } from './row-height.ts';
import { LibrarySelection, subjectOf } from './library-selection.ts';
import { ShelfArranger } from './shelf-arranger.ts';
import './lectern-library-bulk.ts';
import './lectern-library-head.ts';

/** So often at most a change of the library is followed, in milliseconds: only what is in sight is asked for again. */
const calm = 250;

/** The library: a list of any length, and what one does with its articles. */
@customElement('lectern-library-view')
export class LecternLibraryView extends LitElement {
  static override styles = [base, tagDot, listStyles, arrangingStyles];

  @property({ attribute: false }) view: LibraryView = {};

  @consume({ context: settingsContext, subscribe: true }) @state() private settings: Settings = defaultSettings;
  @consume({ context: placesContext, subscribe: true }) @state() private places: Places = noPlaces;
  @consume({ context: organiserContext }) private readonly organiser!: Organiser;

  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('.list') private readonly list!: HTMLElement | null;
  @query('.block') private readonly block!: HTMLElement | null;

  readonly #revision = new RevisionController(this, { calm });
  readonly #height = new RowHeight(this, (isNarrow) => rowHeight(this.settings.libraryDensity, isNarrow));
  readonly #place = new LibraryPlace(this);
  readonly #rows = new LibraryRows(this, {
    parts: () => ({ scroller: this.scroller, list: this.list, block: this.block }),
    rowHeight: () => this.#height.value,
    swapped: (to) => {
      this.#active.follow(to);
      this.#arranger.swapped();
    },
  });
  readonly #active = new ActiveRow(this, { rows: () => this.#rows, scroller: () => this.scroller });
  readonly #selection = new LibrarySelection(this, this.#rows);
  readonly #hot = new HotRow(this);
  readonly #arranger = new ShelfArranger(this, {
    rows: this.#rows,
    active: this.#active,
    scroller: () => this.scroller,
    rowHeight: () => this.#height.value,
    organiser: () => this.organiser,
    view: () => this.view,
    order: () => shelfOrder(this.view, this.places.shelves),
    subjectOf: (article) => this.#selection.subjectWith(article, this.view),
    subject: () => this.#subject(),
  });

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

  #scrolled(): void {
    this.#arranger.scrolled();
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
  #subject(): Subject | null {
    return this.#rows.total === 0 ? null : this.#selection.subjectOr(this.#rows.at(this.#active.index), this.view);
  }

  async #act(id: ActId): Promise<void> {
    const subject = this.#subject();
    if (subject === null) return;
    const isOfMany = this.#selection.count > 0;
    const isDone = await this.organiser.act(id, subject);
    if (isDone && isOfMany && moving.has(id)) this.#selection.clear();
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

  #chosen(event: CustomEvent<{ id: string }>): void {
    const index = rowOf(event);
    const { id } = event.detail;
    const article = index === null ? undefined : this.#rows.at(index);
    if (article === undefined) return;
    const subject = subjectOf(article, this.view);
    if (!this.#arranger.choose(id, subject) && isAct(id)) void this.organiser.act(id, subject);
  }

  #chosenForAll({ detail: { id } }: CustomEvent<{ id: string }>): void {
    if (id === 'all') this.#selection.all();
    else if (id === 'clear') this.#selection.clear();
    else if (!this.#arranger.choose(id, this.#subject()) && isAct(id)) void this.#act(id);
  }

  override render(): unknown {
    const { view } = this.#rows;
    const count = this.#selection.count;
    return html`<lectern-library-head
        .view=${this.view}
        .total=${view !== null && sameView(view, this.view) ? this.#rows.total : null}
      ></lectern-library-head>
      <div class="scroller" tabindex="-1" @scroll=${() => this.#scrolled()}>${this.#content(view)}</div>
      ${
        count === 0 || this.#rows.total === 0
          ? nothing
          : html`<lectern-library-bulk
              .view=${this.view}
              .count=${count}
              .total=${this.#rows.total}
              .others=${this.#arranger.entries}
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
        @pointerover=${(event: Event) => this.#hot.point(event)}
        @pointerleave=${(event: Event) => this.#hot.point(event)}
        @contextmenu=${(event: MouseEvent) => void this.#hot.openMenu(event)}
        @lectern-choose=${this.#chosen}
      >
        <div class="block" role="presentation">${this.#visible(view)}${this.#arranger.line}</div>
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
      hot: this.#hot.index,
      menu: (article) => [...actEntries(actsOf(article)), ...this.#arranger.entries],
      isMovable: this.#arranger.isMovable,
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
