import type { LitElement, ReactiveController } from 'lit';
import type { LibraryRows } from './library-rows.ts';

/** The place in the list of what an event happened to; null for none of its rows. */
export function rowOf(event: Event): number | null {
  const row = event.composedPath().find((node) => node instanceof HTMLElement && node.matches('.row'));
  return row instanceof HTMLElement ? Number(row.dataset['index']) : null;
}

interface Parts {
  readonly rows: () => LibraryRows;
  readonly scroller: () => HTMLElement | null;
}

/** The one row that Tab leads to and that keys act on. Its focus outlives its row's coming and going in the document. */
export class ActiveRow implements ReactiveController {
  index = 0;
  readonly #host: LitElement;
  readonly #parts: Parts;
  /** It is to have the focus as soon as it is there. */
  #isWanted = false;

  constructor(host: LitElement, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdate(): void {
    const { first, end } = this.#parts.rows().range;
    const focused = this.focused;
    // What has the focus goes out of the document with its row; the keys stay with the list.
    if (focused !== null && (focused < first || focused >= end)) this.#parts.scroller()?.focus({ preventScroll: true });
  }

  hostUpdated(): void {
    const link = this.link;
    if (!this.#isWanted || link === null) return;
    this.#isWanted = false;
    link.focus({ preventScroll: true });
  }

  get link(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`.row[data-index='${this.index}'] .row__main[href]`);
  }

  /** The row in which the focus is. */
  get focused(): number | null {
    const row = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('.row');
    return row == null ? null : Number(row.dataset['index']);
  }

  /** Whatever has the focus then, this row takes it when it comes. */
  focus(): void {
    this.#isWanted = true;
    this.#host.requestUpdate();
  }

  /** Another state of the list shows. */
  follow(to: (index: number) => number): void {
    const before = this.index;
    this.index = Math.max(0, Math.min(to(before), this.#parts.rows().total - 1));
    if (this.focused !== null && this.index !== before) this.focus();
  }

  goTo(index: number): void {
    const rows = this.#parts.rows();
    if (rows.total === 0) return;
    this.index = Math.max(0, Math.min(index, rows.total - 1));
    rows.show(this.index);
    this.focus();
  }

  /** Wherever one has scrolled to, the keys go on from there. */
  step(by: 1 | -1): void {
    const { first, end } = this.#parts.rows().inSight;
    const isInSight = this.index >= first && this.index < end;
    this.goTo(this.focused !== null ? this.index + by : isInSight ? this.index : first);
  }
}
