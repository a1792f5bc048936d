import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Shelf } from '../../main/contract/organise-entities.ts';
import '../components/lectern-dialog.ts';
import { fire } from '../lib/fire.ts';
import { shelfPath } from '../lib/library-words.ts';
import '../lib/icons/lectern-icon.ts';
import { isWithin, shelfRows } from '../lib/shelf-tree.ts';
import { base } from '../styles/base.styles.ts';
import { sheet } from '../styles/sheet.styles.ts';

/**
 * Asks which shelf another one goes into.
 *
 * @event lectern-pick-place - the answer
 * @event lectern-close - there is none
 */
@customElement('lectern-move-shelf')
export class LecternMoveShelf extends LitElement {
  static override styles = [base, sheet];

  /** The one to be moved; null while nothing is asked. */
  @property({ attribute: false }) shelf: Shelf | null = null;
  @property({ attribute: false }) shelves: readonly Shelf[] = [];

  override render(): unknown {
    const { shelf } = this;
    return html`<lectern-dialog label="Move the shelf" ?open=${shelf !== null}>
      ${shelf === null ? nothing : this.#sheet(shelf)}
    </lectern-dialog>`;
  }

  #sheet({ id, name, parent }: Shelf): unknown {
    const places = shelfRows(this.shelves).filter(({ shelf }) => !isWithin(this.shelves, shelf.id, id));
    return html`<div class="sheet">
      <h2>Move “${name}” into</h2>
      <div class="options" role="group" aria-label="Shelves">
        ${parent === null ? nothing : this.#option('No shelf: outermost', null)}
        ${places
          .filter(({ shelf }) => shelf.id !== parent)
          .map(({ shelf }) => this.#option(shelfPath(this.shelves, shelf.id), shelf.id))}
      </div>
      <div class="acts">
        <button class="button" @click=${() => fire(this, 'lectern-close', null)}>Cancel</button>
      </div>
    </div>`;
  }

  #option(name: string, parent: number | null): unknown {
    return html`<button class="option" @click=${() => fire(this, 'lectern-pick-place', { parent, before: null })}>
      <lectern-icon name="folder"></lectern-icon><span class="option__name"><bdi>${name}</bdi></span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lectern-move-shelf': LecternMoveShelf;
  }
  interface HTMLElementEventMap {
    /** A place for a shelf was chosen. */
    'lectern-pick-place': CustomEvent<{ parent: number | null; before: number | null }>;
  }
}
