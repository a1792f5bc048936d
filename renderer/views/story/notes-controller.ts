import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Read by `.sidenote` in lib/reading/prose.styles.ts. */
const property = '--lectern-note-start';
const gap = 12;

interface Note {
  readonly note: HTMLElement;
  /** The number in the line. */
  readonly reference: HTMLElement;
}

/**
 * Puts each note of the margin beside the line that refers to it, or under the note before where there is no room.
 * Where the pane is too narrow for a margin the styles take no notice.
 */
export class NotesController implements ReactiveController {
  readonly #observer = new ResizeObserver(() => this.#place());
  #notes: readonly Note[] = [];
  #column: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `column` is what the notes stand beside. */
  watch(column: HTMLElement): void {
    this.#observer.disconnect();
    this.#column = column;
    this.#notes = [...column.querySelectorAll<HTMLElement>('.sidenote')].flatMap((note) => {
      const reference = column.querySelector<HTMLElement>(`a.fn[href="#${CSS.escape(note.dataset['note'] ?? '')}"]`);
      return reference === null ? [] : [{ note, reference }];
    });
    this.hostConnected();
  }

  hostConnected(): void {
    if (this.#column !== null && this.#notes.length > 0) this.#observer.observe(this.#column);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #place(): void {
    if (this.#column === null) return;
    const top = this.#column.getBoundingClientRect().top;
    // All reading first, then all writing: one layout for any number of notes.
    const measured = this.#notes.map(({ note, reference }) => ({
      note,
      line: reference.getBoundingClientRect().top - top,
      height: note.getBoundingClientRect().height,
    }));
    let free = 0;
    for (const { note, line, height } of measured) {
      const start = Math.max(line, free);
      note.style.setProperty(property, `${start}px`);
      free = start + height + gap;
    }
  }
}
