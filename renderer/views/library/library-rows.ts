import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { ArticleSummary } from '../../../main/contract/entities.ts';
import { clientContext } from '../../api/api-context.ts';
import { sameView, type LibraryView } from '../../lib/library-view.ts';
import type { RowRange } from '../../lib/row-geometry.ts';
import { RowWindows } from '../../lib/row-windows.ts';
import { VirtualRows } from '../../state/virtual-rows.ts';

interface Options {
  readonly parts: ConstructorParameters<typeof VirtualRows>[1]['parts'];
  readonly rowHeight: () => number;
  /** Another list shows, or a newer state of the same: `to` says where what stood at a place stands now, or what took its place. */
  readonly swapped: (to: (index: number) => number) => void;
}

interface Generation {
  readonly view: LibraryView;
  readonly windows: RowWindows<ArticleSummary>;
  /** What is to be at the top edge, in rows. */
  readonly position: number;
  /** Where the reader was when it was asked for: further scrolling meanwhile counts from there. */
  readonly from: number;
}

/** So many rows on from one that is gone, the next that is still there is looked for. */
const reach = 500;

/** From places in an older state of a list to those in a newer one. */
function followRows(
  older: RowWindows<ArticleSummary>,
  newer: RowWindows<ArticleSummary>,
  moved: number,
): (index: number) => number {
  const places = new Map([...newer.loaded()].map(([index, { id }]) => [id, index]));
  return (index) => {
    for (let next = index; next < Math.min(index + reach, older.total); next += 1) {
      const place = places.get(older.at(next)?.id ?? '');
      if (place !== undefined) return place;
    }
    return index + moved;
  };
}

/**
 * The rows of a view of the library. A newer state of it is read beside the one that shows and takes its place when what
 * is in sight has come, with the article at the top edge staying there. What shows is always of one state.
 */
export class LibraryRows {
  /** Why the view could not be read; null if it could. */
  error: unknown = null;
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #virtual: VirtualRows;
  #shown: Generation | null = null;
  #coming: Generation | null = null;
  /** Where the reader was when it could not be read. */
  #failedAt = 0;
  #asked: { readonly view: LibraryView; readonly revision: number } | null = null;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#virtual = new VirtualRows(host, {
      parts: options.parts,
      count: () => this.total,
      rowHeight: options.rowHeight,
      moved: ({ first, end }) => this.#shown?.windows.want(first, end),
    });
  }

  /** Call it before each update. `restored` is where a view that was not shown yet begins, in rows. */
  follow(view: LibraryView, revision: number, restored = 0): void {
    const before = this.#asked;
    if (before !== null && before.revision === revision && sameView(before.view, view)) return;
    this.#asked = { view, revision };
    this.#coming?.windows.stop();
    this.#coming = null;
    const isSame = this.#shown !== null && sameView(this.#shown.view, view);
    if (isSame) void this.#renew(view);
    else this.#read(view, restored);
  }

  /** Reads again what could not be read. */
  again(): void {
    if (this.#asked === null) return;
    this.error = null;
    this.#shown = null;
    this.#read(this.#asked.view, this.#failedAt);
    this.#host.requestUpdate();
  }

  /** Null until a list shows. */
  get view(): LibraryView | null {
    return this.#shown?.view ?? null;
  }

  get total(): number {
    return this.#shown?.windows.total ?? 0;
  }

  get range(): RowRange {
    return this.#virtual.range;
  }

  get inSight(): RowRange {
    return this.#virtual.inSight;
  }

  get position(): number {
    return this.#virtual.position;
  }

  at(index: number): ArticleSummary | undefined {
    return this.#shown?.windows.at(index);
  }

  show(index: number): void {
    this.#virtual.show(index);
  }

  /** The same view once more: what stands at the top edge is looked for in it first. */
  async #renew(view: LibraryView): Promise<void> {
    const { position } = this.#virtual;
    const anchor = this.at(Math.floor(position));
    const asked = this.#asked;
    // At its very top a list shows what is new.
    if (position < 1 || anchor === undefined) {
      this.#read(view, position);
      return;
    }
    try {
      const found = await this.#client.value?.['library.position']({ view, id: anchor.id });
      if (asked !== this.#asked) return;
      this.#read(view, found?.offset == null ? position : found.offset + (position % 1), position);
    } catch (error) {
      if (asked === this.#asked) this.#failed(error);
    }
  }

  #read(view: LibraryView, position: number, from = position): void {
    const client = this.#client.value;
    if (client === undefined) return;
    const generation: Generation = {
      view,
      position,
      from,
      windows: new RowWindows({
        ask: (offset, limit) => client['library.window']({ view, offset, limit }),
        changed: () => this.#came(generation),
        failed: (error) => this.#failed(error),
      }),
    };
    this.#coming = generation;
    const { first, end } = this.inSight;
    const start = Math.floor(position);
    generation.windows.want(start, start + Math.max(20, end - first));
  }

  #came(generation: Generation): void {
    if (generation === this.#coming) {
      const { first, end } = this.#wanted(generation);
      if (isFilled(generation.windows, first, end)) this.#swap(generation);
      else generation.windows.want(first, end);
    }
    this.#host.requestUpdate();
  }

  /** What of it is to be in sight. */
  #wanted({ view, windows, position, from }: Generation): RowRange {
    const isSame = this.#shown !== null && sameView(this.#shown.view, view);
    const top = Math.floor(isSame ? this.#virtual.position + position - from : position);
    const { first, end } = this.inSight;
    const last = Math.min(Math.max(0, top) + Math.max(1, end - first), windows.total);
    return { first: Math.max(0, Math.min(top, last - 1)), end: last };
  }

  #swap(generation: Generation): void {
    const before = this.#shown;
    const isSame = before !== null && sameView(before.view, generation.view);
    const moved = isSame ? Math.round(generation.position - generation.from) : 0;
    before?.windows.stop();
    this.#shown = generation;
    this.#coming = null;
    this.error = null;
    if (!isSame) this.#virtual.goTo(generation.position);
    else if (moved !== 0) this.#virtual.goTo(this.#virtual.position + moved);
    const { first, end } = this.range;
    if (isSame) generation.windows.want(first + moved, end + moved);
    this.#options.swapped(isSame ? followRows(before.windows, generation.windows, moved) : (index) => index);
  }

  #failed(error: unknown): void {
    if (this.error === null)
      this.#failedAt = this.#shown === null ? (this.#coming?.position ?? 0) : this.#virtual.position;
    this.error = error;
    this.#host.requestUpdate();
  }
}

/** Whether all that is to be in sight has come, so that nothing flickers. */
function isFilled(windows: RowWindows<ArticleSummary>, first: number, end: number): boolean {
  for (let index = first; index < end; index += 1) if (windows.at(index) === undefined) return false;
  return true;
}
