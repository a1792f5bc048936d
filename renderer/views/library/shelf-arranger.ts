import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import type { Selection, ShelfPlace } from '../../../main/contract/organise-entities.ts';
import type { MenuEntry } from '../../components/lectern-menu.ts';
import { draggedKind, dropped, startDrag } from '../../lib/dragged.ts';
import { fire } from '../../lib/fire.ts';
import type { LibraryView } from '../../lib/library-view.ts';
import { gapAt, movedWords, shelfSteps, waysToMove, type ShelfOrder } from '../../lib/shelf-order.ts';
import { CommandsController } from '../../state/commands-controller.ts';
import type { Organiser, Subject } from '../../state/organiser.ts';
import { rowOf, type ActiveRow } from './active-row.ts';
import type { LibraryRows } from './library-rows.ts';

interface Parts {
  readonly rows: LibraryRows;
  readonly active: ActiveRow;
  readonly scroller: () => HTMLElement | null;
  readonly rowHeight: () => number;
  readonly organiser: () => Organiser;
  readonly view: () => LibraryView;
  readonly order: () => ShelfOrder | null;
  /** What a row stands for: itself, or with it all that is selected. */
  readonly subjectOf: (article: ArticleSummary | undefined) => Subject | null;
  /** What keys act on. */
  readonly subject: () => Subject | null;
}

