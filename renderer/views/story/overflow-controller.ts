import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whatever is wider than the text can be scrolled by keyboard, and only then is a stop for it. */
export class OverflowController implements ReactiveController {
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  #watched: readonly Element[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  watch(elements: readonly Element[]): void {
    this.#observer.disconnect();
    this.#watched = elements;
    this.hostConnected();
  }

  hostConnected(): void {
    for (const element of this.#watched) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
