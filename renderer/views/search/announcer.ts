import type { LitElement, ReactiveController } from 'lit';

const rest = 800;

/** A sentence for a polite live region, once nothing newer has come for a moment: typing is not talked over. */
export class Announcer implements ReactiveController {
  text = '';
  readonly #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.text = text;
      this.#host.requestUpdate();
    }, rest);
  }
}
