import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { IndexStatus } from '../../../main/contract/search-entities.ts';
import { clientContext, eventsContext } from '../../api/api-context.ts';
import { LatestWins } from '../../lib/latest-wins.ts';

/** The state of the index over the reader's own articles, kept current; null until known. */
export class IndexStatusController implements ReactiveController {
  value: IndexStatus | null = null;
  readonly #client: ContextConsumer<typeof clientContext, LitElement>;
  readonly #events: ContextConsumer<typeof eventsContext, LitElement>;
  readonly #runner: LatestWins<null, IndexStatus | null>;
  #release: (() => void) | null = null;

  constructor(host: LitElement) {
    this.#runner = new LatestWins({
      ask: async () => (await this.#client.value?.['search.index']({})) ?? null,
      answered: (_, status) => {
        this.value = status;
        host.requestUpdate();
      },
      // What is wrong with the core is said by the search itself.
      failed: () => undefined,
    });
    this.#client = new ContextConsumer(host, { context: clientContext });
    this.#events = new ContextConsumer(host, { context: eventsContext, callback: () => this.#listen() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#runner.drop();
    this.#release?.();
    this.#release = null;
  }

  #listen(): void {
    this.#release?.();
    const subscribe = this.#events.value;
    if (subscribe === undefined) return;
    this.#release = subscribe(({ event }) => {
      if (event === 'index.changed' || event === 'core.restarted') this.#runner.ask(null);
    });
    this.#runner.ask(null);
  }
}
