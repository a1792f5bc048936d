import type { LitElement, ReactiveController } from 'lit';

/**
 * Remembers how far its host's scroller was scrolled at this step of the history, and goes there again when the reader
 * comes back, as soon as there is enough to scroll. Kept in the session only.
 */
export class ScrollMemory implements ReactiveController {
  readonly #host: LitElement;
  readonly #scroller: () => HTMLElement | null;
  #key = '';
  #wanted = 0;
  #listening: HTMLElement | null = null;

  /** A scroller of null rests. */
  constructor(host: LitElement, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  hostUpdated(): void {
    const scroller = this.#scroller();
    if (scroller !== this.#listening) this.#listenTo(scroller);
    const key = `scroll ${this.#host.localName} ${window.navigation.currentEntry?.key ?? ''}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#wanted = Number(window.sessionStorage.getItem(key) ?? 0);
      if (scroller !== null && this.#wanted === 0) scroller.scrollTop = 0;
    }
    if (this.#wanted > 0) requestAnimationFrame(this.#restore);
  }

  hostDisconnected(): void {
    this.#listenTo(null);
  }

  #listenTo(scroller: HTMLElement | null): void {
    this.#listening?.removeEventListener('scroll', this.#remember);
    this.#listening = scroller;
    scroller?.addEventListener('scroll', this.#remember, { passive: true });
  }

  readonly #restore = (): void => {
    const scroller = this.#listening;
    if (scroller === null || scroller.scrollHeight - scroller.clientHeight < this.#wanted) return;
    scroller.scrollTop = this.#wanted;
    this.#wanted = 0;
  };

  readonly #remember = (): void => {
    if (this.#listening === null || this.#wanted > 0) return;
    window.sessionStorage.setItem(this.#key, `${Math.round(this.#listening.scrollTop)}`);
  };
}
