import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { clientContext } from '../../api/api-context.ts';

/** How long the reader stays with an answer before its query counts as one that led somewhere. */
const stay = 6000;

/** Has queries remembered that led somewhere: one hit was opened, or the reader stayed with the answer. */
export class RecentKeeper implements ReactiveController {
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kept = '';

  constructor(host: LitElement) {
    this.#client = new ContextConsumer(host, { context: clientContext });
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** There is an answer to another query. */
  answered(query: string, total: number): void {
    clearTimeout(this.#timer);
    if (total > 0) this.#timer = setTimeout(() => this.keep(query), stay);
  }

  keep(query: string): void {
    clearTimeout(this.#timer);
    if (query === this.#kept) return;
    this.#kept = query;
    // A courtesy: a query that is not remembered keeps nobody from reading.
    this.#client.value?.['searches.record']({ query }).catch(() => undefined);
  }
}
