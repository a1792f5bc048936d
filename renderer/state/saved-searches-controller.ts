import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { EventName } from '../../main/contract/events.ts';
import type { Connection } from '../api/connect.ts';
import { LatestWins } from '../lib/latest-wins.ts';
import { noSearches, searchesContext, type Searches } from './contexts.ts';

/** How long a burst of changes is waited out: each list counts every saved search anew. */
const settle = 300;
const changes: readonly EventName[] = [
  'library.changed',
  'marks.changed',
  'searches.changed',
  'collection.changed',
  'index.changed',
  'core.restarted',
];

/** Keeps the saved and recent searches of the whole window current and provides them. */
export class SavedSearchesController implements ReactiveController {
  readonly #connection: () => Connection;
  readonly #provider: ContextProvider<typeof searchesContext, LitElement>;
  readonly #list = new LatestWins<null, Searches>({
    ask: () => this.#connection().client['searches.list']({}),
    answered: (_, searches) => this.#provider.setValue(searches),
    // They are a courtesy: what is wrong with the core is said where the reader works.
    failed: () => undefined,
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release: (() => void) | null = null;

  constructor(host: LitElement, connection: () => Connection) {
    this.#connection = connection;
    this.#provider = new ContextProvider(host, { context: searchesContext, initialValue: noSearches });
    host.addController(this);
  }

  hostConnected(): void {
    this.#list.ask(null);
    this.#release = this.#connection().subscribe(({ event }) => {
      if (!changes.includes(event)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#list.ask(null), settle);
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#list.drop();
    this.#release?.();
    this.#release = null;
  }
}
