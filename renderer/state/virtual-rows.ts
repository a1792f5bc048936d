import type { LitElement, ReactiveController } from 'lit';
import {
  blockTop,
  offsetAt,
  rowsAt,
  scrollTopAt,
  scrollTopToShow,
  sizeOf,
  type RowRange,
  type RowSpace,
} from '../lib/row-geometry.ts';

interface Parts {
  readonly scroller: HTMLElement | null;
  /** As high as the whole list. */
  readonly list: HTMLElement | null;
  /** Holds the rows that are there, moved to their place. */
  readonly block: HTMLElement | null;
}

interface Options {
  readonly parts: () => Parts;
  readonly count: () => number;
  /** In CSS pixels, the same for every row. */
  readonly rowHeight: () => number;
  /** Other rows are in sight. */
  readonly moved: (range: RowRange) => void;
}

const nothing: RowRange = { first: 0, end: 0 };

/**
 * Keeps of a long list only the rows around the viewport in the document. Written here and not taken from
 * `@lit-labs/virtualizer`, which wants the items themselves, of the whole list, and measures each: ours come in windows,
 * from any place, and are all of one height.
 */
export class VirtualRows implements ReactiveController {
  /** What the host is to render. */
  range: RowRange = nothing;
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #resized = new ResizeObserver(() => this.#look());
  #scroller: HTMLElement | null = null;
  #viewport = 0;
  /** The top edge that is to be reached once the list is high enough. */
  #wanted: number | null = null;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const { scroller } = this.#options.parts();
    if (scroller !== this.#scroller) this.#watch(scroller);
    this.#place();
    this.#look();
  }

  hostDisconnected(): void {
    this.#watch(null);
  }

  get #space(): RowSpace {
    return { count: this.#options.count(), rowHeight: this.#options.rowHeight(), viewport: this.#viewport };
  }

  /** Rows in the viewport, from its top to its bottom, without those kept to spare. */
  get inSight(): RowRange {
    return rowsAt(this.#space, this.#scroller?.scrollTop ?? 0, 0);
  }

  /** The place in the whole list, in rows and parts of one. */
  get position(): number {
    return offsetAt(this.#space, this.#scroller?.scrollTop ?? 0) / this.#space.rowHeight;
  }

  /** To a place as `position` gave it, at the next update if the list is to become higher. */
  goTo(position: number): void {
    this.#wanted = position;
    this.#host.requestUpdate();
  }

  show(index: number): void {
    const { scroller } = this.#options.parts();
    if (scroller === null) return;
    scroller.scrollTop = scrollTopToShow(this.#space, scroller.scrollTop, index);
    this.#look();
  }

  #watch(scroller: HTMLElement | null): void {
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#resized.disconnect();
    this.#scroller = scroller;
    if (scroller === null) return;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized.observe(scroller);
    this.#viewport = scroller.clientHeight;
  }

  readonly #scrolled = (): void => this.#look();

  /** Which rows are to be there now; asks for them if they are others. */
  #look(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    this.#viewport = scroller.clientHeight;
    const space = this.#space;
    const visible = rowsAt(space, scroller.scrollTop, 0);
    const { first, end } = this.range;
    const isEnough = first <= visible.first && end >= visible.end && end <= space.count;
    // A viewport more on both sides, renewed when half of it is used: not at every row that passes.
    const screen = Math.max(1, visible.end - visible.first);
    const isAhead =
      (first === 0 || visible.first - first > screen / 2) && (end === space.count || end - visible.end > screen / 2);
    if (!isEnough || !isAhead) {
      const range = rowsAt(space, scroller.scrollTop, screen);
      if (range.first !== first || range.end !== end) {
        this.range = range;
        this.#options.moved(range);
        this.#host.requestUpdate();
      }
    }
    this.#moveBlock();
  }

  #place(): void {
    const { list } = this.#options.parts();
    const space = this.#space;
    if (list === null || this.#scroller === null) return;
    const size = `${sizeOf(space)}px`;
    if (list.style.blockSize !== size) list.style.blockSize = size;
    if (this.#wanted === null || space.count === 0) return;
    this.#scroller.scrollTop = scrollTopAt(space, this.#wanted * space.rowHeight);
    this.#wanted = null;
  }

  #moveBlock(): void {
    const { block } = this.#options.parts();
    if (block === null || this.#scroller === null) return;
    const top = blockTop(this.#space, this.#scroller.scrollTop, this.range.first);
    const transform = `translateY(${top}px)`;
    if (block.style.transform !== transform) block.style.transform = transform;
  }
}
