/**
 * Follows how far the reader is in a story, and has it kept: a moment after the scrolling stops, and at once when the
 * story or the window is left. Owns no markup and no store; it measures what it is shown and calls `keep`.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readingProgress } from '../../lib/reading/reading-progress.ts';

export interface ReadingPlace {
  readonly progress: number;
  readonly block: number;
}

interface Pane {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** What ends with the end mark. */
  readonly story: HTMLElement;
  /** Those that stand in it now. */
  readonly blocks: () => ReadonlyMap<number, HTMLElement>;
}

type Keep = (place: ReadingPlace) => void;

const settle = 600;
/** How long a story that fits the pane is looked at before it counts as read. */
const glance = 8000;
/** A block of which less than so many pixels are left at the pane's upper edge has been read. */
const sliver = 24;

export class ReadingController implements ReactiveController {
  /** 0 to 1, in whole hundredths: a new value asks the host to render. */
  progress = 0;
  readonly #host: ReactiveControllerHost;
  #pane: Pane | null = null;
  #keep: Keep | null = null;
  /** Measured while the pane stands in the document: once it is taken out it has no lengths. */
  #place: ReadingPlace = { progress: 0, block: 0 };
  #kept: ReadingPlace | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    this.end();
  }

  /** A story shows now, at its top or at the block `from`. */
  begin(pane: Pane, keep: Keep, from: number | null): void {
    this.end();
    this.#pane = pane;
    this.#keep = keep;
    pane.scroller.scrollTop = 0;
    if (from !== null) this.show(from);
    this.jumped();
    if (from === null && this.#place.progress === 1) {
      this.#timer = setTimeout(() => {
        this.#kept = null;
        this.flush();
      }, glance);
    }
  }

  /** The place that shows was jumped to: it counts as read only once the reader goes on from here. */
  jumped(): void {
    this.#measure();
    this.#kept = this.#place;
  }

  /** Back to the top, as if nothing had been read. */
  restart(): void {
    if (this.#pane === null) return;
    clearTimeout(this.#timer);
    this.#pane.scroller.scrollTop = 0;
    this.jumped();
  }

  /** The story is left. */
  end(): void {
    this.flush();
    cancelAnimationFrame(this.#frame);
    this.#pane = null;
    this.#keep = null;
    this.progress = 0;
  }

  /** The pane was scrolled, by whomever. */
  scrolled(): void {
    if (this.#pane === null) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#measure());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), settle);
  }

  /** Keeps at once what waits to be kept. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#keep === null || isSame(this.#place, this.#kept)) return;
    this.#kept = this.#place;
    this.#keep(this.#place);
  }

  /** Scrolls so that a block begins a little under the pane's upper edge. */
  show(block: number): void {
    const element = this.#pane?.blocks().get(block);
    if (this.#pane === null || element === undefined) return;
    const { scroller } = this.#pane;
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - sliver / 2;
  }

  readonly #leave = (): void => this.flush();

  #measure(): void {
    if (this.#pane === null) return;
    this.#place = { progress: progressIn(this.#pane), block: firstShown(this.#pane) };
    const progress = Math.floor(this.#place.progress * 100) / 100;
    if (progress === this.progress) return;
    this.progress = progress;
    this.#host.requestUpdate();
  }
}

function isSame(place: ReadingPlace, other: ReadingPlace | null): boolean {
  return other !== null && place.block === other.block && Math.abs(place.progress - other.progress) < 0.002;
}

function progressIn({ scroller, story }: Pane): number {
  const end = story.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top + scroller.scrollTop;
  return readingProgress({ scrolled: scroller.scrollTop, pane: scroller.clientHeight, story: end });
}

/** The first block of which a line is to be seen. */
function firstShown({ scroller, blocks }: Pane): number {
  const top = scroller.getBoundingClientRect().top + sliver;
  const shown = blocks();
  for (const [number, block] of shown) {
    if (block.getBoundingClientRect().bottom > top) return number;
  }
  return Math.max(0, ...shown.keys());
}
