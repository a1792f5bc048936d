import type { LitElement } from 'lit';
import type { LecternMenu } from '../../components/lectern-menu.ts';
import { rowOf } from './active-row.ts';

/** The row under the pointer, which shows its menu; it keeps it for as long as that is open. */
export class HotRow {
  index: number | null = null;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  point(event: Event): void {
    const menu = this.#host.renderRoot.querySelector<LecternMenu>('.row lectern-menu');
    if (menu?.isOpen !== true) this.#set(rowOf(event));
  }

  /** For the other mouse button. */
  async openMenu(event: MouseEvent): Promise<void> {
    const index = rowOf(event);
    if (index === null || event.shiftKey) return;
    event.preventDefault();
    this.#set(index);
    // Let go over the page, the button that opened a menu would close it again.
    if (event.buttons !== 0) await new Promise((done) => window.addEventListener('pointerup', done, { once: true }));
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<LecternMenu>(`.row[data-index='${index}'] lectern-menu`)?.open();
  }

  #set(index: number | null): void {
    if (index === this.index) return;
    this.index = index;
    this.#host.requestUpdate();
  }
}
