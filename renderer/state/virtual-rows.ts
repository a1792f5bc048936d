import type { LitElement, ReactiveController } from 'lit';
import {
  blockTop,
  rowsAround,
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
  readonly #resized = new ResizeObserver(() => {
    this.#measure();
    this.#look();
  });
  #scroller: HTMLElement | null = null;
  #viewport = 0;
  /** How far it is scrolled, as far as we were told. */
  #top = 0;
  #moved: HTMLElement | null = null;
  #transform = '';
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
    return rowsAt(this.#space, this.#top);
  }

  /** The place in the whole list, in rows and parts of one. */
  get position(): number {
    return offsetAt(this.#space, this.#top) / this.#space.rowHeight;
  }

  /** To a place as `position` gave it, at the next update if the list is to become higher. */
  goTo(position: number): void {
    this.#wanted = position;
    this.#host.requestUpdate();
  }

  show(index: number): void {
    if (this.#wanted !== null) {
      // From where it will be, not from where it is still.
      const space = this.#space;
      const top = scrollTopToShow(space, scrollTopAt(space, this.#wanted * space.rowHeight), index);
      this.#wanted = offsetAt(space, top) / space.rowHeight;
      return;
    }
    this.#scrollTo(scrollTopToShow(this.#space, this.#top, index));
    this.#look();
  }

  #watch(scroller: HTMLElement | null): void {
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#resized.disconnect();
    this.#scroller = scroller;
    if (scroller === null) return;
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resized.observe(scroller);
    this.#measure();
  }

  /** Asks the page for its layout, and so never while it is being changed. */
  #measure(): void {
    this.#viewport = this.#scroller?.clientHeight ?? 0;
    this.#top = this.#scroller?.scrollTop ?? 0;
  }

  readonly #scrolled = (): void => {
    this.#top = this.#scroller?.scrollTop ?? 0;
    this.#look();
  };

  #scrollTo(top: number): void {
    if (this.#scroller === null || top === this.#top) return;
    this.#scroller.scrollTop = top;
    this.#top = this.#scroller.scrollTop;
  }

  /** Which rows are to be there now; asks for them if they are others. */
  #look(): void {
    const space = this.#space;
    const visible = rowsAt(space, this.#top);
    const { first, end } = this.range;
    const wanted = rowsAround(space, this.#top);
    const isEnough = first <= visible.first && end >= visible.end && end - first === wanted.end - wanted.first;
    // Renewed when half of what is spare is used, and not at every row that passes.
    const isNear = Math.abs(wanted.first - first) < (visible.end - visible.first) / 2;
    if ((!isEnough || !isNear) && (wanted.first !== first || wanted.end !== end)) {
      this.range = wanted;
      this.#options.moved(wanted);
      this.#host.requestUpdate();
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
    this.#scrollTo(scrollTopAt(space, this.#wanted * space.rowHeight));
    this.#wanted = null;
  }

  #moveBlock(): void {
    const { block } = this.#options.parts();
    if (block === null) return;
    const transform = `translateY(${blockTop(this.#space, this.#top, this.range.first)}px)`;
    if (transform === this.#transform && block === this.#moved) return;
    this.#transform = transform;
    this.#moved = block;
    block.style.transform = transform;
  }
}
