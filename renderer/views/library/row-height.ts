import type { LitElement, ReactiveController } from 'lit';

/** Narrower than this, in rem, fingers are at work. */
const narrow = 40;

/** How high the rows of its host are, kept right as the window changes. Asks for the page's styles only then. */
export class RowHeight implements ReactiveController {
  readonly #host: LitElement;
  readonly #inRem: (isNarrow: boolean) => number;
  readonly #resized = new ResizeObserver(() => this.#measure());
  #rem = rootSize();
  #isNarrow = false;

  constructor(host: LitElement, inRem: (isNarrow: boolean) => number) {
    this.#host = host;
    this.#inRem = inRem;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resized.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  /** In CSS pixels. */
  get value(): number {
    return this.#inRem(this.#isNarrow) * this.#rem;
  }

  #measure(): void {
    this.#rem = rootSize();
    this.#isNarrow = this.#host.clientWidth < narrow * this.#rem;
    this.#host.requestUpdate();
  }
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
