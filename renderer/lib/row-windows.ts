/**
 * The rows of one long list as far as they have come, in pages from any place of it. Asks for what is in sight first, then
 * for what is around it; a question that is no longer of use is not asked, and an answer to an older list is dropped.
 */
export interface RowPage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

export interface RowWindowsOptions<Row> {
  readonly ask: (offset: number, limit: number) => Promise<RowPage<Row>>;
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

export const pageSize = 100;

/** At once; more would only wait for one another in the core. */
const mostAsked = 2;

/** Pages that are kept; those furthest from the viewport go first. */
const mostKept = 60;

export class RowWindows<Row> {
  readonly #options: RowWindowsOptions<Row>;
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #asked = new Set<number>();
  #total = 0;
  #isKnown = false;
  #isStopped = false;
  #wanted: readonly number[] = [0];

  constructor(options: RowWindowsOptions<Row>) {
    this.#options = options;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether anything has come yet. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  at(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** The rows that are there, with their places. */
  *loaded(): Generator<readonly [number, Row]> {
    for (const [page, rows] of this.#pages) {
      for (const [index, row] of rows.entries()) yield [page * pageSize + index, row];
    }
  }

  /** Rows from `first` to before `end` are in sight, or nearly. */
  want(first: number, end: number): void {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(first, end - 1, 0) / pageSize);
    const near = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    this.#wanted = [...near, to + 1, from - 1];
    this.#ask();
  }

  /** Nothing of it is of use any more. */
  stop(): void {
    this.#isStopped = true;
  }

  #ask(): void {
    const last = this.#isKnown ? Math.ceil(this.#total / pageSize) - 1 : Infinity;
    for (const page of this.#wanted) {
      if (this.#isStopped || this.#asked.size >= mostAsked) return;
      if (page < 0 || page > last || this.#pages.has(page) || this.#asked.has(page)) continue;
      void this.#load(page);
    }
  }

  async #load(page: number): Promise<void> {
    this.#asked.add(page);
    try {
      const { items, total } = await this.#options.ask(page * pageSize, pageSize);
      if (this.#isStopped) return;
      this.#pages.set(page, items);
      this.#total = total;
      this.#isKnown = true;
      this.#forget();
      this.#asked.delete(page);
      this.#options.changed();
      this.#ask();
    } catch (error) {
      this.#asked.delete(page);
      if (!this.#isStopped) this.#options.failed(error);
    }
  }

  #forget(): void {
    const [centre = 0] = this.#wanted;
    const byDistance = [...this.#pages.keys()].toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre));
    for (const page of byDistance.slice(mostKept)) this.#pages.delete(page);
  }
}
