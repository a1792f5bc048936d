import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { fire } from '../../lib/fire.ts';
import type { LibraryView } from '../../lib/library-view.ts';
import { messageOf } from '../../lib/message-of.ts';
import type { Subject } from '../../state/organiser.ts';
import type { LibraryRows } from './library-rows.ts';
import {
  allSelected,
  countSelected,
  isSelected,
  noneSelected,
  select,
  toggle,
  toSelection,
  type Selected,
} from './selected-rows.ts';

/** As many as the contract gives at once. */
const windowSize = 500;
/** As many ids as the contract takes. */
const mostSelected = 50_000;

/** One article by itself. */
export function subjectOf({ id, tags }: ArticleSummary, { shelf }: LibraryView): Subject {
  return { selection: { ids: [id] }, count: 1, from: shelf ?? null, tags: [tags] };
}

/** What is selected of a view. Rows of a range that never came are read before they are taken in. */
export class LibrarySelection {
  /** Whether rows of a range are still being read. */
  isReading = false;
  readonly #host: LitElement;
  readonly #rows: LibraryRows;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  #selected: Selected = noneSelected;
  /** Where a range begins. */
  #from = 0;
  #reading = 0;

  constructor(host: LitElement, rows: LibraryRows) {
    this.#host = host;
    this.#rows = rows;
    this.#client = new ContextConsumer(host, { context: clientContext });
  }

  get count(): number {
    return countSelected(this.#selected, this.#rows.total);
  }

  has(id: string): boolean {
    return isSelected(this.#selected, id);
  }

  subject(view: LibraryView): Subject | null {
    const selection = toSelection(this.#selected, view);
    if (selection === null) return null;
    const tags = this.#selected.kind === 'all' ? null : [...this.#selected.rows.values()].map((row) => row.tags);
    return { selection, count: this.count, from: view.shelf ?? null, tags };
  }

  /** All that is selected, or else the article. */
  subjectOr(article: ArticleSummary | undefined, view: LibraryView): Subject | null {
    return this.subject(view) ?? (article === undefined ? null : subjectOf(article, view));
  }

  /** The article, and with it all that is selected if it is. */
  subjectWith(article: ArticleSummary | undefined, view: LibraryView): Subject | null {
    if (article === undefined) return null;
    return this.has(article.id) ? this.subjectOr(article, view) : subjectOf(article, view);
  }

  toggle(index: number): void {
    const row = this.#rows.at(index);
    if (row === undefined) return;
    this.#from = index;
    this.#set(toggle(this.#selected, row));
  }

  all(): void {
    this.#set(allSelected);
  }

  clear(): void {
    this.#reading += 1;
    this.isReading = false;
    this.#set(noneSelected);
  }

  /** A range begins where the focus is. */
  startAt(index: number): void {
    this.#from = index;
  }

  /** All from where the range began. */
  async extendTo(index: number, view: LibraryView): Promise<void> {
    const from = Math.min(this.#from, index);
    const end = Math.min(Math.max(this.#from, index) + 1, from + mostSelected);
    const rows = this.#loaded(from, end) ?? (await this.#read(from, end, view));
    if (rows !== null) this.#set(select(this.#selected, rows, true));
  }

  #loaded(from: number, end: number): readonly ArticleSummary[] | null {
    const rows: ArticleSummary[] = [];
    for (let index = from; index < end; index += 1) {
      const row = this.#rows.at(index);
      if (row === undefined) return null;
      rows.push(row);
    }
    return rows;
  }

  async #read(from: number, end: number, view: LibraryView): Promise<readonly ArticleSummary[] | null> {
    const reading = (this.#reading += 1);
    this.isReading = true;
    this.#host.requestUpdate();
    const rows: ArticleSummary[] = [];
    try {
      for (let offset = from; offset < end; offset += windowSize) {
        const limit = Math.min(windowSize, end - offset);
        const window = await this.#client.value?.['library.window']({ view, offset, limit });
        if (reading !== this.#reading) return null;
        rows.push(...(window?.items ?? []));
      }
      return rows;
    } catch (error) {
      fire(this.#host, 'lectern-toast', { message: messageOf(error) });
      return null;
    } finally {
      if (reading === this.#reading) this.isReading = false;
      this.#host.requestUpdate();
    }
  }

  #set(selected: Selected): void {
    this.#selected = selected;
    this.#host.requestUpdate();
  }
}
