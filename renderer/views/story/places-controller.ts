/**
 * The places of a story that a search led to: marks them in the text without touching it (CSS Custom Highlights) and
 * goes from one to the next. A place is a block that matches, its marks are what matched in it; or each mark by itself.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Passage } from '../../../main/contract/search-entities.ts';
import { BlockText } from '../../lib/reading/block-text.ts';
import { joinMarks } from '../../lib/reading/marked-text.ts';

interface Place {
  readonly block: number;
  readonly text: string;
  readonly ranges: readonly Range[];
}

export interface PlacesPane {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  /** As they stand in the page now. */
  readonly blocks: () => ReadonlyMap<number, HTMLElement>;
}

/** Which place comes first: that of a block, or the first that one can see from here on. */
export type FirstPlace = { readonly block: number | null } | 'in-sight';

/** Where in the pane a place comes to stand, from its upper edge. */
const eyeLevel = 0.35;

/** Named in lib/reading/prose.styles.ts. */
const allName = 'lectern-place';
const currentName = 'lectern-place-current';

export class PlacesController implements ReactiveController {
  /** From 0; -1 while there is none. */
  current = -1;
  readonly #host: ReactiveControllerHost;
  #places: readonly Place[] = [];
  #scroller: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  get count(): number {
    return this.#places.length;
  }

  get text(): string {
    return this.#places[this.current]?.text ?? '';
  }

  /** Marks what matched; with `each` every mark is a place of its own. */
  mark(passages: readonly Passage[], { scroller, blocks }: PlacesPane, first: FirstPlace, each = false): void {
    this.#scroller = scroller;
    const inPage = blocks();
    this.#places = passages.flatMap(({ block, text, marks }) => {
      const element = inPage.get(block);
      if (element === undefined) return [];
      const map = new BlockText<Node>(element);
      const ranges = joinMarks(text, marks).flatMap(([start, end]) => toRange(map, start, end) ?? []);
      return each ? ranges.map((range) => ({ block, text, ranges: [range] })) : [{ block, text, ranges }];
    });
    const all = new Highlight(...this.#places.flatMap((place) => place.ranges));
    CSS.highlights.set(allName, all);
    const wanted =
      first === 'in-sight' ? this.#inSight() : this.#places.findIndex(({ block }) => block === first.block);
    this.current = this.#places.length === 0 ? -1 : Math.max(0, wanted);
    this.#markCurrent();
  }

  /** Goes on, or back, and round. */
  step(by: 1 | -1): void {
    if (this.count === 0) return;
    this.current = (this.current + by + this.count) % this.count;
    this.#markCurrent();
    this.reveal();
  }

  /** Scrolls the current place to where one reads; nothing moves sideways, and nothing at all if it is in sight. */
  reveal(isInSightEnough = false): void {
    const range = this.#places[this.current]?.ranges[0];
    if (range === undefined || this.#scroller === null) return;
    const pane = this.#scroller.getBoundingClientRect();
    const { top, bottom } = range.getBoundingClientRect();
    if (isInSightEnough && top >= pane.top && bottom <= pane.bottom) return;
    this.#scroller.scrollTop += top - pane.top - pane.height * eyeLevel;
  }

  clear(): void {
    this.#places = [];
    this.#scroller = null;
    this.current = -1;
    CSS.highlights.delete(allName);
    CSS.highlights.delete(currentName);
    this.#host.requestUpdate();
  }

  /** The first place not above the pane; the first of all if there is none. */
  #inSight(): number {
    const edge = this.#scroller?.getBoundingClientRect().top ?? 0;
    return this.#places.findIndex(({ ranges: [range] }) => (range?.getBoundingClientRect().top ?? -1) >= edge);
  }

  #markCurrent(): void {
    const highlight = new Highlight(...(this.#places[this.current]?.ranges ?? []));
    highlight.priority = 1;
    CSS.highlights.set(currentName, highlight);
    this.#host.requestUpdate();
  }
}

function toRange(map: BlockText<Node>, start: number, end: number): Range | null {
  const span = map.span(start, end);
  if (span === null) return null;
  const range = document.createRange();
  range.setStart(span.startNode, span.startOffset);
  range.setEnd(span.endNode, span.endOffset);
  return range;
}
