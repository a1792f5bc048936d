import type { LitElement, ReactiveController } from 'lit';
import { calmly } from '../../lib/calmly.ts';
import { printView, type LibraryView } from '../../lib/library-view.ts';

/** Between two writings, in milliseconds: one scrolls at every frame, and each writing takes a part of it. */
const rest = 250;

export interface KeptPlace {
  /** What is at the top edge, in rows and parts of one. */
  readonly position: number;
  /** The row that was opened. */
  readonly active: number | null;
}

/**
 * Remembers where in a view the reader was at this step of the history, so that Back leads there. Kept in the session
 * only, and in rows: a density that was changed meanwhile does no harm.
 */
export class LibraryPlace implements ReactiveController {
  /** The row that was opened from here before; null if none was. */
  active: number | null = null;
  #key: string | null = null;
  #position = 0;
  readonly #calm = calmly(() => this.#write(), rest);

  constructor(host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#calm.stop();
    this.#write();
    this.#key = null;
  }

  /** The place at a step of the history that was not shown yet; null if one is there already. */
  take(view: LibraryView): KeptPlace | null {
    const key = `library ${window.navigation.currentEntry?.key ?? ''} ${printView(view)}`;
    if (key === this.#key) return null;
    this.#calm.stop();
    this.#write();
    this.#key = key;
    const text = window.sessionStorage.getItem(key);
    const [position = 0, active] = (text ?? '')
      .split(' ')
      .filter((part) => part !== '')
      .map(Number);
    this.active = active ?? null;
    this.#position = position;
    return { position, active: this.active };
  }

  /** With an `active` of null the row that was opened stays remembered. */
  keep({ position, active }: KeptPlace): void {
    if (this.#key === null) return;
    if (active !== null) this.active = active;
    this.#position = position;
    this.#calm.call();
  }

  #write(): void {
    if (this.#key === null) return;
    const opened = this.active === null ? '' : ` ${this.active}`;
    window.sessionStorage.setItem(this.#key, `${this.#position}${opened}`);
  }
}