/** Rows of a shelf moved in the reader's own order, by key, by menu and by hand; and rows dragged from the list at all. */
export class ShelfArranger implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: Parts;
  /** What is dragged began here, in an order in which it can be let go here. */
  #isOurs = false;
  /** The row before which it would come to stand. */
  #gap: number | null = null;
  /** The height at which it is held, in the window. */
  #heldAt = 0;
  /** Where the first of what was moved stands in the list that is on its way. */
  #awaited: { readonly offset: number; readonly selection: Selection } | null = null;
  /** How many states of the list have shown. */
  #swaps = 0;

  constructor(host: LitElement, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    const step = (to: ShelfPlace) => () => void this.#moveSubject(to);
    new CommandsController(
      host,
      {
        'library.moveUp': step('up'),
        'library.moveDown': step('down'),
        'library.moveTop': step('top'),
        'library.moveEnd': step('end'),
      },
      { only: () => parts.order() !== null },
    );
    host.addEventListener('dragstart', (event) => this.#start(event));
    // Over a row that has just come the first event asks already whether it may be let go there.
    for (const name of ['dragenter', 'dragover'] as const) host.addEventListener(name, (event) => this.#over(event));
    // From one row to the next it does not come up to the host.
    host.addEventListener('dragleave', () => this.#hold(null));
    host.addEventListener('drop', (event) => void this.#drop(event));
    host.addEventListener('dragend', this.#end);
  }

  hostDisconnected(): void {
    this.#end();
  }

  get isMovable(): boolean {
    return this.#parts.order() === 'movable';
  }

  get entries(): readonly MenuEntry[] {
    return this.isMovable ? shelfSteps : [];
  }

  /** Where what is dragged would come to stand; goes into the block of rows. */
  get line(): unknown {
    return this.#gap === null ? nothing : html`<div class="drop" role="presentation"></div>`;
  }

  /** Puts the line into its gap, once rendered. */
  hostUpdated(): void {
    const line = this.#host.renderRoot.querySelector<HTMLElement>('.drop');
    if (line === null || this.#gap === null) return;
    line.style.transform = `translateY(${(this.#gap - this.#parts.rows.range.first) * this.#parts.rowHeight()}px)`;
  }

  /** False for an entry that is none of these. */
  choose(id: string, subject: Subject | null): boolean {
    const entry = shelfSteps.find((one) => one.id === id);
    if (entry !== undefined && subject !== null) void this.#move(subject.selection, entry.to);
    return entry !== undefined;
  }

  /** Near its edges the browser scrolls the list under what is held still. */
  scrolled(): void {
    if (this.#gap === null) return;
    requestAnimationFrame(() => {
      if (this.#gap !== null) this.#look();
    });
  }

  /** A newer state of the list shows. */
  swapped(): void {
    this.#swaps += 1;
    this.#arrive(true);
  }

  /** To the first of what was moved, in the list in which it was. Of a row that never came, `isNew` says which list that is. */
  #arrive(isNew: boolean): void {
    const awaited = this.#awaited;
    if (awaited === null) return;
    const there = this.#parts.rows.at(awaited.offset)?.id;
    if (there === undefined ? !isNew : !isIn(awaited.selection, there)) return;
    this.#awaited = null;
    this.#parts.active.goTo(awaited.offset);
  }

  async #moveSubject(to: ShelfPlace): Promise<void> {
    const order = this.#parts.order();
    const subject = this.#parts.subject();
    if (order === null || subject === null) return;
    if (order === 'movable') await this.#move(subject.selection, to);
    else fire(this.#host, 'lectern-toast', { message: `${waysToMove[order]} to move articles on this shelf.` });
  }

  async #move(selection: Selection, to: ShelfPlace): Promise<void> {
    const { rows, organiser, view } = this.#parts;
    const { shelf } = view();
    if (shelf === undefined) return;
    const swaps = this.#swaps;
    const outcome = await organiser().run(
      (client) => client['shelves.arrange']({ shelf, selection, to }),
      ({ changed, offset }) => movedWords(changed, offset, rows.total),
    );
    if (outcome === null) return;
    this.#awaited = { offset: outcome.offset, selection };
    // The list may have been faster than the answer.
    this.#arrive(this.#swaps !== swaps);
  }

  #start(event: DragEvent): void {
    const index = rowOf(event);
    const subject = index === null ? null : this.#parts.subjectOf(this.#parts.rows.at(index));
    if (subject === null) return;
    startDrag(event, { articles: subject.selection });
    this.#isOurs = this.isMovable;
    const row = event.composedPath().find((node) => node instanceof HTMLElement && node.matches('.row'));
    if (row instanceof HTMLElement) {
      const { left, top } = row.getBoundingClientRect();
      event.dataTransfer?.setDragImage(row, event.clientX - left, event.clientY - top);
    }
    // No pointer moves while something is dragged; and the row that it began on may not be there at its end.
    window.addEventListener('pointermove', this.#end, { once: true });
  }

  #over(event: DragEvent): void {
    if (!this.#isOurs || !this.isMovable || draggedKind(event) !== 'articles') return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'move';
    this.#heldAt = event.clientY;
    this.#look();
  }

  async #drop(event: DragEvent): Promise<void> {
    const gap = this.#gap;
    const given = dropped(event);
    if (gap === null || given === null || !('articles' in given)) return;
    event.preventDefault();
    this.#end();
    const { rows, organiser, view } = this.#parts;
    const end = gap >= rows.total;
    const there = end ? undefined : rows.at(gap)?.id;
    const found =
      end || there !== undefined
        ? there
        : (await organiser().attempt((client) => client['library.window']({ view: view(), offset: gap, limit: 1 })))
            ?.items[0]?.id;
    if (end) await this.#move(given.articles, 'end');
    else if (found !== undefined) await this.#move(given.articles, { before: found });
  }

  readonly #end = (): void => {
    window.removeEventListener('pointermove', this.#end);
    this.#isOurs = false;
    this.#hold(null);
  };

  /** Null where nothing is held over the list any more. */
  #hold(gap: number | null): void {
    if (gap === this.#gap) return;
    this.#gap = gap;
    this.#host.requestUpdate();
  }

  #look(): void {
    const scroller = this.#parts.scroller();
    if (scroller === null) return;
    const y = this.#heldAt - scroller.getBoundingClientRect().top;
    const { position, total } = this.#parts.rows;
    this.#hold(gapAt(Math.min(y, scroller.clientHeight), position, this.#parts.rowHeight(), total));
  }
}

/** As far as can be said without asking for a view. */
function isIn(selection: Selection, id: string): boolean {
  return 'ids' in selection ? selection.ids.includes(id) : selection.except?.includes(id) !== true;
}
