import type { LitElement, ReactiveController } from 'lit';
import type { SearchHit } from '../../../main/contract/search-entities.ts';

interface Results {
  readonly hits: () => readonly SearchHit[];
  /** What scrolls; null while there is no list. */
  readonly list: () => HTMLElement | null;
  /** Asks for the hits after the last. */
  readonly more: () => void;
}

/** Which hit is chosen, by its place and by its article, so that it stays chosen while the list changes under it. */
export class ChoiceController implements ReactiveController {
  index = 0;
  readonly #host: LitElement;
  readonly #results: Results;
  #articleId: string | null = null;
  #reveals = false;
  #isFirst = true;

  constructor(host: LitElement, results: Results) {
    this.#host = host;
    this.#results = results;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#reveals) return;
    this.#reveals = false;
    this.#results.list()?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  get hit(): SearchHit | null {
    return this.#results.hits()[this.index] ?? null;
  }

  choose(index: number): void {
    const hits = this.#results.hits();
    if (hits.length === 0) return;
    if (index >= hits.length) this.#results.more();
    this.#set(Math.max(0, Math.min(index, hits.length - 1)));
  }

  /** About as far as one sees at once. */
  page(by: 1 | -1): void {
    const list = this.#results.list();
    const row = list?.querySelector('[role="option"]')?.clientHeight ?? 1;
    this.choose(this.index + by * Math.max(1, Math.floor((list?.clientHeight ?? 0) / row) - 1));
  }

  /**
   * There are other hits: the same article stays chosen if it is among them, unless they answer another question. With the
   * first answer of all `recalled` may name one that was chosen before.
   */
  follow(isNew: boolean, recalled: () => string | null): void {
    const wanted = this.#isFirst ? recalled() : isNew ? null : this.#articleId;
    this.#isFirst = false;
    const found = this.#results.hits().findIndex(({ article }) => article.id === wanted);
    if (isNew && found <= 0) this.#results.list()?.scrollTo({ top: 0 });
    if (isNew && found <= 0) this.#set(0, false);
    else this.#set(Math.max(0, found), isNew);
  }

  #set(index: number, reveals = true): void {
    this.index = index;
    this.#articleId = this.hit?.article.id ?? null;
    this.#reveals = reveals;
    this.#host.requestUpdate();
  }
}
