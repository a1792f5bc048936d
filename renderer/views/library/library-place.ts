import type { LitElement, ReactiveController } from 'lit';
import { printView, type LibraryView } from '../../lib/library-view.ts';

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

  constructor(host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#key = null;
  }

  /** The place at a step of the history that was not shown yet; null if one is there already. */
  take(view: LibraryView): KeptPlace | null {
    const key = `library ${window.navigation.currentEntry?.key ?? ''} ${printView(view)}`;
    if (key === this.#key) return null;
    this.#key = key;
    const text = window.sessionStorage.getItem(key);
    const [position = 0, active] = (text ?? '')
      .split(' ')
      .filter((part) => part !== '')
      .map(Number);
    this.active = active ?? null;
    return { position, active: this.active };
  }

  /** With an `active` of null the row that was opened stays remembered. */
  keep({ position, active }: KeptPlace): void {
    if (this.#key === null) return;
    if (active !== null) this.active = active;
    const opened = this.active === null ? '' : ` ${this.active}`;
    window.sessionStorage.setItem(this.#key, `${position}${opened}`);
  }
}
