import type { LitElement, ReactiveController } from 'lit';

/** Below it there is room for one pane; the same as in search.styles.ts, in rem. */
const twoPanes = 44;

/** Whether its host has room for one pane only. */
export class NarrowController implements ReactiveController {
  value = false;
  readonly #host: LitElement;
  readonly #observer = new ResizeObserver(([entry]) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const value = (entry?.contentRect.width ?? 0) < twoPanes * rem;
    if (value === this.value) return;
    this.value = value;
    this.#host.requestUpdate();
  });

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
