import { ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { EventName } from '../../main/contract/events.ts';
import type { Connection } from '../api/connect.ts';
import { calmly } from '../lib/calmly.ts';
import { LatestWins } from '../lib/latest-wins.ts';
import { noPlaces, placesContext, type Places } from './contexts.ts';

/** Between two questions, in milliseconds: an import changes the library many times a second. */
const calm = 500;
const changes: readonly EventName[] = ['library.changed', 'collection.changed', 'core.restarted'];

/** Keeps the tags, shelves and counts of the reader's own articles current for the whole window and provides them. */
export class PlacesController implements ReactiveController {
  readonly #connection: () => Connection;
  readonly #provider: ContextProvider<typeof placesContext, LitElement>;
  readonly #places = new LatestWins<null, Places>({
    ask: () => this.#load(),
    answered: (_, places) => this.#provider.setValue(places),
    // They are a courtesy: what is wrong with the core is said where the reader works.
    failed: () => undefined,
  });
  readonly #calm = calmly(() => this.#places.ask(null), calm);
  #release: (() => void) | null = null;

  constructor(host: LitElement, connection: () => Connection) {
    this.#connection = connection;
    this.#provider = new ContextProvider(host, { context: placesContext, initialValue: noPlaces });
    host.addController(this);
  }

  hostConnected(): void {
    this.#calm.call();
    this.#release = this.#connection().subscribe(({ event }) => {
      if (changes.includes(event)) this.#calm.call();
    });
  }

  hostDisconnected(): void {
    this.#calm.stop();
    this.#places.drop();
    this.#release?.();
    this.#release = null;
  }

  async #load(): Promise<Places> {
    const { client } = this.#connection();
    const [counts, tags, shelves] = await Promise.all([
      client['library.counts']({}),
      client['tags.list']({}),
      client['shelves.list']({}),
    ]);
    return { counts, tags: tags.items, shelves: shelves.items };
  }
}
